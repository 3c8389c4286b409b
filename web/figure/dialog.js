// Dialogs of a figure or of the lecture: the browser's own <dialog>, which
// traps the focus, closes on Escape and returns the focus.

/**
 * Makes an element with attributes, text and children.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} [has] attributes; the key text is its text, on… a listener
 * @param {...(Node | string)} children
 */
export function make(tag, has = {}, ...children) {
  const el = document.createElement(tag);
  for (const [key, value] of Object.entries(has)) {
    if (key === 'text') el.textContent = value;
    else if (key.startsWith('on')) el.addEventListener(key.slice(2), value);
    else if (value !== false && value != null) el.setAttribute(key, value === true ? '' : value);
  }
  el.append(...children);
  return el;
}

/** A text with the figure's markup, in which _x_ is a mathematical letter, and without. */
export const marked = text => text.split('_').map((part, i) => i % 2 ? make('i', {text: part}) : part);
export const plain = text => text.replaceAll('_', '');

/**
 * A table, of which each row is named by its first cell. Cells of columns that are
 * still to come are marked.
 *
 * @param {{head: string[], rows: string[][]}} of
 * @param {Record<string, any>} [has] attributes
 * @param {number} [shown] how many columns have come
 */
export const table = ({head, rows}, has, shown = Infinity) => make('table', has,
  ...head.length ? [make('thead', {}, make('tr', {}, ...head.map((text, i) => make('th', {scope: 'col', text, 'data-late': i >= shown}))))] : [],
  make('tbody', {}, ...rows.map(row => make('tr', {}, ...row.map((text, i) => make(i ? 'td' : 'th', {scope: i ? null : 'row', text, 'data-late': i >= shown}))))));

/**
 * Opens a dialog in a place whose style sheet has .rf-dialog. It is gone when
 * it is closed.
 *
 * @param {Element} place
 * @param {string} title
 * @param {string} close the name of the button that closes it
 * @param {...Node} content
 * @returns {HTMLDialogElement}
 */
export function open(place, title, close, ...content) {
  place.querySelector('.rf-dialog')?.close();
  const id = 'rf-dialog-' + Math.random().toString(36).slice(2);
  const dialog = make('dialog', {class: 'rf-dialog', 'aria-labelledby': id},
    make('div', {class: 'rf-dialog-head'}, make('h2', {id, text: title}),
      make('button', {type: 'button', class: 'rf-close', 'aria-label': close, text: '×', onclick: () => dialog.close()})),
    make('div', {class: 'rf-dialog-body'}, ...content));
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', e => { if (e.target === dialog) dialog.close(); }); // beside it
  for (const kind of ['keydown', 'pointerdown', 'pointermove']) dialog.addEventListener(kind, e => e.stopPropagation()); // what is under it hears nothing
  place.append(dialog);
  dialog.showModal();
  return dialog;
}

/** A control with its name: above it, or beside a box to tick. */
export const field = (name, control) => control.type === 'checkbox' ? make('label', {class: 'rf-switch'}, control, make('span', {text: name}))
  : make('label', {class: 'rf-choice'}, make('span', {text: name}), control);

/** Options of a choice, each a value and its name, and the choice. */
export const options = (list, chosen) => list.map(([value, text]) => make('option', {value, text, selected: value === chosen}));
export const choice = (list, chosen, has = {}) => make('select', has, ...options(list, chosen));

/** Lets arrow keys go round among buttons in a bar, of which Tab stops at one. */
export const arrows = (bar, buttons, keys, go = button => button.focus()) => bar.addEventListener('keydown', e => {
  const at = buttons.indexOf(e.target), [back, on] = keys(), to = {[back]: at - 1, [on]: at + 1, Home: 0, End: -1}[e.key];
  if (to === undefined || at < 0) return;
  e.preventDefault();
  go(buttons.at(to % buttons.length));
});

/** Puts the text of a field on the clipboard, or selects it for the reader to do so. */
export async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch { // there is none without https
    field.select();
    return document.execCommand('copy');
  }
}

/** Whether the page is in a sandbox, which does not say what it allows. */
export const boxed = self.origin === 'null';

/** What is told of a file that was handed to the reader. */
export const saved = (say, file) => `${file}: ${boxed ? say('created, but this frame may not be allowed to save files') : say('saved')}`;

/** Hands a file to the reader. */
export function save(blob, name) {
  const a = make('a', {href: URL.createObjectURL(blob), download: name});
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(a.href), 60_000);
}
