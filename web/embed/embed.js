// <relu-three-ways fn="relu" lens="sub" x="0" g="0.4"></relu-three-ways>
//
// Puts the figure into a page, behind a shadow root, when the reader comes near:
// the page's style, direction and scripts end there, and so do the figure's. Until
// then, and without scripts, the element's own content shows. Its attributes are
// the keys of the figure's address, live in both directions. An element with the
// attribute data-relu-figure, and perhaps a link in data-link, is the same by
// another name. Where a policy forbids what the figure needs, or its files cannot be
// had, it comes in a frame; with the attribute frame it always does. All that is
// needed only then is in guest.js. For links and values in the prose see prose.js.

import {each} from './prose.js';

const base = new URL('embed.html', import.meta.url), name = 'relu-three-ways';
const keys = ['fn', 'f', 'lens', 'x', 'g', 'c', 'w', 'h', 'a', 'beta', 'p', 's', 'steps', 't', 'k', 'order', 'sweep', 'draw', 'hide', 'theme', 'ui', 'lang', 'paper'];

/** How things stand in the shadow root. The room is as tall as the figure will be, by
 * the same rule as figure.css. Every change of the page's colour, and of whether the
 * figure can be seen, is a transition of .around. */
const inside = (tall, least) => `:host{display:block;position:relative;min-height:${least}px!important}
:host([hidden]){display:none}
:host::before,:host::after{content:none!important}
@media print{:host{break-inside:avoid}}
slot{display:block;position:absolute;inset:0;overflow:hidden}
slot[hidden]{display:none}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0}
.around{position:absolute;visibility:inherit;transition:color 1ms,visibility 1ms}
.relu-figure{display:block;height:100%;container-type:inline-size;--rf-tall:${tall}px}
.relu-figure::before{content:"";float:left;height:max(420px,min(60cqw,900px));max-height:var(--rf-room,100%)}
@container (max-width:559.98px){.relu-figure::before{height:calc(var(--rf-tall) + 91cqw)}}`;

/** A key of the state that an element asks for. */
const asked = (host, key) => host.localName === name ? host.getAttribute(key) : new URLSearchParams(host.dataset.link).get(key);

/** Makes a room for a figure in an element's shadow root, so many px high at least. */
const sheets = new WeakMap();
function room(host, least = 0) {
  const page = host.ownerDocument, tree = host.shadowRoot ?? host.attachShadow({mode: 'open'});
  if (sheets.get(host)?.page !== page) { // a document has sheets of its own, which a strict policy allows
    sheets.set(host, {page, sheet: new page.defaultView.CSSStyleSheet()});
    tree.adoptedStyleSheets = [sheets.get(host).sheet];
  }
  sheets.get(host).sheet.replaceSync(inside(asked(host, 'lens') === 'dist' ? 630 : 605, least));
  if (!tree.firstChild) tree.innerHTML = '<i class="around"></i><slot></slot><div class="relu-figure" data-root></div>';
  return tree;
}

/** The figures of elements that a reader has come near to, on their way and there. */
const coming = new WeakMap(), there = new WeakMap();
const near = new IntersectionObserver(seen => {
  for (const {target, isIntersecting} of seen) if (isIntersecting) bring(target);
}, {rootMargin: '400px'});

/** Brings the figure of an element, by a script of this build or else by the one that is there now. */
function bring(host) {
  near.unobserve(host);
  if (!coming.has(host)) {
    const again = new URL('guest.js', base);
    coming.set(host, import('./guest.js').catch(() => fetch(again, {cache: 'reload'}).then(() => import(again.href))).then(({Figure}) => {
      const figure = new Figure(host, {name, keys, base, asked, room});
      there.set(host, figure);
      figure.begin();
      return figure;
    }));
    coming.get(host).catch(e => { coming.delete(host); console.warn(`${name}: ${e.message}`); });
  }
  return coming.get(host);
}

/** The page sends a figure somewhere by an event on its element, before it is there too. */
function steer(e) { if (e.target === e.currentTarget) bring(e.target).then(figure => figure.set(e.detail)); }

class FigureElement extends HTMLElement {
  static observedAttributes = keys;
  /** An element is in a page: this one, or one [data-relu-figure]. */
  static house(host) {
    const {style} = host;
    if (style.height === '0px') style.height = style.paddingBottom = ''; // which kept its room until now
    room(host);
    host.addEventListener('relu-steer', steer);
    if (there.has(host)) there.get(host).begin(); else near.observe(host);
  }
  /** It may have left the page: one that was moved is there again. */
  static leave(host) { queueMicrotask(() => { if (!host.isConnected) FigureElement.vacate(host); }); }
  static vacate(host) { there.get(host)?.end(); }
  connectedCallback() { FigureElement.house(this); }
  disconnectedCallback() { FigureElement.leave(this); }
  connectedMoveCallback() {}
  attributeChangedCallback(key, old, value) { there.get(this)?.attribute(key, old, value); }
  /** What the figure shows; null before it is ready. */
  readout = null;
  /** Sends the figure to a state, as {x: 0, lens: 'sub'} or as a link. */
  set(state) { bring(this).then(figure => figure.set(state)); }
  play() { bring(this).then(figure => figure.say('play')); }
  pause() { bring(this).then(figure => figure.say('pause')); }
  next() { bring(this).then(figure => figure.say('next')); }
  prev() { bring(this).then(figure => figure.say('prev')); }
  /** Asks for a picture, 'svg', 'png' or 'tikz' as wanted; the event export brings it. */
  export(format = 'svg', wish) { bring(this).then(figure => figure.say('export', {scale: wish, ...wish, format})); }
}
for (const key of keys) Object.defineProperty(FigureElement.prototype, key, {get() { return this.getAttribute(key); }, set(v) { if (v == null) this.removeAttribute(key); else this.setAttribute(key, v); }});

// A page may have this script twice, from two addresses: the first serves all.
const first = /** @type {typeof FigureElement | undefined} */ (customElements.get(name));
export const {house, vacate} = first ?? FigureElement;
if (!first) {
  customElements.define(name, FigureElement);
  each('[data-relu-figure]:not([data-root])', FigureElement.house, FigureElement.leave);
}
