// The speaker's window: notes, what comes next, a clock, and the figure in
// small. It follows one lecture over the line of lecture-line.js, and either may
// be reloaded. Which lecture is in the address, lecture=…; a window without one
// follows the first that answers.

import {readDeck} from './deck.js';
import {make} from './dialog.js';
import {listen} from './lecture-keys.js';
import {lectures, speakerLine} from './lecture-line.js';
import {readLink, writeLink} from './link.js';
import {haveShortcuts} from './shortcuts.js';
import {words} from './words.js';

const root = document.querySelector('[data-relu-figure]');
const find = selector => document.querySelector(selector);
const plain = text => text.replaceAll('_', '');
const asked = new URLSearchParams(location.hash.slice(1));
haveShortcuts();

/** @type {Deck} */
let deck;
let read, latest;
let say = await speak(asked.get('lang') ?? 'en');

/** Says the window's own words in a language. */
async function speak(lang) {
  const code = /^de\b/.test(lang) ? 'de' : 'en', said = await words(code);
  document.documentElement.lang = code;
  document.title = said('Speaker’s window: three ways to differentiate ReLU');
  for (const el of document.querySelectorAll('[data-text]')) if (!latest || !el.matches('.notes-title')) el.textContent = said(el.dataset.text ?? '');
  return said;
}

// ---- The lecture

/** @type {ReturnType<typeof speakerLine> | undefined} */
let line;

/** Follows the lecture of a name from now on. */
function join(id) {
  line?.close();
  line = speakerLine(id, follow);
  asked.set('lecture', id);
  history.replaceState(null, '', '#' + asked);
}
const send = go => line?.send({go});

async function follow(m) {
  latest = m;
  if (m.lang !== undefined && asked.get('lang') !== m.lang) {
    asked.set('lang', m.lang);
    history.replaceState(null, '', '#' + asked);
    say = await speak(m.lang);
  }
  const of = m.source ?? m.deck;
  if (!deck || of !== read) {
    deck = readDeck(m.source ?? await (await fetch(/^deck(\.de)?\.json$/.test(m.deck) ? m.deck : 'deck.json')).text(), say);
    read = of;
  }
  show(latest);
}

function show({at, link, black}) {
  const s = deck.scenes[at.scene - 1], next = deck.scenes[at.scene];
  if (!s) return;
  for (const place of ['title', 'say', 'text', 'next', 'table']) find('.notes-' + place).lang = deck.lang;
  find('.notes-title').textContent = `${at.scene}. ${plain(s.title)}`;
  find('.notes-say').textContent = plain(s.say);
  find('.notes-text').textContent = s.trouble ?? s.notes;
  const left = s.steps.length - at.step, title = next ? plain(next.title) : say('end of the lecture');
  find('.notes-next').textContent = left === 1 ? say('one more step here, then: {title}', {title}) : left > 1 ? say('{n} more steps here, then: {title}', {n: left, title}) : next ? `${title} – ${plain(next.say)}` : title;
  const planned = deck.scenes.slice(0, at.scene).reduce((sum, t) => sum + t.minutes, 0);
  const whole = deck.scenes.reduce((sum, t) => sum + t.minutes, 0);
  find('.notes-plan').textContent = say('scene {n} of {count}', {n: at.scene, count: deck.scenes.length}) + (whole ? '; ' + say('should end at {time} of {whole}', {time: clock(planned * 60), whole: clock(whole * 60)}) : '');
  find('[data-go="black"]').setAttribute('aria-pressed', String(!!black));
  small(s, link);
  if (at.scene > 1 || at.step > 0) start();
}

/** Shows the lecture's state in small, or its table. */
function small(s, link) {
  const table = find('.notes-table');
  find('.notes-small').hidden = !!s.table;
  table.hidden = !s.table;
  const cells = (row, cell) => make('tr', {}, ...row.map(text => make(cell, {text})));
  table.replaceChildren(...s.table ? [make('thead', {}, cells(s.table.head, 'th')), make('tbody', {}, ...s.table.rows.map(row => cells(row, 'td')))] : []);
  if (s.table || !['ready', 'lost'].includes(root.dataset.state ?? '')) return;
  const state = readLink(link);
  state.set('ui', 'lecture');
  if (document.documentElement.lang !== 'en') state.set('lang', document.documentElement.lang);
  root.dispatchEvent(new CustomEvent('relu-title', {detail: ' '}));
  root.dispatchEvent(new CustomEvent('relu-show', {detail: writeLink(state)}));
  root.dispatchEvent(new CustomEvent('relu-land'));
}
new MutationObserver(() => {
  if (latest && deck) show(latest);
  else root.dispatchEvent(new CustomEvent('relu-title', {detail: ' '}));
}).observe(root, {attributeFilter: ['data-state']});

// ---- The clock

const key = 'relu-lecture-began';
let began = 0, alone = 0;
try { began = Number(sessionStorage.getItem(key)); } catch { /* a reload begins anew */ }
const clock = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
function begin(at) {
  began = at;
  try {
    if (at) sessionStorage.setItem(key, String(at));
    else sessionStorage.removeItem(key);
  } catch { /* a reload begins anew */ }
}
const start = () => { if (!began) begin(Date.now()); };
const tick = () => {
  find('.notes-time').textContent = clock(began ? Math.max(0, Date.now() - began) / 1000 : 0);
  if (!latest && ++alone === 5) find('.notes-say').textContent = say('No lecture has answered. Press S in the lecture to open this window from there; if that does not help, open the lecture in a tab of its own.');
};
setInterval(tick, 1000);
tick();

// ---- Hands and keys

const hints = async () => (await import('./lecture-dialogs.js')).hints(root.closest('main'));
for (const button of document.querySelectorAll('[data-go]')) button.addEventListener('click', () => send(button.dataset.go));
find('[data-clock]').addEventListener('click', () => { begin(0); tick(); });
find('[data-hints]').addEventListener('click', hints);
listen({
  next: () => send('next'), previous: () => send('previous'), black: () => send('black'), reset: () => send('reset'), code: () => send('code'),
  jump: n => send({scene: n, step: 0}), hints, notes: () => window.opener?.focus(),
  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  },
}, () => deck?.scenes.length ?? 99);

const others = lectures(id => { if (!line || id === asked.get('lecture')) join(id); });
if (asked.get('lecture')) join(asked.get('lecture'));
else others.ask();
import('./figure.js');
