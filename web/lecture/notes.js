// The speaker's window: notes, what the next press does, the next picture, a clock,
// and the figure in small. It follows one lecture over the line of lecture-line.js,
// and either may be reloaded. Which lecture is in the address, lecture=…; a window
// without one follows the first that answers, and where there are several, one may
// be chosen. The lecture keeps the clock.

import {columnsAt, inCut, readDeck, sayAt, stateAt, stepsOf} from './deck.js';
import {make, options, plain, table} from '../figure/dialog.js';
import {listen} from './lecture-keys.js';
import {lectures, speakerLine} from './lecture-line.js';
import {choiceList, votesIn} from './lecture-vote.js';
import {readLink, writeLink} from '../figure/link.js';
import {haveShortcuts} from '../figure/shortcuts.js';
import {words} from '../figure/words.js';

const root = document.querySelector('[data-relu-figure]');
const find = selector => document.querySelector(selector);
const isReady = () => ['ready', 'lost'].includes(root.dataset.state ?? '');
const tell = (name, detail) => root.dispatchEvent(new CustomEvent('relu-' + name, {detail}));
const asked = new URLSearchParams(location.hash.slice(1));
haveShortcuts();

/** @type {Deck} */
let deck; // as long as the lecture's is
/** @type {Deck} */
let whole;
let read, latest, cut;
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
  if (!whole || of !== read) {
    whole = readDeck(m.source ?? await (await fetch(/^deck(\.de)?\.json$/.test(m.deck) ? m.deck : 'deck.json')).text(), say);
    read = of;
    cut = undefined;
  }
  if (cut !== (m.cut ?? '')) deck = {...whole, scenes: inCut(whole.scenes, cut = m.cut ?? '')};
  show(latest);
}

/** Where the next press leads, or null at the end. */
function after({scene, step}) {
  if (step < stepsOf(deck.scenes[scene - 1])) return {scene, step: step + 1};
  return scene < deck.scenes.length ? {scene: scene + 1, step: 0} : null;
}

/** What the next press will do, in a line. */
function foretold(at, to) {
  if (!to) return say('Next press: nothing, this is the end of the lecture.');
  const s = deck.scenes[to.scene - 1], n = stepsOf(s);
  if (to.scene !== at.scene) return say('Next press: scene {n}, {title}', {n: to.scene, title: plain(s.title)});
  if (s.vote) return say('Next press: count hands for {choice}', {choice: s.vote.choices[to.step]});
  const hidden = step => stateAt(s, step).get('hide')?.split(',').filter(Boolean).length ?? 0; // how many parts
  return hidden(to.step) < hidden(at.step) ? say('Next press: step {k} of {n}, which reveals the answer', {k: to.step, n}) : say('Next press: step {k} of {n}', {k: to.step, n});
}

function show({at, link, black, counts}) {
  const s = deck.scenes[at.scene - 1];
  if (!s) return;
  for (const place of ['title', 'say', 'text', 'next', 'table']) find('.notes-' + place).lang = deck.lang;
  find('.notes-title').textContent = `${at.scene}. ${plain(s.title)}`;
  find('.notes-say').textContent = plain(sayAt(s, at.step, counts ?? undefined));
  find('.notes-text').textContent = s.trouble ?? [s.told[at.step - 1]?.notes, s.notes].filter(Boolean).join('\n\n');
  const to = after(at);
  find('.notes-press').textContent = foretold(at, to);
  find('.notes-next').textContent = to ? plain(sayAt(deck.scenes[to.scene - 1], to.step)) : '';
  const planned = deck.scenes.slice(0, at.scene).reduce((sum, t) => sum + t.minutes, 0);
  const whole = deck.scenes.reduce((sum, t) => sum + t.minutes, 0);
  find('.notes-plan').textContent = say('scene {n} of {count}', {n: at.scene, count: deck.scenes.length}) + (whole ? '; ' + say('should end at {time} of {whole}', {time: clock(planned * 60), whole: clock(whole * 60)}) : '');
  find('[data-go="black"]').setAttribute('aria-pressed', String(!!black));
  small(s, link, at.step, counts);
  picture(to);
  tick();
}

let voted = {of: /** @type {Scene | null} */ (null), update: (/** @type {number[]} */ _counts, /** @type {number} */ _at) => {}};

/** Shows the lecture's state in small, or its table or vote. */
function small(s, link, step, counts) {
  const instead = s.table || s.vote || s.bars, vote = votesIn(whole, s), place = find('.notes-vote');
  find('.notes-small').hidden = !!instead;
  find('.notes-table').hidden = !s.table; // whole, and muted what is still to come: versions and sources are notes, too
  find('.notes-table').replaceChildren(...s.table ? [table(s.table, {}, columnsAt(s, step)), ...s.table.source ? [make('p', {text: s.table.source})] : []] : []);
  place.hidden = !vote;
  if (voted.of !== s) {
    voted = {of: s, update() {}};
    const made = vote && choiceList(say, vote.choices, {label: plain(s.title), lang: deck.lang, ...s.vote ? {change: (i, n) => send({count: {i, n}}), choose: i => send({scene: latest.at.scene, step: i})} : {answers: s.bars?.answers ?? []}});
    place.replaceChildren(...made ? [made.list] : []);
    if (made) voted.update = made.update;
  }
  voted.update(counts ?? [], s.vote ? step : -1);
  if (instead || !isReady()) return;
  tell('title', ' ');
  tell('show', linkOf(readLink(link)));
  tell('land');
}

/** The link of a state as this window shows it. */
function linkOf(state) {
  state.delete('scene');
  state.set('ui', 'lecture');
  if (document.documentElement.lang !== 'en') state.set('lang', document.documentElement.lang);
  return writeLink(state);
}

let drawn = '';

/** Draws what the next press shows, or lists it. */
function picture(to) {
  const place = find('.notes-picture'), s = to && deck.scenes[to.scene - 1];
  const ready = isReady(), link = s ? linkOf(stateAt(s, to.step)) : '';
  const key = JSON.stringify([to, s?.title, link, root.dataset.theme, ready]);
  if (key === drawn) return;
  drawn = key;
  const vote = s && votesIn(whole, s);
  place.hidden = !s || to.step > 0 && !!(s.table || vote); // what is there already
  if (!s || place.hidden) return;
  place.toggleAttribute('data-words', !!(s.table || vote));
  if (s.table) place.replaceChildren(table(s.table, {}, columnsAt(s, to.step)));
  else if (vote) place.replaceChildren(make('p', {lang: deck.lang, text: vote.choices.join(' · ')}));
  else if (ready) {
    const ask = /** @type {Ask} */ ({link, width: 960, height: 540, title: s.title || say('A scene'), theme: root.dataset.theme, id: 'next'});
    tell('draw', ask);
    place.innerHTML = ask.svg ?? '';
  }
}
new MutationObserver(() => {
  if (latest && deck) show(latest);
  else tell('title', ' ');
}).observe(root, {attributeFilter: ['data-state']});

// ---- The clock

let alone = 0;
const clock = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
function tick() {
  find('.notes-time').textContent = clock(latest?.began ? Math.max(0, Date.now() - latest.began) / 1000 : 0);
}
setInterval(() => {
  tick();
  if (!latest && ++alone === 5) find('.notes-say').textContent = say('No lecture has answered. Press S in the lecture to open this window from there; if that does not help, open the lecture in a tab of its own.');
}, 1000);
tick();

// ---- Hands and keys

const hints = async () => (await import('./lecture-dialogs.js')).hints(root.closest('main'));
for (const button of document.querySelectorAll('[data-go]')) button.addEventListener('click', () => send(button.dataset.go));
find('[data-clock]').addEventListener('click', () => send({clock: 'reset'}));
find('[data-hints]').addEventListener('click', hints);
listen({
  next: () => send('next'), previous: () => send('previous'), black: () => send('black'), reset: () => send('reset'), code: () => send('code'),
  jump: n => send({scene: n, step: 0}), hints,
  hand(key) {
    const taken = !!latest && !!deck?.scenes[latest.at.scene - 1]?.vote && /^([0-9+-]|Enter|Backspace|ArrowUp|ArrowDown)$/.test(key);
    if (taken) send({hand: key});
    return taken;
  },
  typing(text) { find('.notes-typed').textContent = text && say('to scene {n} …', {n: text}); },
  notes: () => window.opener?.focus(),
  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  },
}, () => deck?.scenes.length ?? 99);

// Where there are several lectures, which one this window follows can be seen and changed.
const known = new Map(), which = /** @type {HTMLSelectElement} */ (find('.notes-which select'));
const others = lectures((id, {about, begins, gone}) => {
  if (gone) known.delete(id);
  else known.set(id, about ?? id);
  if (!gone && (!line || begins && id === asked.get('lecture'))) join(id);
  find('.notes-which').hidden = known.size < 2;
  if ([...known].join('\n') !== [...which.options].map(o => [o.value, o.text]).join('\n')) which.replaceChildren(...options([...known]));
  which.value = asked.get('lecture') ?? '';
  if (!known.has(asked.get('lecture'))) which.selectedIndex = -1; // it has gone, or is in a frame where nobody hears it
});
which.addEventListener('change', () => join(which.value));
if (asked.get('lecture')) join(asked.get('lecture'));
others.ask();
import('../figure/figure.js');
