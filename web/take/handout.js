// Handouts: a state of the figure, or all scenes of a lecture, a page each, and the
// exercises with their answers, to be printed or saved as PDF by the browser. They
// are made in a frame of their own, so that no style of a page is in the way, and
// what is printed is not the page.

import {address} from '../figure/address.js';
import {make, marked, table} from '../figure/dialog.js';
import {bare} from '../figure/link.js';
import {qrPicture, reachable} from './others.js';
import {drawn} from './picture.js';
import {words} from '../figure/words.js';

/** The styles of a handout: the figure's for its fonts. */
const styles = [new URL('figure.css?b={{BUILD}}', import.meta.url), new URL('handout.css?b={{BUILD}}', import.meta.url)];

/** The style sheets of a document, which a strict policy of the page around allows. */
const sheetsFor = view => Promise.all(styles.map(async url => {
  const answer = await fetch(url).catch(() => null);
  if (!answer?.ok) throw new Error('a part of the page could not be loaded');
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync((await answer.text()).replace(/url\(["']?(?!data:|#)([^"')]+)["']?\)/g, (_, file) => `url("${new URL(file, url)}")`));
  return sheet;
}));

/** Sets a page in smaller type until it is all on one sheet of paper, without room for notes if there is none. */
function fit(section) {
  const room = section.querySelector('.notes');
  const over = () => room && room.offsetHeight < 60 || section.scrollHeight > section.clientHeight + 1 || section.offsetHeight > parseFloat(getComputedStyle(section).minHeight) + 1;
  for (let small = 1; small <= 5 && over(); small++) section.dataset.small = String(small);
  if (!room || room.offsetHeight >= 60) return;
  room.remove();
  section.removeAttribute('data-notes');
  section.removeAttribute('data-small');
  fit(section);
}

/**
 * @typedef {object} Sheet
 * @property {string} title in the figure's markup
 * @property {string[]} says sentences, in the same
 * @property {string[]} links states, of each of which there is a picture
 * @property {{head: string[], rows: string[][], source?: string}} [table]
 * @property {string[]} [choices] of a vote
 * @property {string} [url] what shows it again, if that is not its last state
 */

/** The paper that a reader probably has: US letter in North America and a few countries more. */
export const usual = () => /-(US|CA|MX|PH|CL|CO|VE|GT|CR|PA|DO|SV|NI)\b/.test(navigator.language) ? 'letter' : 'a4';

/** The address of a link, for others. */
const whole = link => reachable(new URL(address(bare(link).replaceAll('%2C', ',')), location.href)).url;

/** A picture of a link in black on white. */
function picture(root, link, id) {
  const svg = drawn(root, {link, theme: 'contrast', handles: 'off'}, {id: 'sheet' + id});
  svg.setAttribute('role', 'img');
  return make('figure', {}, document.importNode(svg, true));
}

/** An address, beside its QR code. */
async function where(url) {
  const svg = await qrPicture(url, 'L', 3);
  svg.setAttribute('aria-hidden', 'true');
  return make('p', {class: 'where'}, svg, make('a', {href: url, text: url}));
}

/** A text of the essay, or its translation, in which links have no addresses: they are those of the essay, in order. */
function copied(nodes, text, lang) {
  const p = make('div', {}, ...[...nodes].map(n => document.importNode(n, true)));
  const links = [...p.querySelectorAll('a')].map(a => a.getAttribute('href') ?? '');
  if (text) p.replaceChildren(make('p', {}, ...new DOMParser().parseFromString(text, 'text/html').body.childNodes));
  for (const [i, a] of p.querySelectorAll('a').entries()) {
    const link = links[i] ?? '';
    for (const {name} of [...a.attributes]) a.removeAttribute(name);
    a.setAttribute('href', link.startsWith('#') ? whole(text ? `${link}&lang=${lang}` : link) : new URL(link, address('')).href);
  }
  return [...p.childNodes];
}

/** The exercises of the essay and their answers, each on a page: in English, or in German, of which there are the texts alone. */
async function exercises(say, lang, head) {
  const page = new DOMParser().parseFromString(await (await fetch(new URL('./', address('')))).text(), 'text/html');
  const items = [...page.querySelectorAll('.exercises > li')];
  if (!items.length) return [];
  const texts = /^de\b/.test(lang) ? await (await fetch(new URL('exercises.de.json?b={{BUILD}}', import.meta.url))).json() : null;
  const english = texts || say('Exercises') === 'Exercises' ? {} : {lang: 'en'};
  const sheet = (title, kind, which, each) => make('section', {}, head(''), make('h2', {text: title}), make('ol', {class: kind, ...english}, ...items.map((li, i) => make('li', {}, ...copied(each(li), texts?.[i]?.[which], 'de')))));
  const {url} = reachable(new URL(texts ? './#lang=de' : './', address(''))); // where a link of an exercise can be pressed
  const questions = sheet(say('Exercises'), 'questions', 0, li => [...li.children].filter(el => el.localName !== 'details'));
  questions.append(await where(url));
  return [
    questions,
    sheet(say('Answers'), 'answers', 1, li => [...[...li.querySelectorAll(':scope > details')].at(-1)?.children ?? []].filter(el => el.localName !== 'summary')),
  ];
}

/**
 * Makes a handout, and has the browser print it.
 *
 * @param {Root} root a figure that is ready
 * @param {Sheet[]} sheets
 * @param {{title: string, lang: string, paper: string, notes: boolean, exercises: boolean}} with_ notes: whether there is room for them
 */
export async function handout(root, sheets, with_) {
  const say = await words(with_.lang), many = sheets.length > 1;
  const head = number => make('header', {}, make('span', {text: with_.title}), make('span', {text: number}));
  const pages = [];
  for (const [i, s] of sheets.entries()) {
    const {notes} = with_;
    const url = s.url ?? (s.links.length ? whole(s.links.at(-1) ?? '') : '');
    pages.push(make('section', {'data-notes': notes}, head(many ? `${i + 1} / ${sheets.length}` : ''),
      make('h2', {}, ...marked(s.title)), ...s.says.map(text => make('p', {class: 'say'}, ...marked(text))),
      ...s.choices ? [make('ul', {class: 'choices'}, ...s.choices.map(text => make('li', {}, ...marked(text))))] : [],
      ...s.table ? [table(s.table), ...s.table.source ? [make('p', {class: 'source', text: s.table.source})] : []] : [],
      ...s.links.length ? [make('div', {class: ['one', 'two'][s.links.length - 1] ?? 'many'}, ...s.links.map((link, k) => picture(root, link, `${i}x${k}`)))] : [],
      ...url ? [await where(url)] : [],
      ...notes ? [make('div', {class: 'notes', 'aria-hidden': 'true'}, ...Array.from({length: 30}, () => make('i')))] : []));
  }
  if (with_.exercises) pages.push(...await exercises(say, with_.lang, head).catch(() => [])); // without a network there may be none
  const frame = await room();
  try {
    await printed(frame, pages, with_);
  } catch (e) {
    frame.remove();
    throw e;
  }
}

/** Prints pages from a frame, which goes when that is done. */
async function printed(frame, pages, with_) {
  const doc = /** @type {Document} */ (frame.contentDocument), body = doc.body;
  doc.documentElement.lang = with_.lang;
  doc.title = with_.title;
  doc.adoptedStyleSheets = await sheetsFor(frame.contentWindow);
  body.dataset.paper = with_.paper;
  body.append(...pages);
  body.getBoundingClientRect(); // so that the fonts are asked for
  await doc.fonts.ready;
  for (const page of pages) fit(page);
  const window = /** @type {Window} */ (frame.contentWindow);
  window.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
  window.print();
}

/** An empty frame for a handout, out of sight. The one before is gone. */
async function room() {
  document.querySelector('iframe[data-handout]')?.remove();
  const frame = document.createElement('iframe');
  frame.dataset.handout = '';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  Object.assign(frame.style, {position: 'fixed', left: '-2000px', top: '0', width: '794px', height: '1123px', border: '0', visibility: 'hidden'});
  await new Promise(done => { frame.onload = done; document.body.append(frame); });
  return frame;
}

/** Prints the state of a figure on a page of its own. */
export async function printState(root) {
  const say = await words(root.lang || document.documentElement.lang), link = root.dataset.link ?? '';
  const texts = selector => [...root.querySelectorAll(selector)].map(el => el.textContent?.trim() ?? '').filter(Boolean);
  await handout(root, [{title: texts('.rf-question')[0] ?? '', says: texts('.rf-caption').slice(0, 1), links: [link]}],
    {title: say('Three ways to differentiate ReLU'), lang: root.lang || 'en', paper: usual(), notes: true, exercises: false});
}
