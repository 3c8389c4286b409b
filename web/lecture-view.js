// What the lecture shows over the figure: title and sentence of the scene, a
// table in the figure's place, the bar of buttons, mistakes of a deck, black.

import {make} from './dialog.js';

/** A text with the figure's markup, in which _x_ is a mathematical letter. */
const marked = text => text.split('_').map((part, i) => i % 2 ? make('i', {text: part}) : part);

/**
 * Puts the parts into the root of a figure that is ready.
 *
 * @param {Element} root
 * @param {(english: string) => string} say
 * @param {object} does previous, next, reset, notes, code, record, fullScreen, hints
 */
export function view(root, say, does) {
  const sentence = make('p', {class: 'lec-say'}), number = make('p', {class: 'lec-number'});
  const table = make('section', {class: 'lec-table', hidden: true, tabindex: '0'});
  const dark = make('div', {class: 'lec-black'});
  const button = (label, paths, does) => {
    const b = make('button', {type: 'button', 'aria-label': say(label), title: say(label), onclick: does});
    b.innerHTML = `<svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${paths}"/></svg>`;
    return b;
  };
  const bar = make('div', {class: 'lec-bar', role: 'toolbar', 'aria-label': say('Lecture')},
    button('previous', 'M16 10H4M9 5l-5 5 5 5', does.previous), button('next', 'M4 10h12M11 5l5 5-5 5', does.next),
    button('reset the scene', 'M4 8.2A6.4 6.4 0 1 1 3.7 11.5M3.5 4.2v4h4', does.reset), button('speaker’s window', 'M3.5 5h13M3.5 10h13M3.5 15h8', does.notes),
    button('code of this state', 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h2M16.5 11.5v2M11.5 16.5h2.5M16.5 16.5v.1', does.code),
    button('decks: open, write a scene', 'M4 16l.8-3.4L13.4 4l2.6 2.6-8.6 8.6zM11.4 6l2.6 2.6', does.record),
    button('full screen', 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4', does.fullScreen), button('keys and hints', 'M7.2 7.6a2.9 2.9 0 1 1 4.2 2.6c-.9.5-1.4 1-1.4 2M10 15.4v.1', does.hints));
  const left = new CSSStyleSheet(); // the handles that a scene leaves out
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, left];
  root.append(table, make('div', {class: 'lec-foot'}, sentence, number), bar);

  const rows = ({head, rows, source}) => [
    make('table', {}, make('thead', {}, make('tr', {}, ...head.map(text => make('th', {scope: 'col', text})))),
      make('tbody', {}, ...rows.map(row => make('tr', {}, ...row.map(text => make('td', {text})))))),
    make('p', {class: 'lec-source', text: source ?? ''})];

  return {
    /** Shows a scene, the nth of a count. */
    show(s, n, count) {
      const title = s.trouble ? `${s.title || say('A scene')}: ${s.trouble}` : s.title;
      root.dispatchEvent(new CustomEvent('relu-title', {detail: title || ' '}));
      sentence.replaceChildren(...marked(s.say));
      number.textContent = `${n} / ${count}`;
      root.toggleAttribute('data-table', !!s.table);
      table.hidden = !s.table;
      table.replaceChildren(...s.table ? [make('h2', {}, ...marked(s.title)), ...rows(s.table)] : []);
      left.replaceSync(s.touch ? `.rf-handle:not(${['none', ...s.touch].map(c => `[data-control="${c}"]`).join(',')}){display:none}` : '');
    },

    /** Lists the mistakes of a deck, or takes the list away. */
    trouble(list) {
      root.querySelector('.lec-trouble')?.remove();
      if (!list.length) return;
      const box = make('div', {class: 'lec-trouble', role: 'alert'}, make('p', {text: say('This deck has mistakes; the rest of it works:')}), make('ul', {}, ...list.slice(0, 12).map(text => make('li', {text}))),
        make('button', {type: 'button', text: say('Close'), onclick: () => box.remove()}));
      root.append(box);
    },

    /** Whether the screen is black. */
    get isBlack() { return dark.isConnected; },
    black(on) { if (on) root.append(dark); else dark.remove(); },
  };
}
