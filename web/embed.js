// <relu-three-ways fn="relu" lens="sub" x="0" g="0.4"></relu-three-ways>
//
// Puts the figure into a page, behind a shadow root, when the reader comes near:
// the page's style, direction and scripts end there, and so do the figure's. Until
// then, and without scripts, the element's own content shows. Its attributes are
// the keys of the figure's address, live in both directions. An element with the
// attribute data-relu-figure, and perhaps a link in data-link, is the same by
// another name. Where a policy forbids what the figure needs, or its files cannot be
// had, it comes in a frame; with the attribute frame it always does.
//
// Links and outputs in the prose that name a figure by its id set it and show its
// values:
//
//   <a href="#id" data-figure="id" data-link="x=0&lens=sub">the corner</a>
//   <output data-figure="id" data-show="slope"></output>
//   <p data-figure-step="x=0" data-figure="id">…</p>   when it comes into view

const base = new URL('embed.html', import.meta.url), name = 'relu-three-ways';
const keys = ['fn', 'lens', 'x', 'g', 'c', 'w', 'h', 'a', 'beta', 'p', 's', 'order', 'sweep', 'theme', 'ui', 'lang', 'paper'];

const page = async () => base.origin === location.origin ? base.href : (await import('./elsewhere.js')).framed(base);

/** Whether the page's policy lets WebAssembly run in it. */
function allowed() {
  try {
    return !!new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))); // WebKit refuses the second
  } catch {
    return false;
  }
}

/** What runs figures, of this build or else of the one that is there now; null where it cannot be had. */
async function runs() {
  const script = await import('./figure.js').catch(() => null), again = new URL('figure.js', base).href;
  if (script?.build === '{{BUILD}}') return script;
  return fetch(again, {cache: 'reload'}).then(() => import(`${again}?again=${++tries}`)).catch(() => null);
}
let tries = 0; // a module that has failed would fail for ever at the same address

/** What stands in the shadow root. The room is as tall as the figure will be, by
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

/** A browser gives about 16 graphics contexts; of more frames than this, those
 * out of sight are taken down, longest unseen first, and come back as they were. */
const most = 8;
const framed = new Set();

/** The ancestors by which decks are known, whose keys turn pages. */
const decks = '.reveal, #impress, .remark-slides-area, .shower, .slidev-page, .bespoke-marp-parent, [data-marpit-svg]';

/** What is pressed by Space or Enter. */
const pressed = 'button, a[href], summary, select, input, textarea, [role="option"]';

/** The figures, by their elements. */
const figures = new WeakMap();

class Figure {
  #host;
  /** @type {HTMLElement | null} the figure's root, or the room for it or for its frame */
  #room = null;
  /** @type {{mount(root: Element): void, unmount(root: Element): void} | null} */
  #script = null;
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  /** @type {((message: any) => void) | null} takes messages, once somebody can */
  #ask = null;
  #ready = false;
  #echo = false; // the attributes are being set by the figure itself
  #near = false;
  /** @type {string | null} */
  #link = null; // what it showed when it was taken down
  /** @type {Record<string, string> | null} */
  #asked = null; // attributes that were set in this turn
  #sets = 0; // how often it was told a state: what it says before it has heard the last is old
  #later = [];
  #bright = '';
  #least = 0;
  #sight = new IntersectionObserver(seen => {
    this.#near = seen.at(-1).isIntersecting;
    if (this.#near) {
      this.#load();
      this.shade();
    }
    this.#slide();
  }, {rootMargin: '400px'});
  /** @type {Document | null} where it is */
  #page = null;
  #style = /** @type {CSSStyleSheet | null} */ (null); // which a strict policy allows
  #around = Object.assign(document.createElement('i'), {className: 'around'});
  #slot = document.createElement('slot');
  #mirror = new MutationObserver(() => this.#show());
  #refused = false; // the page's policy has refused something of ours

  /** What it shows, also in words; null before it is ready. */
  readout = null;
  words = null;

  constructor(host) {
    this.#host = host;
    const tree = host.shadowRoot ?? host.attachShadow({mode: 'open'});
    tree.replaceChildren(this.#around, this.#slot);
    this.#around.addEventListener('transitionrun', () => this.#look());
    // A key that was used here does nothing else in the page, and a hand that drags
    // turns no page; what was not used goes on.
    const used = new Set();
    tree.addEventListener('keydown', e => {
      if (!e.defaultPrevented && !([' ', 'Enter'].includes(e.key) && e.target.closest?.(pressed))) return;
      used.add(e.code);
      e.stopPropagation();
    });
    tree.addEventListener('keydown', e => { if (e.target.closest?.('dialog')) used.add(e.code); }, true); // which hears and closes by itself
    tree.addEventListener('keypress', e => { if (used.has(e.code)) e.stopPropagation(); });
    tree.addEventListener('keyup', e => { if (used.delete(e.code)) e.stopPropagation(); });
    for (const type of ['pointermove', 'mousemove', 'touchmove']) tree.addEventListener(type, e => { if (this.#room?.dataset.held === 'true') e.stopPropagation(); });
    // A handle that was dragged does not keep the keys of a deck; one that was tabbed to does.
    tree.addEventListener('pointerup', () => { if (host.closest(decks)) tree.activeElement?.blur(); });
    for (const type of ['steer', 'show', 'land', 'check', 'play', 'pause', 'halt', 'next', 'prev', 'draw']) {
      host.addEventListener('relu-' + type, e => { if (e.target === host) this.#room?.dispatchEvent(new CustomEvent(e.type, {detail: e.detail})); });
    }
    document.addEventListener('securitypolicyviolation', e => {
      if (e.disposition === 'enforce' && /^(script|connect|style)-src/.test(e.effectiveDirective) && (e.blockedURI.startsWith(new URL('.', base).href) || e.composedPath().includes(host))) this.#refused = true;
    });
  }

  /** Its element is in a page. */
  begin() {
    const {style, ownerDocument: page, shadowRoot: tree} = this.#host;
    if (style.height === '0px') style.height = style.paddingBottom = ''; // which kept its room until now
    if (this.#page !== page) { // a document has sheets of its own
      if (this.#page) this.drop();
      this.#page = page;
      this.#style = new page.defaultView.CSSStyleSheet();
      tree.adoptedStyleSheets = [this.#style];
    }
    if (!this.#room) this.#make();
    this.#sight.observe(this.#host);
    this.shade(); // it may have moved
  }

  /** Its element may have left the page: one that was moved is there again. */
  end() {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#sight.disconnect();
      this.drop();
    });
  }

  /** An empty room. */
  #make() {
    const room = this.#room = Object.assign(document.createElement('div'), {className: 'relu-figure'});
    room.dataset.root = '';
    this.#slot.after(room);
    this.#least = 0;
    this.#dress();
    return room;
  }

  #dress() { this.#style?.replaceSync(inside(this.get('lens') === 'dist' ? 630 : 540, this.#least)); }

  /** Takes the figure down. It comes back as it was. */
  drop() {
    framed.delete(this);
    removeEventListener('message', this);
    this.#mirror.disconnect();
    if (this.#room) this.#script?.unmount(this.#room);
    this.#room?.remove();
    this.#frame?.remove();
    this.#room = this.#frame = this.#script = this.#ask = null;
    this.#ready = false;
    this.#slot.hidden = false;
    this.#host.removeAttribute('data-state');
  }

  /** A key of the state that the element asks for. */
  get(key) { return this.#host.localName === name ? this.#host.getAttribute(key) : new URLSearchParams(this.#host.dataset.link).get(key); }

  /** The state that it opens with. */
  #opening() {
    return new URLSearchParams(this.#link ?? keys.map(k => [k, this.get(k)]).filter(([, v]) => v !== null));
  }

  /** An attribute has changed. */
  attribute(key, old, value) {
    if (this.#echo || old === value) return;
    if (key === 'theme') this.shade();
    if (this.#ask || this.#frame) { // all that is set in one turn is one state; a key that is gone takes its default
      if (!this.#asked) queueMicrotask(() => { const state = this.#asked; this.#asked = null; this.set(state); });
      (this.#asked ??= {})[key] = value;
    } else if (this.#link !== null) { // it comes back as it was, but for this
      const link = new URLSearchParams(this.#link);
      if (value === null) link.delete(key); else link.set(key, value);
      this.#link = String(link);
    }
  }

  set(state) {
    this.#sets++;
    this.say('set', {...typeof state === 'string' ? {link: state} : {state}, n: this.#sets});
  }

  /** Asks for something: a message as frame.js has it. */
  say(type, more) {
    if (this.#host.isConnected) this.#load();
    if (this.#ready) this.#ask?.({source: name, v: 1, type, ...more});
    else this.#later.push([type, more]);
  }

  /** Without a theme of its own the figure is as bright as the page around it,
   * whatever the system is: dark where the page writes in a light colour. */
  shade() {
    const dark = light(getComputedStyle(this.#host).color), theme = this.get('theme') ?? 'auto';
    if (this.#frame) this.#frame.style.colorScheme = (theme === 'auto' ? dark : theme === 'dark') ? 'dark' : 'light'; // of another scheme than its content's it would be opaque
    if (this.#bright === (this.#bright = dark ? 'dark' : 'light') || !this.#ready) return;
    this.#ask?.({source: name, v: 1, type: 'scheme', scheme: this.#bright});
  }

  /** The colour around it has changed, or whether it is seen: at once, or slowly. */
  #look() {
    const now = () => { this.shade(); this.#slide(); };
    now();
    const host = this.#host, changes = host.ownerDocument.getAnimations().filter(a => a.effect?.target?.contains(host));
    Promise.allSettled(changes.map(a => a.finished)).then(now);
  }

  /** In a deck, and wherever it is made invisible, nothing plays that nobody sees. */
  #slide() {
    const deck = this.#host.closest(decks), seen = getComputedStyle(this.#around).visibility === 'visible' && (this.#near || !deck);
    if (this.#frame && deck) this.#frame.contentWindow?.postMessage(seen ? 'slide:start' : 'slide:stop', '*');
    if (!this.#frame && !seen) this.#room?.dispatchEvent(new CustomEvent('relu-halt'));
  }

  async #load() {
    if (this.#frame || this.#script || this.#room?.dataset.state) return;
    const room = this.#room ?? this.#make();
    if (this.#host.hasAttribute('frame') || !allowed()) return this.#inFrame();
    room.dataset.state = 'loading';
    this.#refused = false;
    const script = await runs();
    Object.assign(room.dataset, {reluFigure: '', reports: '', link: String(this.#opening())});
    if (this.#host.hasAttribute('data-address')) room.dataset.address = '';
    const answer = await script?.answers(room, m => this.#hear(m)).catch(() => null);
    if (room !== this.#room) return; // taken down meanwhile
    if (!script || !answer) return this.#inFrame();
    this.#script = script;
    this.#ask = answer;
    this.shade();
    room.dataset.scheme = this.#bright;
    this.#mirror.observe(room, {attributeFilter: ['data-state', 'data-link', 'lang', 'style']});
    script.mount(room);
  }

  /** What the page may know of a figure without a frame. */
  #show() {
    const room = this.#room;
    if (!room) return;
    if (room.dataset.state === 'failed' && this.#refused) {
      this.drop();
      this.#make();
      return this.#inFrame();
    }
    this.#host.dataset.state = room.dataset.state ?? '';
    if (this.#host.localName !== name) this.#host.dataset.link = room.dataset.link ?? '';
    this.#slot.hidden ||= room.dataset.state !== 'loading';
    this.#tall(parseFloat(room.style.getPropertyValue('--rf-least')) || 0);
  }

  /** Makes the element at least as tall. */
  #tall(px) {
    if (px === this.#least) return;
    this.#least = px;
    this.#dress();
  }

  #inFrame() {
    framed.delete(this);
    framed.add(this); // the last one seen
    for (const old of framed) if (framed.size > most && !old.#near && old !== this) old.drop();
    addEventListener('message', this);
    const link = this.#opening();
    delete this.#room?.dataset.state;
    const frame = this.#frame = document.createElement('iframe');
    frame.title = this.#host.getAttribute('title') ?? (link.get('lang') === 'de' ? 'Drei Arten, ReLU abzuleiten' : 'Three ways to differentiate ReLU');
    frame.allow = 'fullscreen';
    this.#ask = message => frame.contentWindow?.postMessage(message, '*');
    this.shade();
    link.set('scheme', this.#bright);
    page().catch(() => base.href).then(at => {
      if (this.#frame !== frame) return; // taken down meanwhile
      frame.src = at + '#' + link;
      this.#slot.after(frame);
    });
  }

  handleEvent(e) {
    if (this.#frame && e.source === this.#frame.contentWindow && e.data?.source === name && e.data.v === 1) this.#hear(e.data);
  }

  /** Hears what the figure says: a message as frame.js has it. */
  #hear(m) {
    if (m.type === 'ready') {
      this.#ready = true;
      this.#slot.hidden = true;
      look(document); // shadow trees that came without a notice
      this.#bright = m.scheme ?? this.#bright;
      this.shade();
      this.#slide();
      for (const [type, more] of this.#later.splice(0)) this.say(type, more);
    }
    if (m.type === 'resize' && Math.abs(m.width - this.#host.clientWidth) < 2) this.#tall(Math.max(m.height, this.#least)); // a phone's column may be taller
    if (m.readout) {
      this.readout = m.readout;
      this.words = m.words;
      this.#link = m.link;
      this.#echo = m.n === this.#sets && !this.#asked;
      for (const k of keys) if (this.#echo && this.#host.hasAttribute(k) && m.state[k] != null && this.#host.getAttribute(k) !== String(m.state[k])) this.#host.setAttribute(k, m.state[k]);
      this.#echo = false;
      tell(this.#host, m.words);
    }
    if (['ready', 'change', 'error', 'export'].includes(m.type)) this.#host.dispatchEvent(new CustomEvent(m.type, {detail: m, bubbles: true, composed: true}));
  }
}

/** The figure of an element, from now on. */
function figureOf(host) {
  if (!figures.has(host)) figures.set(host, new Figure(host));
  return figures.get(host);
}

class FigureElement extends HTMLElement {
  static observedAttributes = keys;
  /** Has a figure in an element [data-relu-figure], and ends it. */
  static house(host) { figureOf(host).begin(); }
  static vacate(host) { figures.get(host)?.drop(); }
  connectedCallback() { figureOf(this).begin(); }
  disconnectedCallback() { figureOf(this).end(); }
  connectedMoveCallback() {}
  attributeChangedCallback(key, old, value) { figures.get(this)?.attribute(key, old, value); }
  get readout() { return figureOf(this).readout; }
  set(state) { figureOf(this).set(state); }
  play() { figureOf(this).say('play'); }
  pause() { figureOf(this).say('pause'); }
  next() { figureOf(this).say('next'); }
  prev() { figureOf(this).say('prev'); }
  export(format = 'svg', scale = 2) { figureOf(this).say('export', {format, scale}); }
}
for (const key of keys) Object.defineProperty(FigureElement.prototype, key, {get() { return this.getAttribute(key); }, set(v) { if (v == null) this.removeAttribute(key); else this.setAttribute(key, v); }});

/** Whether a colour as computed is a light one: rgb(…), or by its lightness. */
function light(colour) {
  const v = colour.replace(/color\(\S+/, '').match(/-?[\d.]+/g).map(Number);
  if (/^(ok)?l/.test(colour)) return v[0] > (colour[0] === 'o' ? 0.6 : 60);
  return (0.3 * v[0] + 0.6 * v[1] + 0.1 * v[2]) / (colour[0] === 'c' ? 1 : 255) > 0.55;
}

// ---- The prose

/** The element of an id, looked for from the tree of a node outward. */
function named(id, from) {
  for (let tree = from.getRootNode(); tree; tree = tree.host?.getRootNode()) {
    const found = tree.getElementById?.(id);
    if (found) return found;
  }
}

/** Sends the figure that something in the prose names, in a page of ours too, to a link. */
function steer(from, link) {
  const host = named(from.dataset.figure, from);
  if (figures.has(host)) figures.get(host).set(link);
  else host?.dispatchEvent(new CustomEvent('relu-steer', {detail: link}));
  return !!host;
}

// Before any script of the page, which may take the link for its own.
const follow = e => {
  const a = e.composedPath().find(node => node.matches?.('a[data-figure]'));
  if (!a || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey || e.button !== 0) return;
  const link = a.dataset.link ?? a.getAttribute('href')?.split('#')[1];
  if (link === undefined || link === a.dataset.figure || !steer(a, link)) return;
  e.preventDefault();
  e.stopImmediatePropagation();
};

/** The page and the open shadow trees in it, but for the figures' own. */
const trees = new Set();
const steps = new IntersectionObserver(seen => {
  for (const s of seen) if (s.isIntersecting) steer(s.target, s.target.dataset.figureStep);
}, {rootMargin: '-45% 0px -45% 0px'});
const comes = new MutationObserver(list => {
  for (const {addedNodes, removedNodes} of list) {
    for (const node of removedNodes) for (const host of within(node, hosts)) figures.get(host)?.end();
    for (const node of addedNodes) look(node);
  }
});
const hosts = '[data-relu-figure]:not([data-root])', outputs = 'output[data-figure]';

/** What matches in a node, itself included. */
const within = (node, selector) => [...node.matches?.(selector) ? [node] : [], ...node.querySelectorAll?.(selector) ?? []];

/** Sees what is for figures in something that has come. */
function look(node) {
  for (const host of within(node, hosts)) FigureElement.house(host);
  for (const step of within(node, '[data-figure-step]')) steps.observe(step); // once each, however often
  for (const out of within(node, outputs)) show(out, figures.get(named(out.dataset.figure, out))?.words);
  for (const {shadowRoot} of within(node, '*')) {
    if (!shadowRoot || figures.has(shadowRoot.host) || trees.has(shadowRoot)) continue;
    trees.add(shadowRoot);
    comes.observe(shadowRoot, {childList: true, subtree: true});
    look(shadowRoot);
  }
}

/** Shows a value, which is written from the left whatever the prose is. */
function show(out, words) {
  if (!out.hasAttribute('dir')) out.dir = 'ltr';
  if (words) out.value = words[out.dataset.show ?? ''] ?? '';
}

/** Shows the values of a figure wherever the prose asks for them. */
function tell(host, words) {
  if (!host.id) return;
  for (const tree of trees) {
    if (!(tree.host?.isConnected ?? true)) trees.delete(tree);
    else for (const out of tree.querySelectorAll(outputs)) if (out.dataset.figure === host.id && named(host.id, out) === host) show(out, words);
  }
}

// A page may have this script twice, from two addresses: the first serves all.
const first = /** @type {typeof FigureElement | undefined} */ (customElements.get(name));
export const {house, vacate} = first ?? FigureElement;
if (!first) {
  customElements.define(name, FigureElement);
  trees.add(document);
  comes.observe(document, {childList: true, subtree: true});
  look(document);
  addEventListener('click', follow, true);
  document.addEventListener('relu-change', e => { if (!figures.has(e.target)) tell(e.target, e.detail.words); }); // of a page of ours
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { for (const tree of trees) for (const host of tree.querySelectorAll(`${name}, ${hosts}`)) figures.get(host)?.shade(); });
}
