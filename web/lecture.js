// The lecture: a deck of scenes over the figure. A scene is a title, a sentence,
// a state of the figure and steps from there. Keys, the bar, the speaker's
// window and the address all lead to the same function, go.
//
// The address after # is scene=3&step=1, and deck=own.json for a deck of one's
// own from the same place. A deck that is dropped on the page is kept in the
// window's session, so that it survives a reload.

import {readDeck, writeDeck, writeScene} from './deck.js';
import {make, open} from './dialog.js';
import {words} from './words.js';
import {laser} from './laser.js';

const root = document.querySelector('[data-relu-figure]');
const tell = (name, detail) => root.dispatchEvent(new CustomEvent('relu-' + name, {detail}));
const ready = () => ['ready', 'lost'].includes(root.dataset.state);
const channel = new BroadcastChannel('relu-lecture');

let deck = {title: '', scenes: [{title: '', say: '', figure: '', steps: []}], troubles: []};
let source = null; // of a deck of one's own
let at = {scene: 1, step: 0};
const scene = () => deck.scenes[at.scene - 1];

// ---- Where we are

/** The state that a scene has after some of its steps, as one link. */
function linkOf(s, step) {
  const link = new URLSearchParams(s.figure);
  for (const more of s.steps.slice(0, step)) for (const [k, v] of new URLSearchParams(more)) link.set(k, v);
  link.set('ui', 'lecture');
  return String(link);
}

/**
 * Goes to a step of a scene. On the way on things glide; on the way back they
 * are simply there.
 */
function go(to, glide) {
  const number = Math.min(Math.max(1, to.scene | 0), deck.scenes.length);
  const s = deck.scenes[number - 1];
  const step = Math.min(Math.max(0, to.step | 0), s.steps.length);
  const next = glide && number === at.scene && step === at.step + 1;
  at = {scene: number, step};
  show(s);
  if (!s.table) {
    if (next) tell('steer', s.steps[step - 1]);
    else tell('show', linkOf(s, step));
    if (!glide) tell('land');
  }
  history.replaceState(null, '', '#' + new URLSearchParams({...own(), scene: number, ...(step && {step})}));
  publish();
}

const onward = () => at.step < scene().steps.length ? {scene: at.scene, step: at.step + 1} : {scene: at.scene + 1, step: 0};
const next = () => { if (at.step < scene().steps.length || at.scene < deck.scenes.length) go(onward(), true); };
function previous() {
  if (at.step > 0) go({scene: at.scene, step: at.step - 1}, false);
  else if (at.scene > 1) go({scene: at.scene - 1, step: deck.scenes[at.scene - 2].steps.length}, false);
}

// ---- What is seen

const parts = {};
let sheet; // of style: the handles that a scene leaves out

function build() {
  parts.say = make('p', {class: 'lec-say'});
  parts.number = make('p', {class: 'lec-number'});
  parts.foot = make('div', {class: 'lec-foot'}, parts.say, parts.number);
  parts.table = make('section', {class: 'lec-table', hidden: true, tabindex: '0'});
  const button = (label, paths, does) => {
    const b = make('button', {type: 'button', 'aria-label': say(label), title: say(label), onclick: does});
    b.innerHTML = `<svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${paths}"/></svg>`;
    return b;
  };
  parts.bar = make('div', {class: 'lec-bar', role: 'toolbar', 'aria-label': say('Lecture')},
    button('previous', 'M16 10H4M9 5l-5 5 5 5', previous), button('next', 'M4 10h12M11 5l5 5-5 5', next),
    button('reset the scene', 'M4 8.2A6.4 6.4 0 1 1 3.7 11.5M3.5 4.2v4h4', reset), button('speaker’s window', 'M3.5 5h13M3.5 10h13M3.5 15h8', notes),
    button('code of this state', 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h2M16.5 11.5v2M11.5 16.5h2.5M16.5 16.5v.1', code),
    button('decks: open, write a scene', 'M4 16l.8-3.4L13.4 4l2.6 2.6-8.6 8.6zM11.4 6l2.6 2.6', record),
    button('full screen', 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4', fullScreen), button('keys and hints', 'M7.2 7.6a2.9 2.9 0 1 1 4.2 2.6c-.9.5-1.4 1-1.4 2M10 15.4v.1', hints));
  sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  root.append(parts.table, parts.foot, parts.bar);
}

/** A text with figure's markup, in which _x_ is a mathematical letter. */
const marked = text => text.split('_').map((part, i) => i % 2 ? make('i', {text: part}) : part);

function show(s) {
  const title = s.trouble ? `${s.title || say('A scene')}: ${s.trouble}` : s.title;
  tell('title', title || ' ');
  parts.say.replaceChildren(...marked(s.say ?? ''));
  parts.number.textContent = `${at.scene} / ${deck.scenes.length}`;
  root.toggleAttribute('data-table', !!s.table);
  parts.table.hidden = !s.table;
  if (s.table) {
    const row = (cells, tag) => make('tr', {}, ...cells.map((text, i) => make(i === 0 && tag === 'td' ? 'td' : tag, tag === 'th' ? {scope: 'col', text} : {text})));
    parts.table.replaceChildren(make('h2', {}, ...marked(s.title)), make('table', {}, make('thead', {}, row(s.table.head, 'th')), make('tbody', {}, ...s.table.rows.map(r => row(r, 'td')))),
      make('p', {class: 'lec-source', text: s.table.source ?? ''}));
  }
  const hidden = s.touch ? `.rf-handle:not(${['none', ...s.touch].map(c => `[data-control="${c}"]`).join(',')}){display:none}` : '';
  sheet.replaceSync(hidden);
  document.title = `${at.scene}. ${(s.title || deck.title).replaceAll('_', '')} – ${deck.title || 'ReLU'}`;
}

/** The state of the scene again, whatever has been done to it. */
const reset = () => go(at, false);

// ---- The speaker's window

let shown = ''; // the link of the figure as it is in this frame
root.addEventListener('relu-change', e => { shown = e.detail.link; });
const publish = () => channel.postMessage({at, link: shown, source, black: !!parts.black?.isConnected});

/** The state for others, when everything has come to its place. */
function state() {
  tell('land');
  const link = new URLSearchParams(shown);
  link.delete('ui');
  return String(link).replaceAll('%2C', ',');
}

channel.onmessage = e => {
  const m = e.data;
  if (m?.who) publish();
  if (m?.go === 'next') next();
  if (m?.go === 'previous') previous();
  if (m?.go === 'black') black();
  if (m?.go && typeof m.go === 'object') go(m.go, true);
};
let due;
root.addEventListener('relu-change', () => { due ??= setTimeout(() => { due = undefined; publish(); }, 60); });

const notes = () => window.open('notes.html', 'relu-notes', 'popup,width=1000,height=680');

// ---- What the lecturer may ask for

function black() {
  if (parts.black?.isConnected) parts.black.remove();
  else root.append(parts.black = make('div', {class: 'lec-black'}));
  publish();
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

async function code() {
  const [{qrcode}, {address}] = await Promise.all([import('./vendor/qr.js'), import('./picture.js')]);
  const url = address(state());
  const qr = qrcode(0, 'M');
  qr.addData(url);
  qr.make();
  const n = qr.getModuleCount(), ns = 'http://www.w3.org/2000/svg';
  let d = '';
  for (let y = 0; y < n; y++) for (let x = 0; x < n; x++) if (qr.isDark(y, x)) d += `M${x} ${y}h1v1h-1z`;
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('viewBox', `-4 -4 ${n + 8} ${n + 8}`);
  svg.setAttribute('class', 'lec-qr');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', url);
  const path = svg.appendChild(document.createElementNS(ns, 'path'));
  path.setAttribute('d', d);
  path.setAttribute('shape-rendering', 'crispEdges');
  open(root, say('This state on your own screen'), say('Close'), svg, make('p', {class: 'lec-qr-link', text: url}));
}

/** The state as a scene, to be copied or put into the deck. */
function record() {
  const s = {...(scene().table ? {} : scene()), title: scene().title || say('A scene'), figure: state(), steps: [], trouble: undefined};
  const field = make('textarea', {class: 'lec-json', spellcheck: 'false', 'aria-label': say('The scene as JSON'), text: writeScene(s)});
  const status = make('p', {class: 'rf-said', role: 'status'});
  const file = make('input', {type: 'file', accept: '.json,application/json', 'aria-label': say('Open a deck'), onchange: async () => { if (file.files[0]) { take(await file.files[0].text()); dialog.close(); } }});
  const button = (label, does) => make('button', {type: 'button', text: say(label), onclick: does});
  const dialog = open(root, say('Write a scene, open a deck'), say('Close'),
    make('p', {text: say('The figure as it is now, as a scene of a deck:')}), field,
    make('p', {class: 'rf-more'},
      button('Copy', async () => { field.select(); await navigator.clipboard.writeText(field.value).catch(() => document.execCommand('copy')); status.textContent = say('copied'); }),
      button('Put it after this scene', () => {
        const read = readDeck(`{"scenes": [${field.value}]}`);
        if (read.troubles.length) { status.textContent = read.troubles.join('; '); return; }
        const scenes = [...deck.scenes];
        scenes.splice(at.scene, 0, read.scenes[0]);
        at = {scene: at.scene + 1, step: 0};
        take(writeDeck({...deck, scenes}), true);
        dialog.close();
      }),
      button('Save the deck', () => {
        const a = make('a', {href: URL.createObjectURL(new Blob([source ?? writeDeck(deck)], {type: 'application/json'})), download: 'deck.json'});
        a.click();
        setTimeout(() => URL.revokeObjectURL(a.href), 60_000);
      }),
      button('Back to the deck as shipped', async () => { sessionStorage.removeItem('relu-deck'); source = null; dialog.close(); await begin(); go({scene: 1, step: 0}, false); })),
    status, make('label', {}, say('Open a deck') + ': ', file));
}

async function hints() {
  const {help} = await import('./help.js');
  help(root, say => [
    ['→ N PageDown ' + say('Space'), say('next step or scene')], ['← P PageUp', say('the one before')], ['1 … 99', say('a scene by its number; Enter goes at once')],
    ['R', say('reset the scene')], ['B .', say('black, and back')], ['F', say('full screen')], ['S', say('speaker’s window')], ['Q', say('code of this state, for phones')],
    ['D', say('write a scene, open a deck')], [say('Hold'), say('the pointer down beside the handles: a light to point with')], ['Esc', say('closes what is open; else leaves for the page')],
  ]);
}

async function leave() {
  const {address} = await import('./picture.js');
  location.href = address(state());
}

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
  Escape: () => parts.black?.isConnected ? black() : document.fullscreenElement ? document.exitFullscreen() : leave(),
};
addEventListener('keydown', e => {
  if (e.defaultPrevented || e.ctrlKey || e.altKey || e.metaKey || e.target.closest?.('dialog[open], input, textarea, select')) return;
  if ([' ', 'Enter'].includes(e.key) && e.target.closest?.('button, a, [role="option"]')) return; // it presses what has the focus
  const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
  if (/^[0-9]$/.test(key)) return number(key);
  const f = does[key];
  if (!f) return;
  e.preventDefault();
  if (parts.black?.isConnected && f !== black && key !== 'Escape') black(); // whatever comes next is to be seen
  f();
});
// A hand that has let go of the mouse wants the keys for the lecture again; a
// focus that came by keys stays.
addEventListener('click', e => { if (e.detail > 0 && root.contains(document.activeElement) && !document.activeElement.closest('dialog, .rf-picker')) document.activeElement.blur(); });
root.addEventListener('pointerup', () => { if (document.activeElement?.matches('.rf-handle')) document.activeElement.blur(); });

// ---- Decks

const own = () => {
  const deck = new URLSearchParams(location.hash.slice(1)).get('deck') ?? new URLSearchParams(location.search).get('deck');
  return deck ? {deck} : {};
};

/** The text of the deck that the session or the address asks for, or of ours. */
async function fetchDeck() {
  const kept = sessionStorage.getItem('relu-deck');
  if (kept) return {text: source = kept};
  const asked = own().deck;
  const complaints = [];
  if (asked) {
    try {
      const url = new URL(asked, location.href);
      if (url.origin !== location.origin || !url.pathname.endsWith('.json')) throw new Error(say('a deck must be a .json file from the same place as this page'));
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`${say('the server answered')} ${answer.status}`);
      return {text: source = await answer.text()};
    } catch (e) {
      complaints.push(`${asked.slice(0, 80)}: ${e.message}`);
    }
  }
  const answer = await fetch('deck.json');
  return {text: await answer.text(), complaints};
}

/** Takes a text as the deck from now on. */
function take(text, stay) {
  source = text;
  try { sessionStorage.setItem('relu-deck', text.slice(0, 1_000_000)); } catch { /* it will not survive a reload */ }
  use(text);
  go(stay ? at : {scene: 1, step: 0}, false);
}

function use(text, complaints = []) {
  deck = readDeck(text);
  trouble([...complaints, ...deck.troubles]);
  if (ready()) check();
}

/** What the figure has to say about the states of the scenes. */
function check() {
  const found = [];
  for (const [i, s] of deck.scenes.entries()) {
    for (const l of [s.figure, ...s.steps]) {
      const detail = {link: l};
      tell('check', detail);
      for (const w of (detail.warnings || '').split('\n').filter(Boolean)) found.push(`${say('scene')} ${i + 1}: ${w}`);
    }
  }
  if (found.length) trouble([...deck.troubles, ...found]);
}

function trouble(list) {
  root.querySelector('.lec-trouble')?.remove();
  if (!list.length) return;
  const box = make('div', {class: 'lec-trouble', role: 'alert'}, make('p', {text: say('This deck has mistakes; the rest of it works:')}), make('ul', {}, ...list.slice(0, 12).map(text => make('li', {text}))),
    make('button', {type: 'button', text: say('Close'), onclick: () => box.remove()}));
  root.append(box);
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
  const {text, complaints} = await fetchDeck();
  use(text, complaints);
}

const say = await words(new URLSearchParams(location.search).get('lang') ?? document.documentElement.lang);
await begin();
const hash = new URLSearchParams(location.hash.slice(1));
at = {scene: Math.min(Math.max(1, hash.get('scene') | 0), deck.scenes.length), step: hash.get('step') | 0};
root.dataset.link = linkOf(scene(), at.step);
await import('./figure.js');
new MutationObserver((_, watch) => {
  if (!ready()) return;
  watch.disconnect();
  build();
  laser(root);
  check();
  go(at, false);
  root.dataset.lecture = 'ready';
}).observe(root, {attributeFilter: ['data-state']});
addEventListener('hashchange', () => {
  const to = new URLSearchParams(location.hash.slice(1));
  if ((to.get('scene') | 0) !== at.scene || (to.get('step') | 0) !== at.step) go({scene: to.get('scene') | 0, step: to.get('step') | 0}, true);
});
if ('serviceWorker' in navigator) navigator.serviceWorker.register('sw.js').catch(() => {});
