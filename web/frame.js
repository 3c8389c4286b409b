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

function obey(message) {
  if (!ready) return waiting.push(message);
  const tell = (name, detail) => root.dispatchEvent(new CustomEvent('relu-' + name, {detail}));
  switch (message.type) {
    case 'set': {
      const {link, state} = message;
      if (typeof link === 'string') return tell('steer', link);
      if (state && typeof state === 'object') return tell('steer', String(new URLSearchParams(Object.entries(state).filter(([, v]) => ['string', 'number'].includes(typeof v)))));
      return bad('a message of type set needs a state or a link');
    }
    case 'play': case 'pause': case 'next': case 'prev':
      return tell(message.type);
  }
  bad(`there is no message of type ${JSON.stringify(message.type)?.slice(0, 40)}`);
}

addEventListener('message', e => {
  if (e.source !== parent || !framed) return;
  const message = e.data;
  if (message?.source !== 'relu-three-ways') return; // not ours
  if (message.v !== 1) return bad(`a message of version ${JSON.stringify(message.v)?.slice(0, 40)}; this is version 1`);
  obey(message);
});
