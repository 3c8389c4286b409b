// The figure in a frame of another page: it says what it shows and does what
// it is told, by messages {source: 'relu-three-ways', v: 1, type, …}. Only the
// page that holds the frame is listened to.
//
//   out  ready   {state, readout, link}   once the figure answers
//        change  {state, readout, link}   at most sixty times a second
//        resize  {height}                 CSS px that the figure needs
//        error   {message}                it could not be loaded, or a message was bad
//   in   set     {state: {x: 0, lens: 'sub', …}} or {link: 'x=0&lens=sub'}
//        play, pause, next, prev          of the derivation
//        export {format: 'svg' | 'png' | 'tikz', scale}
//                                         answered by export {format, link, data};
//                                         the data of a png is a data: address
//
// In a deck of reveal.js it also hears slide:start and slide:stop, sleeps off
// its slide, and gives back the keys that it has no use for. paper=none in its
// address, or in a state that is set, leaves the background to the page.

import './figure.js';

const root = document.querySelector('[data-relu-figure]');
const framed = parent !== window;
const say = (type, more) => framed && parent.postMessage({source: 'relu-three-ways', v: 1, type, ...more}, '*');

// What it shows, about once a frame of the display.
let latest = null, due = false, ready = false;
root.addEventListener('relu-change', e => {
  latest = e.detail;
  if (due || !ready) return;
  due = true;
  setTimeout(() => { due = false; say('change', latest); }, 16); // a frame out of sight has no animation frames
});

// How tall it is, in the ways in which hosts of frames listen for it.
let height = 0;
const measure = () => {
  const now = Math.ceil(root.getBoundingClientRect().height);
  if (!framed || now === height) return;
  height = now;
  say('resize', {height});
  for (const message of [{subject: 'lti.frameResize', height}, {context: 'iframe.resize', height}, {height}]) parent.postMessage(message, '*');
};
new ResizeObserver(measure).observe(root);

new MutationObserver(() => {
  const state = root.dataset.state;
  if (state === 'ready' && !ready) {
    ready = true;
    measure();
    say('ready', latest);
    for (const message of waiting.splice(0)) obey(message);
  } else if (state === 'failed') {
    say('error', {message: root.querySelector('.rf-fail-text')?.textContent ?? 'The figure could not be loaded.'});
  }
}).observe(root, {attributeFilter: ['data-state']});

const bad = message => {
  console.warn('relu-three-ways: ' + message);
  say('error', {message});
};

/** What is said before the figure answers is done when it does. */
const waiting = [];

const tell = (name, detail) => root.dispatchEvent(new CustomEvent('relu-' + name, {detail}));

function obey(message) {
  if (!ready) return waiting.push(message);
  switch (message.type) {
    case 'set': {
      const {link, state} = message;
      paper(typeof link === 'string' ? new URLSearchParams(link).get('paper') : state?.paper);
      if (typeof link === 'string') return tell('steer', link);
      if (state && typeof state === 'object') return tell('steer', String(new URLSearchParams(Object.entries(state).filter(([, v]) => ['string', 'number'].includes(typeof v)))));
      return bad('a message of type set needs a state or a link');
    }
    case 'play': case 'pause': case 'next': case 'prev':
      return tell(message.type);
    case 'export':
      return hand(message);
  }
  bad(`there is no message of type ${JSON.stringify(message.type)?.slice(0, 40)}`);
}

/** Answers a message of type export. */
async function hand({format, scale}) {
  try {
    const link = root.dataset.link ?? '', ask = {link, theme: root.dataset.theme};
    const {svgFile, pngFile} = await import('./picture.js');
    let data;
    if (format === 'svg') data = await svgFile(root, ask);
    else if (format === 'tikz') data = (await import('./tikz.js')).tikzFile(root, ask);
    else if (format === 'png') {
      const blob = await pngFile(root, ask, [1, 2, 3, 4].includes(scale) ? scale : 2);
      data = await new Promise(done => Object.assign(new FileReader(), {onload() { done(this.result); }}).readAsDataURL(blob));
    } else return bad(`there is no export as ${JSON.stringify(format)?.slice(0, 40)}; there are svg, png and tikz`);
    say('export', {format, link, data});
  } catch (e) {
    bad(`the export failed: ${e.message}`);
  }
}

/** Lets the paper be the page's own, or the theme's. */
function paper(value) {
  if (value === 'none' || value === 'theme') root.dataset.paper = value;
}
paper(new URLSearchParams(location.hash.slice(1)).get('paper'));

// A frame is transparent only where its colour scheme is that of the page around it.
const scheme = () => { document.documentElement.style.colorScheme = root.dataset.theme === 'dark' ? 'dark' : 'light'; };
new MutationObserver(scheme).observe(root, {attributeFilter: ['data-theme']});

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
  if (message.v !== 1) return bad(`a message of version ${JSON.stringify(message.v)?.slice(0, 40)}; this is version 1`);
  obey(message);
});
