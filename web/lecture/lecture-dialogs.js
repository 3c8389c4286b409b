// The dialogs of the lecture: a QR code of the state, the state as a scene, the
// keys.

import {readDeck, writeScene} from './deck.js';
import {copy, make, open, save} from '../figure/dialog.js';
import {qrPicture} from '../take/others.js';

/**
 * Shows an address as a QR code.
 *
 * @param {Element} root
 * @param {Say} say
 * @param {string} url
 * @param {string} typed a short one, to be typed
 * @param {boolean} local whether no other device can open it
 */
export async function code(root, say, url, typed, local) {
  const svg = await qrPicture(url, 'M', 4);
  svg.setAttribute('class', 'lec-qr');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', url);
  open(root, say('This picture on your own screen'), say('Close'), svg, make('p', {class: 'lec-qr-link'}, make('a', {href: url, text: typed})),
    ...local ? [make('p', {class: 'lec-qr-local', text: say('Phones cannot reach this address, which works only on this computer. Serve the lecture with ./build.sh serve lan, or build the site with its public address in SITE.')})] : []);
}

/**
 * Shows a scene as JSON, to be copied or put into the deck, and opens decks.
 *
 * @param {Element} root
 * @param {Say} say
 * @param {Scene} scene
 * @param {{text: string, whole: boolean, insert(scene: Scene): void, take(text: string): void, forget(): void}} deck text: it as JSON; whole: whether it has no mistakes, which
 *   would be lost if it were rewritten; insert(scene), take(text), forget()
 */
export function record(root, say, scene, deck) {
  const field = make('textarea', {class: 'lec-json', spellcheck: 'false', 'aria-label': say('The scene as JSON'), text: writeScene(scene)});
  const status = make('p', {class: 'rf-said', role: 'status'});
  const file = make('input', {type: 'file', accept: '.json,application/json', 'aria-label': say('Open a deck'), onchange: async () => { const [own] = file.files ?? []; if (own) { deck.take(await own.text()); dialog.close(); } }});
  const button = (label, does) => make('button', {type: 'button', text: say(label), onclick: does});
  const dialog = open(root, say('Write a scene or open a deck'), say('Close'),
    make('p', {text: say('The figure as it is now, written as a scene:')}), field,
    make('p', {class: 'rf-more'},
      button('Copy', async () => { status.textContent = await copy(field) ? say('copied') : say('Selected: copy it with the keyboard.'); }),
      button('Insert after this scene', () => {
        const read = readDeck(`{"scenes": [${field.value}]}`, say);
        if (read.troubles.length) { status.textContent = read.troubles[0]; return; } // the first brings the others about
        if (!deck.whole) { status.textContent = say('The deck has mistakes. Correct them first.'); return; }
        deck.insert(read.scenes[0]);
        dialog.close();
      }),
      button('Save the deck', () => save(new Blob([deck.text], {type: 'application/json'}), 'deck.json')),
      button('Return to the original deck', () => { dialog.close(); deck.forget(); })),
    status, make('label', {}, say('Open a deck') + ': ', file));
}

/**
 * Lets the lecturer choose a length of the lecture.
 *
 * @param {Element} root
 * @param {Say} say
 * @param {{cut: string, minutes: number}[]} lengths
 * @param {string | undefined} now
 * @param {(cut: string) => void} choose
 */
export function length(root, say, lengths, now, choose) {
  const names = {short: say('Short'), long: say('Long')};
  const list = lengths.map(({cut, minutes}) => [cut === 'long' ? '' : cut, say('{name}, about {n} minutes', {name: names[cut], n: minutes})]);
  const chosen = list.some(([cut]) => cut === now) ? now : '';
  const dialog = open(root, say('Length of the lecture'), say('Close'),
    lengths.length ? make('p', {class: 'rf-more'}, ...list.map(([cut, text]) => make('button', {type: 'button', 'aria-pressed': String(cut === chosen), text, onclick: () => { dialog.close(); choose(cut); }})))
      : make('p', {text: say('This deck has one length.')}));
}

/** Shows the keys. */
export async function hints(root) {
  const {help} = await import('../figure/help.js');
  help(root, say => [
    ['→ N ' + say('PageDown') + ' ' + say('Space'), say('next step or scene')], ['← P ' + say('PageUp'), say('previous step or scene')], ['1–99', say('type the number of a scene to go to it; Enter goes there at once')],
    ['R', say('reset the step')], ['B .', say('black screen, on or off')], ['F', say('full screen')], ['S', say('speaker’s window')], ['Q', say('QR code of this state, for phones')],
    ['D', say('write a scene or open a deck')], ['H', say('handout and film')], ['L', say('length of the lecture')], [say('Hold'), say('the pointer down away from the handles: laser pointer')], ['Esc', say('close what is open, or ask whether to leave the lecture')],
  ]);
}
