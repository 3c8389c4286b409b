// The keys and hints of a figure, in a dialog.

import {field, make, open, table} from './dialog.js';
import {setShortcuts, shortcuts} from './shortcuts.js';
import {words} from './words.js';

/** Pairs of keys and what they do. */
const keys = say => [
  ['Tab', say('go to the next handle or button, then leave the figure')],
  ['← → ↑ ↓', say('move a handle; the point stops at the corner')],
  [say('Shift') + ' + ← →', say('move in fine steps')],
  [say('Page ↑ ↓'), say('move in large steps')],
  [say('Home, End'), say('move to either end')],
  ['Esc', say('bring the slope back into the fan; end drawing')],
  [say('Insert, Delete'), say('on a corner that you draw: add one after it, or remove it')],
  [say('Space'), say('on the slider of the derivation: play or stop it')],
  ['?', say('show these hints')],
];

const hints = say => [
  say('Drag a round handle; use two fingers to drag two. The point snaps to 0 and to corners.'),
  say('Click on the graph or on an axis to bring the point, or the bump, there.'),
  say('Point at a term of the derivation to light up its area.'),
  say('Click the name of the function to choose another, or to write or draw your own.'),
  say('The address in your browser’s address bar reproduces the picture.'),
];

/**
 * Opens the dialog.
 *
 * @param {HTMLElement} place the figure's root, or what a lecture has for one
 * @param {(say: Say) => string[][]} [more] further keys, which come first
 */
export async function help(place, more = () => []) {
  const say = await words(place.lang || document.documentElement.lang);
  const essay = document.querySelector('.essay') ? [['F', say('on a link in the text: go to the figure; Esc returns')]] : [];
  open(place, say('Keys and hints'), say('Close'),
    table({head: [], rows: [...more(say), ...keys(say), ...essay]}, {class: 'rf-keys'}),
    ...shortcuts() ? [off(say)] : [],
    make('ul', {}, ...hints(say).map(text => make('li', {text}))),
    make('p', {class: 'rf-version', text: say('Version {version}, build {build}', {version: '{{VERSION}}', build: '{{BUILD}}'})}));
}

/** The switch for single-key shortcuts. */
function off(say) {
  const box = make('input', {type: 'checkbox', checked: shortcuts() === 'on', onchange: () => setShortcuts(box.checked)});
  return field(say('Single-key shortcuts'), box);
}
