// The keys of a figure, in a dialog.

import {make, open} from './dialog.js';
import {setShortcuts, shortcuts} from './shortcuts.js';
import {words} from './words.js';

/** Pairs of keys and what they do. */
const keys = say => [
  ['Tab', say('to the next handle or button, and out again')],
  ['← → ↑ ↓', say('move a handle; the point stops at the corner')],
  [say('Shift') + ' + ← →', say('finely')],
  [say('Page ↑ ↓'), say('in wide steps')],
  [say('Home, End'), say('to the ends')],
  ['Esc', say('bring a slope that does not support back into the fan')],
  [say('Space'), say('on the step slider: play the derivation, or stop it')],
  ['?', say('these hints')],
];

const hints = say => [
  say('Drag a round handle, with two fingers two. The point is caught by the corner at 0.'),
  say('Point at a term of the derivation and its area lights up.'),
  say('The name of the function opens the list of functions.'),
  say('The address always shows the same picture.'),
];

/**
 * Opens the dialog.
 *
 * @param {HTMLElement} place the figure's root, or what a lecture has for one
 * @param {(say: Say) => string[][]} [more] further keys, which come first
 */
export async function help(place, more = () => []) {
  const say = await words(place.lang || document.documentElement.lang);
  const essay = document.querySelector('.essay') ? [['F', say('on a link of the text: to the figure; Esc leads back')]] : [];
  const rows = [...more(say), ...keys(say), ...essay].map(([key, what]) => make('tr', {}, make('th', {scope: 'row', text: key}), make('td', {text: what})));
  open(place, say('Keys and hints'), say('Close'),
    make('table', {class: 'rf-keys'}, make('tbody', {}, ...rows)),
    ...shortcuts() ? [off(say)] : [],
    make('ul', {}, ...hints(say).map(text => make('li', {text}))),
    make('p', {class: 'rf-version', text: say('Version {version}, build {build}', {version: '{{VERSION}}', build: '{{BUILD}}'})}));
}

/** The switch for the keys of a single letter. */
function off(say) {
  const box = make('input', {type: 'checkbox', checked: shortcuts() === 'on', onchange: () => setShortcuts(box.checked)});
  return make('label', {class: 'rf-switch'}, box, make('span', {text: say('Keys of a single letter, digit or sign do something')}));
}
