// What <relu-three-ways> offers to a page; see embed.js.

/** The keys of the figure's address, each an attribute and a property. */
export interface State {
  /** Null where the function is a formula. */
  fn: 'relu' | 'leaky' | 'abs' | 'minusabs' | 'softplus' | 'square' | 'cube' | 'heaviside' | 'sqrtabs' | 'cantor' | 'kink' | null;
  /** A function of one's own, as in max(0, x) or |x| + |x - 1|; it goes before fn. Null for the named ones. */
  f: string | null;
  lens: 'point' | 'sub' | 'dist' | 'compare';
  /** The point, −3.3 to 3.3. */
  x: number;
  /** The slope of the trial line, −2 to 3. */
  g: number;
  /** The centre of the bump φ, −3 to 3, and its half-width, 0.05 to 3. */
  c: number;
  w: number;
  /** The step of the secants, 2⁻¹⁰ to 2. */
  h: number;
  /** The slope to the left of 0, for leaky and kink, or the parameter a of a formula; null for the others. */
  a: number | null;
  /** The sharpness β of softplus, 0.5 to 64. */
  beta: number;
  /** The place in the derivation, 1 to 5. */
  p: number;
  /** In Compare, the centre of the bump η, in units of its half-width, −1 to 1. Its half-width is w, but at most 0.8. */
  s: number;
  /** How the point takes steps in the lens sub, their size t, 0.05 to 2, and how many it has taken from x, 0 to 10, null without steps. */
  steps: 'off' | 'fixed' | 'shrinking' | 'proximal';
  t: number;
  k: number | null;
  /** The derivation of f′ or of f″. Reads 1 where f′ has infinite slopes, and for cantor. */
  order: '1' | '2';
  sweep: 'off' | 'on';
  /** Whether the corners of a formula corners(…) have handles. Reads off for any other function. */
  draw: 'off' | 'on';
  /** What is kept back until it is revealed: a list of labels, cases, numbers, lower, point, sub, dist, fan, smooth, programs, formula, with commas, or nothing. */
  hide: string;
  theme: 'auto' | 'light' | 'dark' | 'contrast';
  ui: 'full' | 'min' | 'none' | 'lecture';
  lang: 'en' | 'de';
  scene: number;
  /** Which background shows: the theme's, or none, so that the page's own shows through. */
  paper: 'theme' | 'none';
}

/** What the figure shows, at full precision; null for what does not exist, is infinite, or is hidden. */
export interface Readout {
  x: number;
  value: number | null;
  /** One-sided slopes. */
  left: number | null;
  right: number | null;
  /** The derivative, null where it does not exist. */
  pointwise: number | null;
  /** The subdifferential, null where it is empty. */
  subdifferential: [number, number] | null;
  /** Clarke's subdifferential, null where the function is not Lipschitz. */
  clarke: [number, number] | null;
  probe: {c: number; w: number};
  pairing: {byParts: number; direct: number; error: number};
}

/** The readout in words, rounded as on the screen and in the reader's language. */
export interface Words { x: string; value: string; left: string; right: string; slope: string; interval: string; c: string; w: string; pairing: string }

/** What an event carries. While the figure glides, state and link describe
 * where it is going; readout and words describe what is shown on the way. */
export interface Shown { state: State; readout: Readout; words: Words; link: string }

/** What is wanted of a picture; the first of each is what it is if nothing is said. */
export interface Wish {
  /** The layout of a slide, or the drawing alone, cut close. */
  part?: 'slide' | 'drawing';
  /** The theme's, white, or transparent. On white the inks are dark. */
  paper?: 'theme' | 'white' | 'none';
  /** Without one it is the theme that is shown. */
  theme?: 'light' | 'dark' | 'contrast';
  /** Off: points in place of handles. */
  handles?: 'on' | 'off';
  /** '80mm', '1600px' or a number of px. */
  width?: string | number;
  /** Pixels to the inch, 36 to 1200, of a PNG whose width is in mm; 300. */
  dpi?: number;
  /** Words as outlines, or, in an SVG, as text with its fonts. */
  text?: 'outlines' | 'fonts';
  /** Of TikZ: a whole document, or the picture to be input into one. */
  frame?: 'document' | 'picture';
}

interface Events {
  ready: CustomEvent<Shown>;
  change: CustomEvent<Shown>;
  export: CustomEvent<{format: 'svg' | 'png' | 'tikz'; link: string; file: string; data: string}>;
  /** Something could not be loaded, or a value was invalid and was ignored. */
  error: CustomEvent<{message: string}>;
}

export interface ReluThreeWays extends HTMLElement {
  fn: string | null; f: string | null; lens: string | null; x: string | number | null; g: string | number | null;
  c: string | number | null; w: string | number | null; h: string | number | null; a: string | number | null;
  beta: string | number | null; p: string | number | null; s: string | number | null;
  steps: string | null; t: string | number | null; k: string | number | null;
  order: string | number | null; sweep: string | null; draw: string | null; hide: string | null; theme: string | null; ui: string | null; paper: string | null;
  /** The language of the figure's words. */
  lang: string;
  /** What is shown now; null before the figure is ready. */
  readonly readout: Readout | null;
  /** Sets a state; keys that are left out stay, and null means the default. */
  set(state: {[K in keyof State]?: State[K] | null} | string): void;
  play(): void;
  pause(): void;
  next(): void;
  prev(): void;
  /** Asks for a picture of the state; the event export brings it. A number is the scale of a slide 960 px wide. */
  export(format?: 'svg' | 'png' | 'tikz', wish?: Wish | 1 | 2 | 3 | 4): void;
  addEventListener<K extends keyof Events>(type: K, listener: (this: ReluThreeWays, event: Events[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends Exclude<keyof HTMLElementEventMap, keyof Events>>(type: K, listener: (this: ReluThreeWays, event: HTMLElementEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof Events>(type: K, listener: (this: ReluThreeWays, event: Events[K]) => void, options?: boolean | EventListenerOptions): void;
  removeEventListener<K extends Exclude<keyof HTMLElementEventMap, keyof Events>>(type: K, listener: (this: ReluThreeWays, event: HTMLElementEventMap[K]) => void, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap { 'relu-three-ways': ReluThreeWays }
}
