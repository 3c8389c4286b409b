// <relu-three-ways fn="relu" lens="sub" x="0" g="0.4"></relu-three-ways>
//
// Puts the figure into a page, in a frame that is made when the reader comes
// near. Until then, and without scripts, the element's own content shows. Its
// attributes are the keys of the figure's address, live in both directions. Links
// and outputs in the prose that name a figure by its id set it and show its values:
//
//   <a href="#x=0&lens=sub" data-figure="id">the corner</a>
//   <output data-figure="id" data-show="slope"></output>
//   <p data-figure-step="x=0" data-figure="id">…</p>   when it comes into view

const base = new URL('embed.html', import.meta.url);
const keys = ['fn', 'lens', 'x', 'g', 'c', 'w', 'h', 'a', 'beta', 'p', 's', 'order', 'sweep', 'theme', 'ui', 'lang', 'paper'];

const page = async () => base.origin === location.origin ? base.href : (await import('./elsewhere.js')).framed(base);

/** How tall the figure is at a width, before it arrives: as EMBED.md and the
 * share dialog write into a style attribute. */
const heightAt = (w, lens) => Math.max(420, Math.min(0.6 * w, 900), Math.min((lens === 'dist' ? 630 : 540) + 0.91 * w, (560 - w) * 999));

const style = new CSSStyleSheet();
style.replaceSync(':host{display:block;position:relative;overflow:hidden}:host([hidden]){display:none}slot[hidden]{display:none}@media print{:host{break-inside:avoid}}iframe{position:absolute;inset:0;width:100%;height:100%;border:0}');

/** A browser gives about 16 graphics contexts; of more frames than this, those
 * out of sight are taken down, longest unseen first, and come back as they were. */
const most = 8;
const live = new Set();

class Figure extends HTMLElement {
  static observedAttributes = keys;
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  #ready = false;
  #echo = false; // the attributes are being set by the figure itself
  #near = false;
  /** @type {string | null} */
  #link = null; // what it showed when it was taken down
  /** @type {Record<string, string> | null} */
  #asked = null; // attributes that were set in this turn
  #sets = 0; // how often the frame was told a state: what it says before it has heard the last is old
  #sight = new IntersectionObserver(seen => { if (this.#near = seen.at(-1).isIntersecting) this.#load(); }, {rootMargin: '400px'});
  #size = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));
  #told = 0;
  #wide = 0;
  #bright = '';

  connectedCallback() {
    if (!this.shadowRoot) {
      const inside = this.attachShadow({mode: 'open'});
      inside.adoptedStyleSheets = [style]; // which a strict content security policy allows
      inside.append(document.createElement('slot'));
    }
    addEventListener('message', this);
    this.#fit();
    this.#size.observe(this);
    this.#sight.observe(this);
  }

  disconnectedCallback() {
    removeEventListener('message', this);
    this.#size.disconnect();
    this.#sight.disconnect();
    this.#drop();
  }

  #drop() {
    live.delete(this);
    this.#frame?.remove();
    this.#frame = null;
    this.#ready = false;
    this.#slot(false);
  }

  #slot(hidden) { this.shadowRoot?.querySelector('slot').toggleAttribute('hidden', hidden); }

  attributeChangedCallback(key, old, value) {
    if (this.#echo || old === value) return;
    if (key === 'theme') this.shade();
    if (this.#frame) { // all that is set in one turn is one state; a key that is gone takes its default
      if (!this.#asked) queueMicrotask(() => { const state = this.#asked; this.#asked = null; this.set(state); });
      (this.#asked ??= {})[key] = value;
    } else if (this.#link !== null) { // it comes back as it was, but for this
      const link = new URLSearchParams(this.#link);
      if (value === null) link.delete(key); else link.set(key, value);
      this.#link = String(link);
    }
  }

  /** What the figure shows; null before it is ready. */
  readout = null;

  /** Sends the figure to a state, as {x: 0, lens: 'sub'} or as a link. */
  set(state) {
    this.#say('set', {n: ++this.#sets, ...typeof state === 'string' ? {link: state} : {state}});
  }
  play() { this.#say('play'); }
  pause() { this.#say('pause'); }
  next() { this.#say('next'); }
  prev() { this.#say('prev'); }
  /** Asks for a picture, 'svg', 'png' or 'tikz'; the event export brings it. */
  export(format = 'svg', scale = 2) { this.#say('export', {format, scale}); }

  #say(type, more) {
    if (!this.#frame) this.#load();
    if (this.#ready) this.#frame?.contentWindow?.postMessage({source: 'relu-three-ways', v: 1, type, ...more}, '*');
    else this.#later.push([type, more]);
  }
  #later = [];

  #fit() {
    const w = this.clientWidth;
    if (w !== this.#wide) this.#told = 0;
    this.#wide = w;
    this.style.paddingBottom = '0'; // which kept its room until now
    this.style.height = Math.round(Math.max(this.#told, heightAt(w, this.getAttribute('lens')))) + 'px';
  }

  /** Without a theme of its own the figure is as bright as the page around it,
   * whatever the system is: dark where the page writes in a light colour. */
  shade() {
    const dark = light(getComputedStyle(this).color), theme = this.getAttribute('theme') ?? 'auto';
    if (this.#frame) this.#frame.style.colorScheme = (theme === 'auto' ? dark : theme === 'dark') ? 'dark' : 'light'; // of another scheme than its content's it would be opaque
    if (this.#bright === (this.#bright = dark ? 'dark' : 'light') || !this.#ready) return this.#bright;
    this.#say('scheme', {scheme: this.#bright});
  }

  #load() {
    live.delete(this);
    live.add(this); // the last one seen
    if (this.#frame) return;
    for (const old of live) if (live.size > most && !old.#near && old !== this) old.#drop();
    const link = new URLSearchParams(this.#link ?? keys.filter(k => this.hasAttribute(k)).map(k => [k, this.getAttribute(k) ?? '']));
    const frame = this.#frame = document.createElement('iframe');
    frame.title = this.getAttribute('title') ?? (link.get('lang') === 'de' ? 'Drei Arten, ReLU abzuleiten' : 'Three ways to differentiate ReLU');
    frame.allow = 'fullscreen';
    this.shade();
    link.set('scheme', this.#bright);
    page().catch(() => base.href).then(at => {
      if (this.#frame !== frame) return; // taken down meanwhile
      frame.src = at + '#' + link;
      this.shadowRoot?.append(frame);
    });
  }

  handleEvent(e) {
    const m = e.data;
    if (!this.#frame || e.source !== this.#frame.contentWindow || m?.source !== 'relu-three-ways' || m.v !== 1) return;
    if (m.type === 'ready') {
      this.#ready = true;
      this.#slot(true);
      this.#bright = m.scheme;
      this.shade();
      for (const [type, more] of this.#later.splice(0)) this.#say(type, more);
    }
    if (m.type === 'resize' && Math.abs(m.width - this.clientWidth) < 2 && m.height > this.#told) { // a phone's column may be taller
      this.#told = m.height;
      this.#fit();
    }
    if (m.readout) {
      this.readout = m.readout;
      this.#link = m.link;
      this.#echo = m.n === this.#sets && !this.#asked;
      for (const k of keys) if (this.#echo && this.hasAttribute(k) && m.state[k] != null && this.getAttribute(k) !== String(m.state[k])) this.setAttribute(k, m.state[k]);
      this.#echo = false;
    }
    if (['ready', 'change', 'error', 'export'].includes(m.type)) this.dispatchEvent(new CustomEvent(m.type, {detail: m, bubbles: true}));
  }
}
for (const key of keys) Object.defineProperty(Figure.prototype, key, {get() { return this.getAttribute(key); }, set(v) { if (v == null) this.removeAttribute(key); else this.setAttribute(key, v); }});
customElements.define('relu-three-ways', Figure);

/** Whether a colour as computed is a light one: rgb(…), or by its lightness. */
function light(colour) {
  const v = colour.replace(/color\(\S+/, '').match(/-?[\d.]+/g).map(Number);
  if (/^(ok)?l/.test(colour)) return v[0] > (colour[0] === 'o' ? 0.6 : 60);
  return (0.3 * v[0] + 0.6 * v[1] + 0.1 * v[2]) / (colour[0] === 'c' ? 1 : 255) > 0.55;
}

// A page may change its colours by an attribute of its root, slowly too, or with the system.
const shade = () => { for (const figure of live) figure.shade(); };
for (const el of [document.documentElement, document.body]) if (el) new MutationObserver(shade).observe(el, {attributes: true});
document.addEventListener('transitionend', shade);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', shade);

// ---- The prose

/** Sends the figure of an id, in a frame or in the page itself, to a link. */
function steer(id, link) {
  const figure = document.getElementById(id);
  if (figure instanceof Figure) figure.set(link);
  else if (figure) figure.dispatchEvent(new CustomEvent('relu-steer', {detail: link}));
  return !!figure;
}

document.addEventListener('click', e => {
  const a = e.target.closest?.('a[data-figure][href^="#"]');
  if (a && !e.defaultPrevented && !e.ctrlKey && !e.metaKey && !e.shiftKey && e.button === 0 && steer(a.dataset.figure, a.getAttribute('href')?.slice(1))) e.preventDefault();
});

const show = (id, words) => {
  for (const out of document.querySelectorAll('output[data-figure]')) if (out.dataset.figure === id) out.value = words[out.dataset.show ?? ''] ?? '';
};
for (const type of ['ready', 'change', 'relu-change']) document.addEventListener(type, e => { if (e.target.id && e.detail?.words) show(e.target.id, e.detail.words); });

const steps = new IntersectionObserver(seen => {
  for (const s of seen) if (s.isIntersecting) steer(s.target.dataset.figure, s.target.dataset.figureStep);
}, {rootMargin: '-45% 0px -45% 0px'});
const follow = () => { for (const step of document.querySelectorAll('[data-figure-step]')) steps.observe(step); }; // once each, however often
new MutationObserver(follow).observe(document.documentElement, {childList: true, subtree: true});
follow();
