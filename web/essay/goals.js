// Exercises whose answers are states of the figure. data-goal says which: conditions on
// what the figure reports, all of which have to hold.
//
//   data-goal="fn=abs; x=0; g>=-1; g<0"      = != < <= > >=
//
//   the keys of an address
//   slope, lo, hi    f′(x), and the ends of ∂f(x), or none
//   from, to         the ends of the support of φ
//   pairing          ⟨f′, φ⟩, or ⟨f″, φ⟩ in order 2
//
// data-more: the exercise asks a second question, which the figure cannot see answered.

const near = 1e-9; // a pairing is computed
const nearby = 0.06; // by which a hand misses a number that it means
const names = {pairing: '⟨f′, φ⟩'};

/** What a report says, by the names above. */
function told({state, readout}) {
  const {pointwise, subdifferential, probe: {c, w}, pairing} = readout;
  return {...state, slope: pointwise, lo: subdifferential?.[0], hi: subdifferential?.[1], from: c - w, to: c + w, pairing: pairing.byParts};
}

/** The conditions that do not hold: a key, its value, and whether that is nearly the one that is asked for. */
function missing(goal, report) {
  const values = told(report);
  return goal.split(';').map(condition => {
    const [, key, sign, want] = /^\s*(\w+)\s*(!=|<=|>=|=|<|>)\s*(\S+)\s*$/.exec(condition) ?? [];
    const value = values[key], n = Number(want), number = typeof value === 'number' && !Number.isNaN(n);
    const same = number ? Math.abs(value - n) < near : String(value ?? 'none') === want;
    const holds = {'=': same, '!=': !same, '<': number && value < n && !same, '<=': number && value < n || same, '>': number && value > n && !same, '>=': number && value > n || same}[sign ?? ''];
    return {key, value, holds, nearly: sign === '=' && number && Math.abs(value - n) <= nearby};
  }).filter(({holds}) => !holds);
}

/** Whether all conditions hold. */
export const reached = (goal, report) => missing(goal, report).length === 0;

const pause = 400; // ms after which a state is where the reader wants it, not on the way

/** What plays: what comes of it is not done by hand. */
const plays = e => e.target.closest?.('.rf-steps, .rf-walk') || e.key === ' ' && e.target.matches?.('.rf-handle');

/** Lets the exercises of a list say when the figure has come to an answer by the reader's
 * own hand, and rests there. A link of the prose and what plays solve nothing. */
export function watch(list, figure) {
  const open = new Map([...list.querySelectorAll('[data-goal]')].map(li => {
    const said = Object.assign(document.createElement('p'), {className: 'reached'});
    said.setAttribute('role', 'status');
    li.firstElementChild.after(said);
    return [li, said];
  }));
  let byHand = false, timer = 0;
  for (const type of ['pointerdown', 'keydown']) figure.addEventListener(type, e => { if (e.isTrusted) byHand = !plays(e); }, true);
  figure.addEventListener('relu-steer', () => { byHand = false; });
  figure.addEventListener('relu-change', e => {
    clearTimeout(timer);
    if (byHand && figure.dataset.held !== 'true') timer = setTimeout(check, pause, e.detail);
  });
  function check(report) {
    for (const [li, said] of byHand ? open : []) {
      const rest = missing(li.dataset.goal, report), [{key, value} = {}] = rest;
      if (rest.length > 0) {
        said.textContent = rest.length === 1 && rest[0].nearly ? `Nearly: ${names[key] ?? key} = ${value.toFixed(2).replace('-', '−')}` : '';
        continue;
      }
      said.textContent = '✓ That is an answer.' + ('more' in li.dataset ? ' Now the other question.' : '');
      open.delete(li);
    }
  }
}
