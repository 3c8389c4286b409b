// The keys of the lecture and of the speaker's window. Sliders, tabs and dialogs
// take theirs first.

import {isOff} from '../figure/shortcuts.js';

/** What keys do, by the names of what can be done. A clicker begins a show by F5, which
 * must not load the page anew. */
const named = {
  ArrowRight: 'next', ' ': 'next', n: 'next', PageDown: 'next', ArrowLeft: 'previous', p: 'previous', PageUp: 'previous',
  b: 'black', '.': 'black', f: 'fullScreen', F5: 'begin', s: 'notes', r: 'reset', q: 'code', d: 'record', h: 'handout', l: 'length', '?': 'hints', Escape: 'leave',
};

/** Keys that do nothing by themselves, or only move the focus. */
const quiet = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn', 'Tab'];

/**
 * Listens to keys.
 *
 * @param {Record<string, Function>} does functions by the names above; jump(n) goes to a scene,
 *   typing(digits) shows what has been typed of its number, any(name) is told of each key first, with what it does if it has a name, and hand(key) takes a key of
 *   a vote and says whether it has. What is not there is left to the browser
 * @param {() => number} count how many scenes there are
 */
export function listen(does, count) {
  let typed = '', typing, arrived = -1e9;
  const show = text => { if (typed !== text) does.typing?.(typed = text); };
  const jump = () => {
    clearTimeout(typing);
    const n = +typed;
    show('');
    if (n) does.jump(n);
    arrived = performance.now();
  };
  const number = digit => {
    clearTimeout(typing);
    show((typed + digit).slice(-2));
    if (+typed * 10 > count() || typed.length === 2) jump();
    else typing = setTimeout(jump, 900);
  };
  addEventListener('keydown', e => {
    if (e.defaultPrevented || e.ctrlKey || e.altKey || e.metaKey || e.target.closest?.('dialog[open], input, textarea, select')) return;
    const asked = e.key === ' ' && e.target.closest?.('.lec-notice[data-passing]'); // with which one goes on
    if ([' ', 'Enter'].includes(e.key) && !asked && e.target.closest?.('button, a, [role="option"]')) return; // it presses what has the focus
    if (e.key === 'Enter' && !typed && performance.now() - arrived < 1000) { // it belongs to the number, which has been complete without it
      arrived = -1e9;
      return e.preventDefault();
    }
    const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
    const name = isOff(e.key) ? undefined : named[key];
    if (!quiet.includes(key)) does.any?.(name);
    if (isOff(e.key)) return;
    if (does.hand?.(key)) return e.preventDefault();
    if (/^[0-9]$/.test(key)) return number(key);
    if (key === 'Enter' && typed) {
      jump();
      arrived = -1e9; // the next one is another
      return;
    }
    if (key === 'Escape' && typed) {
      clearTimeout(typing);
      e.preventDefault();
      return show('');
    }
    const f = does[name];
    if (!f) return;
    e.preventDefault();
    f();
  });
}
