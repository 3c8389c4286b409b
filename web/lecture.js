// The lecture: a deck of scenes over the figure. A scene is a title, a sentence,
// a state of the figure and steps from there. Keys, the bar, the speaker's
// window and the address all lead to the same function, go.
//
// The address after # is scene=3&step=1, and perhaps deck=own.json and lang=de.

import {address} from './address.js';
import {readDeck, usable, writeDeck} from './deck.js';
import {fetchDeck, keep, kept, shipped, unname} from './deck-source.js';
import {laser} from './laser.js';
import {listen} from './lecture-keys.js';
import {lectureLine} from './lecture-line.js';
import {stacked, view} from './lecture-view.js';
import {merge, readLink, writeLink} from './link.js';
import {haveShortcuts} from './shortcuts.js';
import {words} from './words.js';

const root = document.querySelector('[data-relu-figure]');
const tell = (name, detail) => root.dispatchEvent(new CustomEvent('relu-' + name, {detail}));
const asked = kept().lang ?? 'en';
const say = await words(asked);
document.documentElement.lang = /^de\b/.test(asked) ? 'de' : 'en';
document.title = say('Lecture: three ways to differentiate ReLU'); // until there is a scene
const dialogs = () => import('./lecture-dialogs.js');
haveShortcuts();

let over; // what is shown around the figure, once that is ready
let deck, source; // source: the text of a deck of one's own, null for ours
let at = {scene: 1, step: 0};
const scene = () => deck.scenes[at.scene - 1];
const plain = text => text.replaceAll('_', '');

// ---- Where we are

/** The keys and values of a state, but for those that the lecture sees to. */
function said(link) {
  const state = readLink(link);
  for (const k of ['ui', 'lang', 'scene']) state.delete(k);
  return state;
}

/** What the figure is told besides. */
const arrangement = () => stacked.matches ? 'min' : 'lecture';

/** The state that a scene has after some of its steps, as one link. */
function linkOf(s, step) {
  const link = said(s.figure);
  for (const more of s.steps.slice(0, step)) merge(link, said(more));
  link.set('ui', arrangement());
  if (kept().lang) link.set('lang', kept().lang);
  return writeLink(link);
}

/** The place that is nearest to one that was asked for. */
function placed(to) {
  const number = Math.min(Math.max(1, to.scene | 0), deck.scenes.length);
  return {scene: number, step: Math.min(Math.max(0, to.step | 0), deck.scenes[number - 1].steps.length)};
}

/**
 * Goes to a step of a scene. On the way on things glide; on the way back they
 * are simply there.
 */
function go(to, glide) {
  const was = at;
  at = placed(to);
  const s = scene();
  over.show(s, at.scene, deck.scenes.length, deck.lang);
  document.title = `${at.scene}. ${plain(s.title || deck.title)} – ${deck.title}`;
  if (!s.table) {
    if (glide && at.scene === was.scene && at.step === was.step + 1) tell('steer', writeLink(said(s.steps[at.step - 1])));
    else tell('show', linkOf(s, at.step));
    if (!glide) tell('land');
  }
  history.replaceState({id}, '', '#' + new URLSearchParams({...kept(), scene: at.scene, ...(at.step && {step: at.step})}));
  publish();
}

function next() {
  if (at.step < scene().steps.length) go({scene: at.scene, step: at.step + 1}, true);
  else if (at.scene < deck.scenes.length) go({scene: at.scene + 1, step: 0}, true);
}
function previous() {
  if (at.step > 0) go({scene: at.scene, step: at.step - 1}, false);
  else if (at.scene > 1) go({scene: at.scene - 1, step: deck.scenes[at.scene - 2].steps.length}, false);
}

/** The state of the scene again, whatever has been done to it. */
const reset = () => go(at, false);

stacked.addEventListener('change', () => {
  if (!over) return;
  over.show(scene(), at.scene, deck.scenes.length, deck.lang);
  tell('steer', 'ui=' + arrangement());
});

// ---- The speaker's window. Each lecture has a name, which outlives a reload, so
// that a window follows its own; one without a name takes any lecture's.

const id = history.state?.id ?? Math.random().toString(36).slice(2, 10);
let shown = ''; // the link of the figure as it is in this frame
let due;
root.addEventListener('relu-change', e => {
  shown = e.detail.link;
  due ??= setTimeout(() => { due = undefined; publish(); }, 60);
});
const line = lectureLine(id, hear, () => !!over);
const publish = () => { if (over) line.send({at, link: shown, source, deck: shipped(), lang: asked, black: over.isBlack}); };
function hear(m) {
  if (!over) return;
  if (m?.who) publish();
  const f = {next, previous, black, reset, code}[m?.go];
  if (f) f();
  else if (m?.go && typeof m.go === 'object') go(m.go, true);
}
function notes() {
  let opened = /** @type {Window | null} */ (null);
  try {
    opened = window.open(`notes.html#lecture=${id}&lang=${document.documentElement.lang}`, 'relu-notes-' + id, 'popup,width=1000,height=680');
  } catch { /* as if nothing had been opened */ }
  over.notice(opened && !opened.closed ? '' : say('The speaker’s window did not open: the browser, or the page around this frame, blocks new windows. Allow pop-ups here, or open the lecture in a tab of its own.'));
}

// ---- What the lecturer may ask for

/** The state for others, when everything has come to its place, without some of its keys. */
function state(...without) {
  tell('land');
  const link = readLink(shown);
  for (const key of ['ui', ...without]) link.delete(key);
  return writeLink(link).replaceAll('%2C', ',');
}
const here = () => address(state());

/** The address of what is shown for other screens. On a computer that only it can reach itself, it is that of the site, if that is known. */
async function outside() {
  const own = new URL(scene().table ? `lecture.html#${new URLSearchParams({...kept(), scene: at.scene})}` : here(), location.href);
  const local = /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname), site = document.querySelector('link[rel="canonical"]')?.href;
  if (!local || !site) return {url: own.href, local};
  return {url: new URL(own.pathname.slice(new URL('.', location.href).pathname.length) + own.hash, new URL('.', site)).href, local: false};
}

function black() {
  over.black(!over.isBlack);
  publish();
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

async function code() {
  const {url, local} = await outside();
  (await dialogs()).code(root, say, url, local);
}
const hints = async () => (await dialogs()).hints(root);
const handout = async () => (await import('./lecture-take.js')).take(root, say, deck, at.scene, linkOf);
async function record() {
  const {trouble, lines, claims, ...s} = scene();
  (await dialogs()).record(root, say, {...s, title: s.title || say('A scene'), figure: s.table ? '' : state('lang'), steps: []}, {
    text: source ?? writeDeck(deck),
    whole: !deck.troubles.length,
    insert(more) {
      const scenes = [...deck.scenes.slice(0, at.scene), more, ...deck.scenes.slice(at.scene)];
      take(writeDeck({...deck, scenes}), {scene: at.scene + 1, step: 0});
    },
    take,
    async forget() {
      keep(null);
      unname();
      await begin();
      go({scene: 1, step: 0}, false);
    },
  });
}
async function leave() {
  if (over.isBlack) black();
  else if (over.close()) return;
  else if (document.fullscreenElement) document.exitFullscreen();
  else location.href = here();
}

const ready = f => (...given) => over && f(...given);
listen(Object.fromEntries(Object.entries({
  next, previous, black, fullScreen, notes, reset, code, record, handout, hints, leave,
  jump: n => go({scene: n, step: 0}, true),
  any(name) { if (over.isBlack && !['black', 'leave'].includes(name)) black(); }, // whatever comes next is to be seen
}).map(([name, f]) => [name, ready(f)])), () => deck.scenes.length);
// A hand that has let go of the mouse wants the keys for the lecture again; a
// focus that came by keys stays.
addEventListener('click', e => { if (e.detail > 0 && root.parentElement.contains(document.activeElement) && !document.activeElement?.closest('dialog, .rf-picker')) document.activeElement?.blur(); });
root.addEventListener('pointerup', () => { if (document.activeElement?.matches('.rf-handle')) document.activeElement.blur(); });

// ---- Decks

/**
 * Takes a text as the deck from now on, and begins somewhere in it. One without
 * a scene changes nothing, and says why.
 */
function take(text, where = {scene: 1, step: 0}) {
  const read = readDeck(text, say);
  try { sessionStorage.removeItem('relu-told'); } catch { /* then it is told again anyway */ }
  if (!usable(read)) return over.trouble(read.troubles, say('This file has no usable scene, so the deck stays as it was:'));
  unname();
  keep(text);
  source = text;
  use(text, []);
  go(where, false);
}

/** What is wrong with the deck that the address asks for: ours is there then. */
let refused = [];
function use(text, more) {
  deck = readDeck(text, say);
  refused = more;
  if (over) complain();
}

function complain() {
  over.trouble([...refused, ...deck.troubles, ...warnings()], refused.length ? say('The deck in the address cannot be used, so this is the original one. The reason:') : undefined);
}

/** What the figure has to say about the states of the scenes. */
function* warnings() {
  for (const [i, s] of deck.scenes.entries()) {
    for (const [k, link] of [s.figure, ...s.steps].entries()) {
      const detail = {link, alone: true, warnings: '', ...k > 0 && {onto: s.figure}}; // a step is read onto the scene
      tell('check', detail);
      const place = {line: k ? s.lines.steps[k - 1] : s.lines.figure, n: i + 1, key: k ? 'steps' : 'figure'};
      for (const what of detail.warnings.split('\n').filter(Boolean)) yield say('line {line}: scene {n}, {key}: {what}', {...place, what});
      for (const key of ['ui', 'lang', 'scene']) if (readLink(link).has(key)) yield say('line {line}: scene {n}, {key}: {what}', {...place, what: say('the lecture sets {key} itself, so it is ignored here', {key})});
    }
  }
}

for (const kind of ['dragenter', 'dragover']) addEventListener(kind, e => { e.preventDefault(); root.setAttribute('data-drop', ''); });
addEventListener('dragleave', e => { if (!e.relatedTarget) root.removeAttribute('data-drop'); });
addEventListener('drop', async e => {
  e.preventDefault();
  root.removeAttribute('data-drop');
  const file = e.dataTransfer?.files[0];
  if (file && over) take(file.size > 5e6 ? '' : await file.text());
});

// ---- The beginning

async function begin() {
  const found = await fetchDeck(say);
  source = found.own ? found.text : null;
  use(found.text, found.complaints);
}

await begin();
const wanted = () => {
  const hash = new URLSearchParams(location.hash.slice(1));
  return {scene: Number(hash.get('scene')) | 0, step: Number(hash.get('step')) | 0};
};
at = placed(wanted());
root.dataset.link = linkOf(scene(), at.step);
let named = kept().deck;
await import('./figure.js');
new MutationObserver((_, watch) => {
  if (!['ready', 'lost'].includes(root.dataset.state ?? '')) return;
  watch.disconnect();
  over = view(root, say, {previous, next, reset, notes, code, record, handout, fullScreen, hints});
  complain();
  laser(root);
  go(at, false);
  root.dataset.lecture = 'ready';
  line.name();
}).observe(root, {attributeFilter: ['data-state']});
addEventListener('hashchange', async () => {
  history.replaceState({id}, ''); // an address that was typed has no name yet
  if ((kept().lang ?? 'en') !== asked) return location.reload(); // all words are others
  const to = wanted();
  if (kept().deck !== named) {
    named = kept().deck;
    await begin();
    if (over) go(to, false);
  } else if (over && (to.scene !== at.scene || to.step !== at.step)) go(to, true);
});
try { navigator.serviceWorker?.register('sw.js').catch(() => {}); } catch { /* a sandbox has none */ }
