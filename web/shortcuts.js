// Keys of a single letter can be in the way of somebody who speaks to the
// computer or types by accident. There is a switch for them in the dialog of
// the keys; <html data-keys="on|off"> is where it stands, on a page that has
// such keys at all. It is kept for as long as the window is open.

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
