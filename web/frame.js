// The figure in a frame of another page. It reports what it shows, and obeys,
// by messages {source: 'relu-three-ways', v: 1, type, …}. Only the
// page that holds the frame is listened to.
//
//   out  ready   {state, readout, words, link, n}  once the figure answers
//        change  the same                 at most sixty times a second; state and
//                                         link are what a glide leads to, readout
//                                         and words what is seen on the way
//        resize  {height, width}          CSS px that the figure needs at its width
//        error   {message}                it could not be loaded, or a message or
//                                         a value in it or in the address was invalid
//   in   set     {state: {x: 0, lens: 'sub', …}} or {link: 'x=0&lens=sub'};
//                what is null in a state takes its default; a number n comes
//                back with what is said from then on
//        scheme  {scheme: 'light' | 'dark'}  of the page, for theme=auto
//        play, pause, next, prev          of the derivation
//        export {format: 'svg' | 'png' | 'tikz', scale}
//                                         answered by export {format, link, data};
//                                         the data of a png is a data: address
//
// In a deck of reveal.js it also hears slide:start and slide:stop, sleeps off
// its slide, and passes on keys that it does not use. paper=none in its
// address, or in a state that is set, leaves the background to the page;
// scheme=dark or light in the address is what the page is, for theme=auto.

import './figure.js';

const root = document.querySelector('[data-relu-figure]');
const framed = parent !== window;
const say = (type, more) => framed && parent.postMessage({source: 'relu-three-ways', v: 1, type, ...more}, '*');

// What it shows, about once a frame of the display.
/** @type {import('./embed.js').Shown} */
let latest;
let due = false, ready = false, heard = 0;
/** The report with what only a frame has: whose background shows. */
const shown = () => {
  const clear = root.dataset.paper === 'none';
  return {...latest, link: latest.link + (clear ? (latest.link && '&') + 'paper=none' : ''), state: {...latest.state, paper: clear ? 'none' : 'theme'}, scheme: root.dataset.scheme, n: heard};
};
const change = () => {
  if (due || !ready) return;
  due = true;
  setTimeout(() => { due = false; say('change', shown()); }, 16); // a frame out of sight has no animation frames
};
root.addEventListener('relu-change', e => { latest = e.detail; change(); });

// How tall it has to be, in the ways in which hosts of frames listen for it. It
// fills whatever frame it is given; what it needs is what the style sheet gives
// to a figure of its width, or more where a frame of the drawing is taller.
let height = 0, width = 0;
const measure = () => {
  const needs = Math.ceil(Math.max(parseFloat(getComputedStyle(root, '::before').getPropertyValue('--rf-fit')) || 0, parseFloat(root.style.getPropertyValue('--rf-least')) || 0));
  if (!framed || needs === height && innerWidth === width) return;
  [height, width] = [needs, innerWidth];
  say('resize', {height, width});
  for (const message of [{subject: 'lti.frameResize', height}, {context: 'iframe.resize', height}, {height}]) parent.postMessage(message, '*');
};
new ResizeObserver(measure).observe(root);
new MutationObserver(measure).observe(root, {attributeFilter: ['style']});

new MutationObserver(() => {
  const state = root.dataset.state;
  if (state === 'ready' && !ready) {
    ready = true;
    measure();
    check(location.hash.slice(1));
    say('ready', shown());
    for (const message of waiting.splice(0)) obey(message);
  } else if (state === 'failed') {
    say('error', {message: root.querySelector('.rf-fail-text')?.textContent ?? 'The figure could not be loaded.'});
  }
}).observe(root, {attributeFilter: ['data-state']});

const bad = (message, told) => {
  if (!told) console.warn('relu-three-ways: ' + message);
  say('error', {message});
};

/** Reports the invalid values of a link, read onto another link if there is one.
 * The program reports them in the console. */
function check(link, onto) {
  const detail = {link, onto};
  tell('check', detail);
  const warnings = (detail.warnings ?? '').split('\n').filter(Boolean), paper = new URLSearchParams(link).get('paper');
  for (const message of warnings) bad(message, true);
  if (!paper || paper === 'none' || paper === 'theme') return warnings.length;
  bad(`paper=${paper.slice(0, 40)} is not one of theme, none`);
  return 1;
}

/** Messages that arrive before the figure is ready wait here. */
const waiting = [];

const tell = (name, detail) => root.dispatchEvent(new CustomEvent('relu-' + name, {detail}));

function obey(message) {
  if (!ready) return waiting.push(message);
  switch (message.type) {
    case 'set': {
      if (typeof message.n === 'number') heard = message.n;
      return set(message) || change();
    }
    case 'scheme':
      return bright(message.scheme);
    case 'play': case 'pause': case 'next': case 'prev':
      return tell(message.type);
    case 'export':
      return hand(message);
  }
  bad(`unknown message type ${JSON.stringify(message.type)?.slice(0, 40)}; use set, scheme, play, pause, next, prev or export`);
}

/** What does not go back to its default with the figure's state. */
const firsts = {theme: 'auto', ui: 'full', lang: 'en', scene: '0', paper: 'theme'};

/** Does what a message of type set says; false if a value in it was invalid. */
function set({link, state}) {
  if (typeof link !== 'string' && (!state || typeof state !== 'object')) return bad('a message of type set needs a state or a link');
  const asked = typeof link === 'string' ? new URLSearchParams(link) : new URLSearchParams(Object.entries(state).filter(([, v]) => ['string', 'number'].includes(typeof v)));
  const gone = typeof link === 'string' ? [] : Object.keys(state).filter(k => state[k] === null);
  const ill = check(String(asked), root.dataset.link ?? ''); // relu-steer names them in the console
  for (const k of gone) if (k in firsts) asked.set(k, firsts[k]);
  paper(asked.get('paper'));
  if (gone.length) { // all that is shown but for them, onto the defaults
    const rest = new URLSearchParams(root.dataset.link);
    for (const k of gone) rest.delete(k);
    for (const [k, v] of asked) rest.set(k, v);
    tell('show', String(rest));
  } else tell('steer', String(asked));
  return !ill;
}

/** Answers a message of type export. */
async function hand({format, scale}) {
  try {
    const link = root.dataset.link ?? '', ask = {link, theme: root.dataset.theme}; // its background is the theme's
    const {svgFile, pngFile} = await import('./picture.js');
    let data;
    if (format === 'svg') data = await svgFile(root, ask);
    else if (format === 'tikz') data = (await import('./tikz.js')).tikzFile(root, ask);
    else if (format === 'png') {
      const blob = await pngFile(root, ask, [1, 2, 3, 4].includes(scale) ? scale : 2);
      const reader = new FileReader();
      data = await new Promise(done => {
        reader.onload = () => done(reader.result);
        reader.readAsDataURL(blob);
      });
    } else return bad(`cannot export ${JSON.stringify(format)?.slice(0, 40)}; use svg, png or tikz`);
    say('export', {format, link, data});
  } catch (e) {
    bad(`the export failed: ${e.message}`);
  }
}

/** Lets the paper be the page's own, or the theme's. */
function paper(value) {
  if (value !== 'none' && value !== 'theme' || value === root.dataset.paper) return;
  root.dataset.paper = value;
  change();
}
paper(new URLSearchParams(location.hash.slice(1)).get('paper'));

/** Lets theme=auto be the page's brightness instead of the system's. */
function bright(value) {
  if (value !== 'light' && value !== 'dark') return bad('scheme must be light or dark');
  root.dataset.scheme = value;
  tell('scheme');
}

// A frame is transparent only where its colour scheme is that of the page around it.
const scheme = () => { if (root.dataset.theme) document.documentElement.style.colorScheme = root.dataset.theme === 'dark' ? 'dark' : 'light'; };
new MutationObserver(scheme).observe(root, {attributeFilter: ['data-theme']});
scheme();

// In a deck: the messages by which reveal.js tells a frame that its slide has
// come or gone, and the one by which it is told to go on.
let deck = false;
function slide(message) {
  deck = true;
  if (message === 'slide:stop') tell('halt');
}
const forth = {ArrowRight: 'next', ArrowDown: 'next', ' ': 'next', n: 'next', PageDown: 'next', ArrowLeft: 'prev', ArrowUp: 'prev', p: 'prev', PageUp: 'prev', Escape: 'toggleOverview'};
addEventListener('keydown', e => {
  if (!deck || e.defaultPrevented || e.ctrlKey || e.altKey || e.metaKey || !forth[e.key] || e.target.closest?.('dialog') || e.key === ' ' && e.target.closest?.('button')) return;
  parent.postMessage(JSON.stringify({method: forth[e.key]}), '*');
});
// A handle that was dragged does not keep the keys; one that was tabbed to does.
addEventListener('pointerup', () => { if (deck) document.activeElement?.blur(); });

addEventListener('message', e => {
  if (e.source !== parent || !framed) return;
  const message = e.data;
  if (message === 'slide:start' || message === 'slide:stop') return slide(message);
  if (message?.source !== 'relu-three-ways') return; // not ours
  if (message.v !== 1) return bad(`message version ${JSON.stringify(message.v)?.slice(0, 40)} is not supported; send v: 1`);
  obey(message);
});
