// The figure in an element of somebody's page, which embed.js has brought because
// the reader has come near: in the element's shadow root, or in a frame there.

/** Whether the page's policy lets WebAssembly run in it. */
function allowed() {
  try {
    return !!new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))); // WebKit refuses the second
  } catch {
    return false;
  }
}

/** What runs figures, of this build or else of the one that is there now; null where it cannot be had. */
async function runs(base) {
  const script = await import('../figure/figure.js').catch(() => null), again = new URL('figure.js', base).href;
  if (script?.build === '{{BUILD}}') return script;
  return fetch(again, {cache: 'reload'}).then(() => import(`${again}?again=${++tries}`)).catch(() => null);
}
let tries = 0; // a module that has failed would fail for ever at the same address

/** The address for a frame. */
const page = async base => base.origin === location.origin ? base.href : (await import('./elsewhere.js')).framed(base);

/** A browser gives about 16 graphics contexts; of more frames than this, those
 * out of sight are taken down, longest unseen first, and come back as they were. */
const most = 8;
const framed = new Set();

const source = 'relu-three-ways'; // of messages, and the element's name

/** The ancestors by which decks are known, whose keys turn pages. */
const decks = '.reveal, #impress, .remark-slides-area, .shower, .slidev-page, .bespoke-marp-parent, [data-marpit-svg]';

/** What is pressed by Space or Enter. */
const pressed = 'button, a[href], summary, select, input, textarea, [role="option"]';

/** Whether a colour as computed is a light one: rgb(…), or by its lightness. */
function light(colour) {
  const v = colour.replace(/color\(\S+/, '').match(/-?[\d.]+/g).map(Number);
  if (/^(ok)?l/.test(colour)) return v[0] > (colour[0] === 'o' ? 0.6 : 60);
  return (0.3 * v[0] + 0.6 * v[1] + 0.1 * v[2]) / (colour[0] === 'c' ? 1 : 255) > 0.55;
}

/** The keys and values of a link, in which a + stands for itself, and the link of them. */
const read = link => new URLSearchParams(link.replaceAll('+', '%2B')), write = state => String(state).replaceAll('+', '%20');

export class Figure {
  #host;
  #ours; // what embed.js knows
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
  #around;
  #slot;
  #mirror = new MutationObserver(() => this.#show());
  #refused = false; // the page's policy has refused something of ours

  constructor(host, ours) {
    this.#host = host;
    this.#ours = ours;
    const tree = ours.room(host);
    [this.#around, this.#slot] = tree.children;
    for (const type of ['transitionrun', 'transitionend', 'transitioncancel']) this.#around.addEventListener(type, () => this.#look()); // a colour that goes back in the frame that ends or cancels one runs no other
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.shade());
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
    // A handle that was dragged does not keep the keys of a deck; one that was tabbed to does, and a field.
    tree.addEventListener('pointerup', () => { if (host.closest(decks) && !tree.activeElement?.matches('input')) tree.activeElement?.blur(); });
    for (const type of ['show', 'land', 'check', 'play', 'pause', 'halt', 'next', 'prev', 'draw']) {
      host.addEventListener('relu-' + type, e => { if (e.target === host) this.#room?.dispatchEvent(new CustomEvent(e.type, {detail: e.detail})); });
    }
    document.addEventListener('securitypolicyviolation', e => {
      if (e.disposition === 'enforce' && /^(script|connect|style)-src/.test(e.effectiveDirective) && (e.blockedURI.startsWith(new URL('.', ours.base).href) || e.composedPath().includes(host))) this.#refused = true;
    });
  }

  /** Its element is in a page, perhaps another one than before. */
  begin() {
    const page = this.#host.ownerDocument;
    if (this.#page && this.#page !== page) this.#drop();
    this.#page = page;
    this.#room ??= this.#empty();
    this.#sight.observe(this.#host);
    this.shade(); // it may have moved
  }

  /** It has left the page. It comes back as it was. */
  end() {
    this.#sight.disconnect();
    this.#drop();
  }

  /** An empty room. */
  #empty() {
    const tree = this.#ours.room(this.#host, this.#least), room = tree.querySelector('.relu-figure:empty') ?? Object.assign(document.createElement('div'), {className: 'relu-figure'});
    room.dataset.root = '';
    this.#slot.after(room);
    return room;
  }

  /** Takes the figure down, and leaves an empty room. */
  #drop() {
    framed.delete(this);
    removeEventListener('message', this);
    this.#mirror.disconnect();
    if (this.#room) this.#script?.unmount(this.#room);
    this.#room?.remove();
    this.#frame?.remove();
    this.#room = this.#frame = this.#script = this.#ask = null;
    this.#room = this.#empty(); // whose height stays
    this.#ready = false;
    this.#slot.hidden = false;
    this.#host.removeAttribute('data-state');
  }

  /** The state that it opens with. */
  #opening() {
    const host = this.#host, own = host.localName === source;
    return own && this.#link === null ? new URLSearchParams(this.#ours.keys.map(k => [k, host.getAttribute(k)]).filter(([, v]) => v !== null)) : read(this.#link ?? host.dataset.link ?? '');
  }

  /** An attribute has changed. */
  attribute(key, old, value) {
    if (this.#echo || old === value) return;
    if (key === 'theme') this.shade();
    if (this.#ask || this.#frame) { // all that is set in one turn is one state; a key that is gone takes its default
      if (!this.#asked) queueMicrotask(() => { const state = this.#asked; this.#asked = null; this.set(state); });
      (this.#asked ??= {})[key] = value;
    } else if (this.#link !== null) { // it comes back as it was, but for this
      const link = read(this.#link);
      if (value === null) link.delete(key); else link.set(key, value);
      if (key === 'fn') link.delete('f'); // which would go before it
      this.#link = write(link);
    }
  }

  set(state) {
    this.#sets++;
    this.say('set', {...typeof state === 'string' ? {link: state} : {state}, n: this.#sets});
  }

  /** Asks for something: a message as frame.js has it. */
  say(type, more) {
    if (this.#host.isConnected) this.#load();
    if (this.#ready) this.#ask?.({source, v: 1, type, ...more});
    else this.#later.push([type, more]);
  }

  /** Without a theme of its own the figure is as bright as the page around it,
   * whatever the system is: dark where the page writes in a light colour. */
  shade() {
    const dark = light(getComputedStyle(this.#host).color), theme = this.#ours.asked(this.#host, 'theme') ?? 'auto';
    if (this.#frame) this.#frame.style.colorScheme = (theme === 'auto' ? dark : theme === 'dark') ? 'dark' : 'light'; // of another scheme than its content's it would be opaque
    if (this.#bright === (this.#bright = dark ? 'dark' : 'light') || !this.#ready) return;
    this.#ask?.({source, v: 1, type: 'scheme', scheme: this.#bright});
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
    const room = this.#room ?? this.#empty();
    if (this.#host.hasAttribute('frame') || !allowed()) return this.#inFrame();
    room.dataset.state = 'loading';
    this.#refused = false;
    const script = await runs(this.#ours.base);
    Object.assign(room.dataset, {reluFigure: '', reports: '', link: write(this.#opening())});
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
      this.#drop();
      return this.#inFrame();
    }
    this.#host.dataset.state = room.dataset.state ?? '';
    if (this.#host.localName !== source) this.#host.dataset.link = room.dataset.link ?? '';
    this.#slot.hidden ||= room.dataset.state !== 'loading';
    this.#tall(parseFloat(room.style.getPropertyValue('--rf-least')) || 0);
  }

  /** Makes the element at least as tall. */
  #tall(px) {
    if (px === this.#least) return;
    this.#least = px;
    this.#ours.room(this.#host, px);
  }

  #inFrame() {
    framed.delete(this);
    framed.add(this); // the last one seen
    for (const old of framed) if (framed.size > most && !old.#near && old !== this) old.#drop();
    addEventListener('message', this);
    const link = this.#opening();
    delete this.#room?.dataset.state;
    const frame = this.#frame = document.createElement('iframe');
    frame.title = this.#host.getAttribute('title') ?? (link.get('lang') === 'de' ? 'Drei Arten, ReLU abzuleiten' : 'Three ways to differentiate ReLU');
    frame.allow = 'fullscreen';
    this.#ask = message => frame.contentWindow?.postMessage(message, '*');
    this.shade();
    link.set('scheme', this.#bright);
    page(this.#ours.base).catch(() => this.#ours.base.href).then(at => {
      if (this.#frame !== frame) return; // taken down meanwhile
      frame.src = at + '#' + write(link);
      this.#slot.after(frame);
    });
  }

  handleEvent(e) {
    if (this.#frame && e.source === this.#frame.contentWindow && e.data?.source === source && e.data.v === 1) this.#hear(e.data);
  }

  /** Brings the attributes that the page has written up to the state. The function is one
   * of two, by name or by formula. */
  #attributes(state) {
    const host = this.#host, either = ['fn', 'f'], said = either.some(k => host.hasAttribute(k));
    for (const k of this.#ours.keys) {
      const v = state[k] ?? null;
      if (v === null ? either.includes(k) : (either.includes(k) ? said : host.hasAttribute(k)) && host.getAttribute(k) !== String(v)) {
        if (v === null) host.removeAttribute(k); else host.setAttribute(k, v);
      }
    }
  }

  /** Hears what the figure says: a message as frame.js has it. */
  #hear(m) {
    if (m.type === 'ready') {
      this.#ready = true;
      this.#slot.hidden = true;
      this.#bright = m.scheme ?? this.#bright;
      this.shade();
      this.#slide();
      for (const [type, more] of this.#later.splice(0)) this.say(type, more);
    }
    if (m.type === 'resize' && Math.abs(m.width - this.#host.clientWidth) < 2) this.#tall(m.height); // a phone's column may be taller
    if (m.readout) {
      this.#host.readout = m.readout;
      this.#link = m.link;
      this.#echo = m.n === this.#sets && !this.#asked;
      if (this.#echo) this.#attributes(m.state);
      this.#echo = false;
    }
    if (['ready', 'change', 'error', 'export'].includes(m.type)) this.#host.dispatchEvent(new CustomEvent(m.type, {detail: m, bubbles: true, composed: true}));
  }
}
