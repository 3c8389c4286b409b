// The figure in a frame of another page. It reports what it shows, and obeys, by
// the messages of answers.js. Only the page that holds the frame is listened to.
// One message is a frame's own:
//
//   out  resize  {height, width}  CSS px that the figure needs at its width
//
// In a deck of reveal.js it also hears slide:start and slide:stop, sleeps off
// its slide, and passes on keys that it does not use.

import {answers} from './answers.js';
import '../figure/figure.js';

const root = document.querySelector('[data-relu-figure]');
const framed = parent !== window;
const say = message => framed && parent.postMessage({source: 'relu-three-ways', v: 1, ...message}, '*');
const obey = answers(root, say);

// How tall it has to be, in the ways in which hosts of frames listen for it. It
// fills whatever frame it is given; what it needs is what the style sheet gives
// to a figure of its width, or more where a frame of the drawing is taller.
let height = 0, width = 0;
const measure = () => {
  const needs = Math.ceil(Math.max(parseFloat(getComputedStyle(root, '::before').getPropertyValue('--rf-fit')) || 0, parseFloat(root.style.getPropertyValue('--rf-least')) || 0));
  if (!framed || needs === height && innerWidth === width) return;
  [height, width] = [needs, innerWidth];
  say({type: 'resize', height, width});
  for (const message of [{subject: 'lti.frameResize', height}, {context: 'iframe.resize', height}, {height}]) parent.postMessage(message, '*');
};
new ResizeObserver(measure).observe(root);
new MutationObserver(measure).observe(root, {attributeFilter: ['style', 'data-state']});

// A frame is transparent only where its colour scheme is that of the page around it.
const scheme = () => { if (root.dataset.theme) document.documentElement.style.colorScheme = root.dataset.theme === 'dark' ? 'dark' : 'light'; };
new MutationObserver(scheme).observe(root, {attributeFilter: ['data-theme']});
scheme();

// In a deck: the messages by which reveal.js tells a frame that its slide has
// come or gone, and the one by which it is told to go on.
let deck = false;
function slide(message) {
  deck = true;
  if (message === 'slide:stop') root.dispatchEvent(new CustomEvent('relu-halt'));
}
const forth = {ArrowRight: 'next', ArrowDown: 'next', ' ': 'next', n: 'next', PageDown: 'next', ArrowLeft: 'prev', ArrowUp: 'prev', p: 'prev', PageUp: 'prev', Escape: 'toggleOverview'};
addEventListener('keydown', e => {
  if (!deck || e.defaultPrevented || e.ctrlKey || e.altKey || e.metaKey || !forth[e.key] || e.target.closest?.('dialog') || e.key === ' ' && e.target.closest?.('button')) return;
  parent.postMessage(JSON.stringify({method: forth[e.key]}), '*');
});
// A handle that was dragged does not keep the keys; one that was tabbed to does, and a field.
addEventListener('pointerup', () => { if (deck && !document.activeElement?.matches('input')) document.activeElement?.blur(); });

addEventListener('message', e => {
  if (e.source !== parent || !framed) return;
  if (e.data === 'slide:start' || e.data === 'slide:stop') slide(e.data);
  else obey(e.data);
});
