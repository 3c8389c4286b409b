// The lecture: a deck of scenes over the figure. A scene is a title, a sentence,
// a state of the figure and steps from there. Keys, the bar, the speaker's
// window and the address all lead to the same function, go.
//
// The address after # is scene=3&step=1, and perhaps deck=own.json, lang=de, cut=short and theme=dark.

import {address} from '../figure/address.js';
import {inCut, lengths, readDeck, stateAt, stepsOf, usable, writeDeck} from './deck.js';
import {fetchDeck, keep, kept, shipped, unname} from './deck-source.js';
import {laser} from './laser.js';
import {listen} from './lecture-keys.js';
import {lectureLine} from './lecture-line.js';
import {stacked, view} from './lecture-view.js';
import {countsOf, keepCounts, votesIn} from './lecture-vote.js';
import {readLink, writeLink} from '../figure/link.js';
import {reachable} from '../take/others.js';
import {plain} from '../figure/dialog.js';
import {haveShortcuts} from '../figure/shortcuts.js';
import {words} from '../figure/words.js';

const root = document.querySelector('[data-relu-figure]');
const tell = (name, detail) => root.dispatchEvent(new CustomEvent('relu-' + name, {detail}));
const asked = kept().lang ?? 'en';
const say = await words(asked);
document.documentElement.lang = /^de\b/.test(asked) ? 'de' : 'en';
document.title = say('Lecture: three ways to differentiate ReLU'); // until there is a scene
const dialogs = () => import('./lecture-dialogs.js');
haveShortcuts();

let around, over; // what is shown around the figure, and the same once that is ready
let deck, whole, source; // whole: the deck with all its scenes; source: the text of a deck of one's own, null for ours
let at = {scene: 1, step: 0};
const scene = () => deck.scenes[at.scene - 1];
const instead = s => s.table || s.vote || s.bars; // of the figure

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
  const link = said(writeLink(stateAt(s, step)));
  link.set('ui', arrangement());
  for (const key of ['lang', 'theme']) if (kept()[key]) link.set(key, kept()[key]);
  return writeLink(link);
}

/** The place that is nearest to one that was asked for. */
function placed(to) {
  const number = Math.min(Math.max(1, to.scene | 0), deck.scenes.length);
  return {scene: number, step: Math.min(Math.max(0, to.step | 0), stepsOf(deck.scenes[number - 1]))};
}

/**
 * Goes to a step of a scene. On the way on things glide; on the way back they
 * are simply there.
 */
function go(to, glide) {
  const was = at;
  at = placed(to);
  const s = scene();
  counting = '';
  show();
  document.title = `${at.scene}. ${plain(s.title || deck.title)} – ${deck.title}`;
  if (!instead(s)) {
    if (glide && at.scene === was.scene && at.step === was.step + 1) tell('steer', writeLink(said(s.steps[at.step - 1])));
    else tell('show', linkOf(s, at.step));
    if (!glide) tell('land');
  }
  if (at.scene > 1 || at.step > 0) mine.began ||= Date.now();
  remember('#' + new URLSearchParams({...kept(), scene: at.scene, ...(at.step && {step: at.step})}));
  publish();
  line.name();
}

/** Shows the scene around the figure. */
function show() {
  const vote = votesIn(whole, scene());
  around.show(scene(), {step: at.step, number: at.scene, count: deck.scenes.length, lang: deck.lang, vote, counts: vote && countsOf(vote.name, vote.choices.length)});
}

function next() {
  if (at.step < stepsOf(scene())) go({scene: at.scene, step: at.step + 1}, true);
  else if (at.scene < deck.scenes.length) go({scene: at.scene + 1, step: 0}, true);
}
function previous() {
  if (at.step > 0) go({scene: at.scene, step: at.step - 1}, false);
  else if (at.scene > 1) go({scene: at.scene - 1, step: stepsOf(deck.scenes[at.scene - 2])}, false);
}

/** The state of the scene again, whatever has been done to it. Of a vote the counts go. */
function reset() {
  if (scene().vote) keepCounts(scene().vote.name, []);
  go(at, false);
}

// ---- A vote: digits are hands for the choice of the step

let counting = ''; // the digits that have been typed of a count

/** Sets how many hands there are for a choice, by a button or from the speaker's window, and goes on from there. */
function count(i, n) {
  counting = '';
  if (i !== at.step && i in (scene().vote?.choices ?? {})) go({scene: at.scene, step: i}, true);
  setCount(i, n);
}

function setCount(i, n) {
  const {name, choices} = scene().vote ?? {};
  if (!choices || !(i in choices)) return;
  const counts = countsOf(name, choices.length);
  counts[i] = n;
  keepCounts(name, counts);
  show();
  over.say(`${choices[i]}: ${countsOf(name, choices.length)[i]}`);
  publish();
}

/** Takes a key of a vote, and says whether it has. */
function hand(key) {
  const {vote} = scene();
  if (!vote || over.isBlack) return false;
  const now = countsOf(vote.name, vote.choices.length)[at.step];
  if (/^[0-9]$/.test(key)) setCount(at.step, Number(counting = (counting + key).slice(-3)));
  else if (key === 'Backspace') setCount(at.step, Number(counting = String(now).slice(0, -1)));
  else if (key === '+' || key === '-') count(at.step, now + (key === '+' ? 1 : -1));
  else if (key === 'Enter') next();
  else if (key === 'ArrowDown' && at.step < stepsOf(scene())) go({scene: at.scene, step: at.step + 1}, true);
  else if (key === 'ArrowUp' && at.step > 0) go({scene: at.scene, step: at.step - 1}, false);
  else return key === 'ArrowDown' || key === 'ArrowUp';
  return true;
}

stacked.addEventListener('change', () => {
  if (!over) return;
  show();
  tell('steer', 'ui=' + arrangement());
});

// ---- The speaker's window. Each lecture has a name, which outlives a reload, so
// that a window follows its own; one without a name takes any lecture's.

// When the lecture began outlives a reload, too.

const id = history.state?.id ?? Math.random().toString(36).slice(2, 10);
const mine = {began: Number(history.state?.began) || 0};
const remember = (/** @type {string} */ hash) => history.replaceState({id, ...mine}, '', hash);
let shown = ''; // the link of the figure as it is in this frame
let due;
root.addEventListener('relu-change', e => {
  shown = e.detail.link;
  due ??= setTimeout(() => { due = undefined; publish(); }, 60);
});
const line = lectureLine(id, hear, () => !!over, () => `${deck.title}: ${at.scene}. ${plain(scene().title)}`);
const publish = () => { if (over) line.send({at, link: shown, source, deck: shipped(), lang: asked, cut: kept().cut, black: over.isBlack, began: mine.began, counts: (v => v && countsOf(v.name, v.choices.length))(votesIn(whole, scene()))}); };
function hear(m) {
  if (!over) return;
  if (m?.who) publish();
  const asks = m?.go, f = {next, previous, black, reset, code}[asks];
  if (f) f();
  else if (asks?.hand) hand(asks.hand);
  else if (asks?.count) count(asks.count.i, asks.count.n);
  else if (asks?.clock) {
    mine.began = 0;
    remember(location.hash);
    publish();
  } else if (asks && typeof asks === 'object') go(asks, true);
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

/** The address of what is shown for other screens, and a short one to be typed. Both keep back what is kept back here. On a computer that only it can reach itself, it is that of the site, if that is known. */
async function outside() {
  const slide = `lecture.html#${new URLSearchParams({...kept(), scene: at.scene, ...(at.step && {step: at.step})})}`;
  const {url, local} = reachable(new URL(instead(scene()) ? slide : here(), location.href));
  const bare = address => address.replace(/^https?:\/\//, '');
  return {url, local, typed: bare(url.length > 60 ? reachable(new URL(slide, location.href)).url : url)};
}

function black() {
  over.black(!over.isBlack);
  publish();
}

async function fullScreen() {
  if (document.fullscreenElement) return document.exitFullscreen();
  try {
    await document.documentElement.requestFullscreen();
  } catch {
    if (self !== top) over.notice(say('The page around this frame does not allow full screen.'), {label: say('Open the lecture in a tab of its own'), does: () => window.open(location.href)});
  }
}
/** A clicker that begins a show finds it begun. */
const beginShow = () => { if (!document.fullscreenElement) fullScreen(); };

async function code() {
  const {url, typed, local} = await outside();
  (await dialogs()).code(root, say, url, typed, local);
}
async function length() {
  (await dialogs()).length(root, say, lengths(whole), kept().cut, cut => {
    const {cut: was, ...rest} = kept(), chosen = inCut(whole.scenes, cut);
    const upTo = deck.scenes.slice(0, at.scene).findLast(s => chosen.includes(s)); // here, or the last one before
    location.hash = String(new URLSearchParams({...rest, ...(cut && {cut}), scene: String(Math.max(0, chosen.indexOf(upTo)) + 1)}));
  });
}
const hints = async () => (await dialogs()).hints(root);
const handout = async () => (await import('./lecture-take.js')).take(root, say, deck, at.scene, linkOf);
async function record() {
  const {trouble, lines, claims, ...s} = scene();
  (await dialogs()).record(root, say, {...s, title: s.title || say('A scene'), figure: instead(s) ? '' : state('lang'), steps: [], told: []}, {
    text: source ?? writeDeck(whole),
    whole: !whole.troubles.length,
    insert(more) {
      const i = whole.scenes.indexOf(scene()) + 1;
      take(writeDeck({...whole, scenes: whole.scenes.toSpliced(i, 0, more)}), {scene: at.scene + 1, step: 0});
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
  else over.notice(say('Leave the lecture? Any other key goes on.'), {label: say('Leave'), does: () => { location.href = here(); }, passing: true});
}

/**
 * Functions that do nothing before the figure is ready.
 *
 * @template {object} T
 * @param {T} does
 * @returns {T}
 */
const ready = does => /** @type {any} */ (Object.fromEntries(Object.entries(does).map(([name, f]) => [name, (...given) => over && f(...given)])));
listen(ready({
  next, previous, black, fullScreen, begin: beginShow, notes, reset, code, record, handout, length, hints, leave, hand,
  typing: text => over.typing(text),
  jump: n => go({scene: n, step: 0}, true),
  any(name) {
    if (name !== 'leave') over.pass();
    if (name && over.isBlack && !['black', 'leave'].includes(name)) black(); // whatever comes next is to be seen
  },
}), () => deck.scenes.length);
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
  whole = readDeck(text, say);
  cutDown();
  refused = more;
  if (over) complain();
}
/** Leaves out the scenes that are not in the cut of the address. */
function cutDown() {
  deck = {...whole, scenes: inCut(whole.scenes, kept().cut)};
}

function complain() {
  over.trouble([...refused, ...deck.troubles, ...source === null ? [] : warnings()], refused.length ? say('The deck in the address cannot be used, so this is the original one. The reason:') : undefined);
}

/** What the figure has to say about the states of the scenes; of ours, nothing. */
function* warnings() {
  for (const [i, s] of whole.scenes.entries()) {
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
root.dataset.scene = scene().title || say('A scene');
around = view(root, say, ready({previous, next, reset, notes, code, length, record, handout, fullScreen, hints}), ready({count, choose: i => go({scene: at.scene, step: i}, true)}));
show();
let named = kept().deck, cut = kept().cut, theme = kept().theme ?? '';
await import('../figure/figure.js');
new MutationObserver((_, watch) => {
  if (!['ready', 'lost'].includes(root.dataset.state ?? '')) return;
  watch.disconnect();
  over = around;
  over.begin();
  complain();
  laser(root);
  go(at, false);
  root.dataset.lecture = 'ready';
  line.begin();
}).observe(root, {attributeFilter: ['data-state']});
addEventListener('hashchange', async () => {
  remember(location.hash); // an address that was typed has no name yet
  if ((kept().theme ?? '') !== theme) tell('steer', 'theme=' + ((theme = kept().theme ?? '') || 'auto'));
  if ((kept().lang ?? 'en') !== asked) return location.reload(); // all words are others
  const to = wanted();
  if (kept().deck !== named) {
    named = kept().deck;
    await begin();
    if (over) go(to, false);
  } else if (kept().cut !== cut) {
    cut = kept().cut;
    cutDown();
    if (over) go(to, false);
  } else if (over && (to.scene !== at.scene || to.step !== at.step)) go(to, true);
});
try { navigator.serviceWorker?.register('sw.js').catch(() => {}); } catch { /* a sandbox has none */ }
