// The lecture: a deck of scenes over the figure. A scene is a title, a sentence,
// a state of the figure and steps from there. Keys, the bar, the speaker's
// window and the address all lead to the same function, go.
//
// The address after # is scene=3&step=1, and perhaps deck=own.json and lang=de.

import {readDeck, writeDeck} from './deck.js';
import {fetchDeck, keep, kept} from './deck-source.js';
import {laser} from './laser.js';
import {view} from './lecture-view.js';
import {words} from './words.js';

const root = document.querySelector('[data-relu-figure]');
const tell = (name, detail) => root.dispatchEvent(new CustomEvent('relu-' + name, {detail}));
const say = await words(kept().lang ?? document.documentElement.lang);
const dialogs = () => import('./lecture-dialogs.js');

let over; // what is shown over the figure, once that is ready
let deck, source; // source: the text of a deck of one's own, null for ours
let at = {scene: 1, step: 0};
const scene = () => deck.scenes[at.scene - 1];

// ---- Where we are

/** The state that a scene has after some of its steps, as one link. */
function linkOf(s, step) {
  const link = new URLSearchParams(s.figure);
  for (const more of s.steps.slice(0, step)) for (const [k, v] of new URLSearchParams(more)) link.set(k, v);
  link.set('ui', 'lecture');
  if (kept().lang) link.set('lang', kept().lang);
  return String(link);
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
  over.show(s, at.scene, deck.scenes.length);
  document.title = `${at.scene}. ${(s.title || deck.title).replaceAll('_', '')} – ${deck.title}`;
  if (!s.table) {
    if (glide && at.scene === was.scene && at.step === was.step + 1) tell('steer', s.steps[at.step - 1]);
    else tell('show', linkOf(s, at.step));
    if (!glide) tell('land');
  }
  history.replaceState(null, '', '#' + new URLSearchParams({...kept(), scene: at.scene, ...(at.step && {step: at.step})}));
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

// ---- The speaker's window

let shown = ''; // the link of the figure as it is in this frame
let due;
root.addEventListener('relu-change', e => {
  shown = e.detail.link;
  due ??= setTimeout(() => { due = undefined; publish(); }, 60);
});
const channel = new BroadcastChannel('relu-lecture');
const publish = () => { if (over) channel.postMessage({at, link: shown, source, black: over.isBlack}); };
channel.onmessage = ({data: m}) => {
  if (!over) return;
  if (m?.who) publish();
  const does = {next, previous, black}[m?.go];
  if (does) does();
  else if (m?.go && typeof m.go === 'object') go(m.go, true);
};
const notes = () => window.open('notes.html', 'relu-notes', 'popup,width=1000,height=680');

// ---- What the lecturer may ask for

/** The state for others, when everything has come to its place. */
function state() {
  tell('land');
  const link = new URLSearchParams(shown);
  link.delete('ui');
  return String(link).replaceAll('%2C', ',');
}
const here = async () => (await import('./picture.js')).address(state());

function black() {
  over.black(!over.isBlack);
  publish();
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

const code = async () => (await dialogs()).code(root, say, await here());
const hints = async () => (await dialogs()).hints(root);
async function record() {
  const {table, trouble, ...s} = scene();
  (await dialogs()).record(root, say, {...s, title: s.title || say('A scene'), figure: state(), steps: []}, {
    text: source ?? writeDeck(deck),
    whole: !deck.troubles.length,
    insert(more) {
      const scenes = [...deck.scenes.slice(0, at.scene), more, ...deck.scenes.slice(at.scene)];
      take(writeDeck({...deck, scenes}), {scene: at.scene + 1, step: 0});
    },
    take,
    async forget() {
      keep(null);
      await begin();
      go({scene: 1, step: 0}, false);
    },
  });
}
const leave = async () => { location.href = await here(); };

// ---- Keys. What a slider or a tab makes of a key comes first.

let typed = '', typing;
function number(digit) {
  clearTimeout(typing);
  typed = (typed + digit).slice(-2);
  if (typed * 10 > deck.scenes.length || typed.length === 2) return jump();
  typing = setTimeout(jump, 900);
}
function jump() {
  clearTimeout(typing);
  const n = +typed;
  typed = '';
  if (n) go({scene: n, step: 0}, true);
}

const does = {
  ArrowRight: next, ' ': next, n: next, PageDown: next, ArrowLeft: previous, p: previous, PageUp: previous,
  b: black, '.': black, f: fullScreen, s: notes, r: reset, q: code, d: record, '?': hints, Enter: () => typed && jump(),
  Escape: () => over.isBlack ? black() : document.fullscreenElement ? document.exitFullscreen() : leave(),
};
addEventListener('keydown', e => {
  if (e.defaultPrevented || e.ctrlKey || e.altKey || e.metaKey || e.target.closest?.('dialog[open], input, textarea, select')) return;
  if ([' ', 'Enter'].includes(e.key) && e.target.closest?.('button, a, [role="option"]')) return; // it presses what has the focus
  const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
  if (/^[0-9]$/.test(key)) return number(key);
  const f = does[key];
  if (!f) return;
  e.preventDefault();
  if (over.isBlack && f !== black && key !== 'Escape') black(); // whatever comes next is to be seen
  f();
});
// A hand that has let go of the mouse wants the keys for the lecture again; a
// focus that came by keys stays.
addEventListener('click', e => { if (e.detail > 0 && root.contains(document.activeElement) && !document.activeElement.closest('dialog, .rf-picker')) document.activeElement.blur(); });
root.addEventListener('pointerup', () => { if (document.activeElement?.matches('.rf-handle')) document.activeElement.blur(); });

// ---- Decks

/** Takes a text as the deck from now on, and begins somewhere in it. */
function take(text, where = {scene: 1, step: 0}) {
  keep(text);
  source = text;
  use(text, []);
  go(where, false);
}

let complaints = [];
function use(text, more) {
  deck = readDeck(text);
  complaints = [...more, ...deck.troubles];
  if (over) over.trouble([...complaints, ...warnings()]);
}

/** What the figure has to say about the states of the scenes. */
function* warnings() {
  for (const [i, s] of deck.scenes.entries()) {
    for (const link of [s.figure, ...s.steps]) {
      const detail = {link};
      tell('check', detail);
      for (const w of (detail.warnings || '').split('\n').filter(Boolean)) yield `${say('scene')} ${i + 1}: ${w}`;
    }
  }
}

for (const kind of ['dragenter', 'dragover']) addEventListener(kind, e => { e.preventDefault(); root.setAttribute('data-drop', ''); });
addEventListener('dragleave', e => { if (!e.relatedTarget) root.removeAttribute('data-drop'); });
addEventListener('drop', async e => {
  e.preventDefault();
  root.removeAttribute('data-drop');
  const file = e.dataTransfer.files[0];
  if (file) take(await file.text());
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
  return {scene: hash.get('scene') | 0, step: hash.get('step') | 0};
};
at = placed(wanted());
root.dataset.link = linkOf(scene(), at.step);
await import('./figure.js');
new MutationObserver((_, watch) => {
  if (!['ready', 'lost'].includes(root.dataset.state)) return;
  watch.disconnect();
  over = view(root, say, {previous, next, reset, notes, code, record, fullScreen, hints});
  over.trouble([...complaints, ...warnings()]);
  laser(root);
  go(at, false);
  root.dataset.lecture = 'ready';
}).observe(root, {attributeFilter: ['data-state']});
addEventListener('hashchange', () => {
  const to = wanted();
  if (over && (to.scene !== at.scene || to.step !== at.step)) go(to, true);
});
if ('serviceWorker' in navigator) navigator.serviceWorker.register('sw.js').catch(() => {});
