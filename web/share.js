// The dialog for sharing: the state as a link or to be embedded, how to cite it,
// and pictures of it.

import {address, home} from './address.js';
import {make, open, save} from './dialog.js';
import {readLink} from './link.js';
import {pngFile, svgFile} from './picture.js';
import {english, words} from './words.js';

const here = new URL('.', import.meta.url);

/** A text as it stands in an attribute. */
const quoted = s => s.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The forms, each a label and a text, in which a state is handed on. A frame
 * needs a host that shows pages. */
export function forms(link, paper, say = english) {
  const name = say('Three ways to differentiate ReLU');
  const url = address(link);
  const state = readLink(link);
  const tall = state.get('lens') === 'dist' ? 630 : 580; // px on a phone, without what grows with the width
  const attributes = [...state, ...paper === 'none' ? [['paper', paper]] : []].map(([k, v]) => ` ${k}="${quoted(v)}"`).join('');
  return {
    link: url,
    ...home && {frame: `<div style="container-type:inline-size;width:720px;max-width:100%">\n  <iframe src="${quoted(new URL('embed.html' + (link && '#' + link), home).href)}" title="${name}" width="720" height="420" style="border:0;display:block;max-width:100%;height:max(420px,min(${tall}px + 91cqw,(560px - 100cqw)*999))" loading="lazy" allow="fullscreen"></iframe>\n</div>`},
    element: `<script async src="${new URL('post.js', here)}"></script>\n<relu-three-ways${attributes} style="display:block;height:0;padding-bottom:max(420px,min(60%,900px),min(${tall}px + 91%,(560px - 100%)*999))">\n  <a href="${quoted(url)}">${name}</a>\n</relu-three-ways>`,
    markdown: `[${name}](${url})`,
    cite: say('Three ways to differentiate ReLU: an interactive figure. {url} (accessed {date}).', {url, date: new Date().toISOString().slice(0, 10)}),
  };
}

/** Puts a text on the clipboard, or selects it for the reader to do so. */
async function copy(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}

/** Opens the dialog of a figure that is ready. */
export async function share(root) {
  const say = await words(root.lang || document.documentElement.lang);
  const link = root.dataset.link ?? '';
  const state = make('p', {class: 'rf-said', role: 'status'});
  const labels = {link: say('Link'), frame: say('Frame'), element: say('Element'), markdown: 'Markdown', cite: say('Citation')};
  const rows = Object.entries(forms(link, root.dataset.paper, say)).map(([key, value]) => {
    const field = make('textarea', {rows: {frame: 5, element: 6, markdown: 2, cite: 2}[key] ?? 1, readonly: true, spellcheck: 'false', class: 'rf-form', 'data-form': key, text: value});
    const button = make('button', {
      type: 'button', 'aria-label': `${say('Copy')}: ${labels[key]}`, text: say('Copy'),
      onclick: async () => { state.textContent = await copy(field) ? `${labels[key]}: ${say('copied')}` : say('Selected: copy it with the keyboard.'); },
    });
    return make('label', {class: 'rf-row'}, make('span', {text: labels[key]}), field, button);
  });

  const boxed = self.origin === 'null'; // in a sandbox, which does not say what it allows
  const file = 'three-ways-' + (new URLSearchParams(link).get('lens') ?? 'point');
  const ask = {link, theme: root.dataset.theme};
  const taking = make('div', {class: 'rf-take', role: 'group', 'aria-label': say('Picture')});
  const take = (label, does) => taking.append(make('button', {
    type: 'button', text: label,
    onclick: async () => {
      state.textContent = say('Drawing…');
      try {
        await does();
        state.textContent = `${label}: ${boxed ? say('created, but this frame may not be allowed to save files') : say('saved')}`;
      } catch (e) {
        state.textContent = `${label}: ${say(e.message)}`;
      }
    },
  }));
  const scale = make('select', {'aria-label': say('PNG scale')}, ...[1, 2, 3, 4].map(k => make('option', {value: k, text: `${k}×`, selected: k === 2})));
  take('SVG', async () => save(new Blob([await svgFile(root, ask)], {type: 'image/svg+xml'}), file + '.svg'));
  take('PNG', async () => save(await pngFile(root, ask, +scale.value), `${file}-${scale.value}x.png`));
  taking.append(scale);
  take('TikZ', async () => save(new Blob([(await import('./tikz.js')).tikzFile(root, ask)], {type: 'application/x-tex'}), file + '.tex'));
  taking.append(make('button', {type: 'button', text: say('Film'), onclick: async () => (await import('./film-dialog.js')).film(root)}));
  const dialog = open(root, say('Share and save'), say('Close'), ...rows, make('h3', {text: say('Picture')}), taking, state,
    make('p', {class: 'rf-more'},
      ...home ? [make('a', {href: address(link), target: '_blank', rel: 'noopener', text: say('Open on a page of its own')})] : [],
      ...boxed ? [] : [make('button', {type: 'button', text: say('Print or save as PDF'), onclick: async () => { dialog.close(); (await import('./handout.js')).printState(root); }})],
      make('button', {type: 'button', text: say('Keys and hints'), onclick: async () => (await import('./help.js')).help(root)})));
}
