// The scene that every peer draws, as numbers: how each draws it is its own
// library's way. World coordinates run over 8 × 5 units, which fill the window.

export const view = {left: -4, right: 4, bottom: -1.5, top: 3.5};
export const start = 1.4;

export const color = {
  paper: '#fbf7ef', ink: '#1d1a16', axis: '#8d8475', label: '#625a4f', line: '#a8540c', fan: '#1d5fc4',
};
export const width = {ramp: 3, line: 2.5, fan: 1, axis: 1};
export const radius = 9; // of the point, CSS px

export const ramp = x => Math.max(0, x);

/** The corner attracts the point within 8 CSS px. */
export const snap = (x, unit) => {
  const inside = Math.min(3.3, Math.max(-3.3, x));
  return Math.abs(inside) * unit <= 8 ? 0 : inside;
};

/** The slopes of the lines at x: the fan at the corner, else the tangent. */
const fan = Array.from({length: 11}, (_, i) => i / 10);
export const slopes = x => x === 0 ? fan : [x < 0 ? 0 : 1];

export const words = x => x === 0 ? 'slope: every number from 0 to 1' : `slope ${x < 0 ? 0 : 1} at x = ${x.toFixed(2)}`;

/** Where the line of a slope through the point begins and ends. */
export const ends = (x, g) => [view.left, view.right].map(to => [to, ramp(x) + g * (to - x)]);

export const ticks = [-3, -2, -1, 1, 2, 3];

/** What the bench asks of every page: where the point is, and when it answers. */
export const moved = x => { globalThis.pointX = x; };
export const interactive = () => performance.mark('interactive');
