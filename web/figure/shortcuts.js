// Single-key shortcuts get in the way of people who speak to the computer, or
// hit keys by accident. The dialog of the keys has a switch for them. Its state is
// in <html data-keys="on|off">, on pages that have such keys, and is kept until the
// window is closed.

const key = 'relu-keys', page = document.documentElement;

/** Says that this page has such keys. */
export function haveShortcuts() {
  let kept;
  try { kept = sessionStorage.getItem(key); } catch { /* nothing is kept */ }
  page.dataset.keys = kept === 'off' ? 'off' : 'on';
}

/** Whether a key, as an event names it, is switched off. */
export const isOff = name => page.dataset.keys === 'off' && name.length === 1 && name !== ' ';

/** Where the switch stands, or undefined if there is none. */
export const shortcuts = () => page.dataset.keys;

export function setShortcuts(on) {
  page.dataset.keys = on ? 'on' : 'off';
  try { sessionStorage.setItem(key, page.dataset.keys); } catch { /* until the next reload */ }
}
