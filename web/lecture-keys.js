// The keys of the lecture and of the speaker's window. Sliders, tabs and dialogs
// take theirs first.

import {isOff} from './shortcuts.js';

/** What keys do, by the names of what can be done. */
const named = {
  ArrowRight: 'next', ' ': 'next', n: 'next', PageDown: 'next', ArrowLeft: 'previous', p: 'previous', PageUp: 'previous',
  b: 'black', '.': 'black', f: 'fullScreen', s: 'notes', r: 'reset', q: 'code', d: 'record', h: 'handout', '?': 'hints', Escape: 'leave',
};

/**
 * Listens to keys.
 *
 * @param {Record<string, Function>} does functions by the names above; jump(n) goes to a scene.
 *   What is not there is left to the browser
 * @param {() => number} count how many scenes there are
 */
export function listen(does, count) {
  let typed = '', typing;
  const jump = () => {
    clearTimeout(typing);
    const n = +typed;
    typed = '';
    if (n) does.jump(n);
  };
  const number = digit => {
    clearTimeout(typing);
    typed = (typed + digit).slice(-2);
    if (+typed * 10 > count() || typed.length === 2) jump();
    else typing = setTimeout(jump, 900);
  };
  addEventListener('keydown', e => {
    if (e.defaultPrevented || e.ctrlKey || e.altKey || e.metaKey || isOff(e.key) || e.target.closest?.('dialog[open], input, textarea, select')) return;
    if ([' ', 'Enter'].includes(e.key) && e.target.closest?.('button, a, [role="option"]')) return; // it presses what has the focus
    const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
    if (/^[0-9]$/.test(key)) return number(key);
    if (key === 'Enter' && typed) return jump();
    const f = does[named[key]];
    if (!f) return;
    e.preventDefault();
    does.any?.(named[key]);
    f();
  });
}
