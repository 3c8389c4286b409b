// A box that confines an Ebitengine program to one element of a page.
//
// Ebitengine assumes that it owns the page: it styles html and body, listens to
// every key, wheel and touch, requests animation frames without end, and reloads
// the page when the GPU's context is lost. Here it runs in a world of its own,
// whose body is our element, and which stops while nothing changes. The program's
// runtime (wasm_exec.js, which figure.js brings) is a function of the globalThis
// that it sees.

/** Methods of the browser's own objects work only on those objects. */
const bound = (object, key) => {
  const v = Reflect.get(object, key, object);
  return typeof v === 'function' && !v.prototype ? v.bind(object) : v; // a constructor has a prototype
};

/** A view of an object with some properties of its own, which may be set. */
const over = (object, own) => new Proxy(object, {
  get: (target, key) => key in own ? own[key] : bound(target, key),
  has: (target, key) => key in own || key in target,
  set: (target, key, value) => { own[key] = value; return true; },
});

/** What draws with WebGL 2: 'gpu', 'software' where the CPU does a GPU's work,
 * or '' where nothing does. The trial context is given back. */
export function webGL2() {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return '';
  let name = gl.getParameter(gl.RENDERER);
  if (name === 'WebKit WebGL') name = gl.getParameter(gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER); // only the extension tells
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name) ? 'software' : 'gpu';
}

/**
 * Watches a program and tells its end, however it comes: it panics, exits, runs
 * out of memory, traps, or says that it cannot go on. Whoever calls it after that,
 * or is called by it, meets no error of it.
 *
 * @returns {{ended: Promise<never>, end(text: string, why: string): void, run(instance: WebAssembly.Instance): void}}
 *   ended is rejected when the program has ended and returned: text is a sentence of
 *   the catalogue, why what stands in its slot, and said what the program has said
 */
function watch(go, files) {
  let fate = /** @type {Error | null} */ (null), said = '', tell = e => {};
  const words = new TextDecoder(), {gojs} = go.importObject, resume = go._resume;
  const ended = /** @type {Promise<never>} */ (new Promise((_, reject) => { tell = reject; }));
  const end = (text, why, cause) => {
    if (fate) return;
    fate = Object.assign(new Error(why, {cause}), {text, said: said.trim()});
    go._scheduledTimeouts.clear(); // whose timers wait until the program has taken them
    tell(fate);
  };
  const trap = e => end('The figure stopped ({why}).', e?.message ?? String(e), e);
  files.writeSync = (_, bytes) => { said += words.decode(bytes, {stream: true}); return bytes.length; };
  // A call of the program's may call it in turn; where that is its end, the outer one ends, too.
  for (const [name, call] of Object.entries(gojs)) gojs[name] = sp => { call(sp); if (fate) throw fate; };
  go.exit = code => end(code ? 'The program stopped with an error.' : 'The program stopped.', `exit code ${code}`);
  go._resume = () => {
    if (!fate) try { resume.call(go); } catch (e) { trap(e); }
  };
  ended.catch(() => { // observers may outlive it, and run waits with the instance for an exit
    go._inst = go.mem = go._values = go._ids = null;
    go._resolveExitPromise();
  });
  return {ended, end, run: instance => { go.run(instance).catch(trap); }};
}

/** Makes edits of a sheet (Sheet in render/svg), which come as one text, or fills it,
 * and reports whether its pieces, a group each, were as they had been painted. */
const INSERT = '0', CUT = '1', REPLACE = '2';
function edit(sheet, text, anew) {
  const edits = text.split('\x01').map(e => e.split('\0'));
  if (anew) {
    sheet.innerHTML = edits.map(([, , markup]) => `<g>${markup}</g>`).join('');
    sheet.pieces = [...sheet.children];
    return true;
  }
  const {pieces} = sheet;
  if (sheet.childElementCount !== pieces?.length) return false;
  for (const [kind, at, part, ...attributes] of edits) {
    const piece = pieces[at];
    if (piece && piece.parentNode !== sheet) return false;
    if (kind === INSERT) {
      const g = sheet.ownerDocument.createElementNS(sheet.namespaceURI, 'g');
      g.innerHTML = part;
      sheet.insertBefore(g, piece ?? null);
      pieces.splice(at, 0, g);
    } else if (kind === CUT) {
      piece.remove();
      pieces.splice(at, 1);
    } else if (kind === REPLACE) {
      piece.innerHTML = part;
    } else {
      const inside = piece.getElementsByTagName('*');
      if (inside.length !== +part) return false;
      for (let i = 0; i < attributes.length; i += 3) inside[attributes[i]].setAttribute(attributes[i + 1], attributes[i + 2]);
    }
  }
  return true;
}

/** Changes texts inside an element, each from what was written, and reports whether
 * they were that: a translator, or a script of the page, may replace, join, split,
 * translate and remove them. asked is whether the texts are new, how many there are,
 * and of each that changes its index, what it said and what it says. */
const found = new WeakMap();
function reword(element, asked) {
  const [anew, count, ...list] = asked.split('\0'), tags = element.getElementsByTagName('*');
  if (anew) {
    const walk = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT), texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    found.set(element, {texts, parts: element.childNodes.length, tags: tags.length});
  }
  const {texts, ...was} = found.get(element);
  if (texts.length !== +count || element.childNodes.length !== was.parts || tags.length !== was.tags || !texts.every(t => t.isConnected)) return false;
  for (let i = 0; i < list.length; i += 3) if (texts[list[i]].data !== list[i + 1]) return false;
  for (let i = 0; i < list.length; i += 3) texts[list[i]].data = list[i + 2];
  return true;
}

/**
 * Opens a box.
 *
 * @param {Root} root the figure's element
 * @param {HTMLElement} home where the canvas goes; it fills it
 * @param {BoxOptions} options link: the state to start from; gpu(): whether
 *   to paint with the GPU; words: the program's in another language than English; pinned: whether that was chosen by hand; early: gives
 *   what was done before the program ran, as in early.js; on:
 *   {mounted(), seen(), unseen(), ready(), slow(), lost(), restored()}
 * @returns {{run(module: WebAssembly.Module, runtime: (globalThis: object) => any): Promise<void>, insight(): boolean, giveUp(): void, close(): void}}
 *   run() is rejected when the program has ended, in whatever way;
 *   giveUp() gives the GPU's context back, which is a loss like any other
 */
export function openBox(root, home, {link, words, gpu, pinned, early, on}) {
  const end = new AbortController();
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');

  // Time in the box. Asleep, it hands out neither frames nor timers; what was
  // asked for meanwhile waits.
  let awake = true, visible = true, ticking = false, alarm = 0;
  let frame = /** @type {FrameRequestCallback | null} */ (null);
  const due = new Map(); // the timers that wait, by what clears them
  const running = () => awake && visible && !document.hidden && !end.signal.aborted;
  const nextFrame = f => {
    if (!running()) { frame = f; return 0; }
    return requestAnimationFrame(t => running() ? f(t) : (frame = f));
  };
  let waiters = 0;
  const wait = f => {
    if (!end.signal.aborted) due.set(--waiters, f);
    return waiters;
  };
  const nextTimer = (f, ms) => running() ? setTimeout(() => running() ? f() : wait(f), ms) : wait(f);
  const resume = () => {
    if (!running()) return;
    const timers = [...due.values()];
    due.clear();
    for (const f of timers) f();
    if (frame && !ticking) { const f = frame; frame = null; requestAnimationFrame(t => running() ? f(t) : (frame = f)); }
  };
  // A tick of the host's clock and the frame that it asks for are one animation
  // frame of the browser: what plays is seen at the display's rate, and the
  // drawing never lags behind the words.
  const tick = f => requestAnimationFrame(t => {
    ticking = true;
    try { f(t); } finally { ticking = false; }
    if (running() && frame) { const g = frame; frame = null; g(t); }
  });

  const sharp = () => root.removeAttribute('data-coarse'); // nobody waits for a better picture any more

  // Size in the box: device pixels, so that its device pixel ratio is 1.
  const size = {width: 16, height: 16};
  let full = [16, 16], share = 1, resized = (...device) => {}, watchers = [];
  const fit = () => {
    const width = Math.max(1, Math.round(full[0] * share)), height = Math.max(1, Math.round(full[1] * share));
    if (width !== size.width || height !== size.height) {
      size.width = width;
      size.height = height;
      for (const f of watchers) f();
    }
  };
  const resize = (width, height) => {
    full = [width, height];
    fit();
    resized(width, height, devicePixelRatio);
  };
  // The exact number of device pixels is the browser's to tell, since it depends
  // on where the box begins; a browser that emulates another density tells the
  // wrong one, by more than rounding can explain.
  const measured = exact => {
    if (!home.clientWidth) return; // hidden, or not on the page: that is no other size
    const k = devicePixelRatio * (home.currentCSSZoom ?? 1), width = home.clientWidth * k, height = home.clientHeight * k;
    const near = (a, b) => Math.abs(a - b) <= 2;
    if (exact && near(exact.inlineSize, width) && near(exact.blockSize, height)) resize(exact.inlineSize, exact.blockSize);
    else resize(Math.round(width), Math.round(height));
  };
  // What is drawn for the new size changes the sizes of other things, which an
  // observer may not do in its own call: it is done in a turn of its own.
  let noted = /** @type {ResizeObserverEntry | null} */ (null);
  const pixels = new ResizeObserver(entries => {
    if (!entries.at(-1).contentRect.width) return;
    if (!noted) setTimeout(() => {
      const last = noted;
      noted = null;
      if (!end.signal.aborted) measured(last?.devicePixelContentBoxSize?.[0]);
    });
    noted = entries.at(-1);
  });
  try { pixels.observe(home, {box: 'device-pixel-content-box'}); } catch { pixels.observe(home); }
  // A window that moves to a monitor of another density changes no CSS size.
  let density;
  const watchDensity = () => {
    density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    density.addEventListener('change', () => {
      if (end.signal.aborted) return;
      measured();
      watchDensity();
    }, {once: true, signal: end.signal});
  };
  watchDensity();
  let seen = () => {}, waiting = /** @type {(() => void) | null} */ (null), known = false; // known: whether the root is visible
  const insight = () => visible && !document.hidden;
  const look = () => {
    resume();
    seen();
    if (!known) return;
    if (!insight()) {
      if (waiting) on.unseen();
      return;
    }
    on.seen();
    waiting?.();
    waiting = null;
  };
  const sight = new IntersectionObserver(entries => { known = true; visible = entries.at(-1).isIntersecting; look(); });
  sight.observe(root);
  document.addEventListener('visibilitychange', look, {signal: end.signal});

  // The canvas takes part in nothing: it is not focused and hears no event.
  const context = canvas.getContext.bind(canvas);
  const gl = (kind, attributes) => performance.mark('relu-context') && context(kind, {...attributes, alpha: true, antialias: false, depth: false});
  const screen = over(canvas, {
    getContext: gl,
    addEventListener() {},
    focus() {},
    setAttribute() {},
  });
  // over() keeps what is set to itself; a canvas's size must reach it.
  const view = new Proxy(screen, {
    set(target, key, value) {
      if (key === 'width' || key === 'height') canvas[key] = value; else target[key] = value;
      return true;
    },
    get: (target, key) => key === 'width' || key === 'height' ? canvas[key] : Reflect.get(target, key),
  });
  canvas.addEventListener('webglcontextlost', e => { e.preventDefault(); sharp(); if (!end.signal.aborted) on.lost(); }, {signal: end.signal});
  canvas.addEventListener('webglcontextrestored', () => { if (!end.signal.aborted) on.restored(); }, {signal: end.signal});

  const body = {get clientWidth() { return size.width; }, get clientHeight() { return size.height; }, style: {}, appendChild: () => home.append(canvas)};
  let program = /** @type {ReturnType<typeof watch> | null} */ (null);
  const world = over(globalThis, {
    fs: undefined, process: undefined, path: undefined, // which wasm_exec makes, whatever the page has of these names
    document: {
      body, head: {appendChild() {}}, documentElement: {style: {}},
      createElement: name => name === 'canvas' ? performance.mark('relu-runtime') && view : name === 'meta' ? {} : document.createElement(name),
      hasFocus: {bind: () => () => true},
      addEventListener() {}, exitPointerLock() {}, fullscreenElement: null,
    },
    window: {
      devicePixelRatio: 1, location: {reload() {}}, parent: {location: null},
      addEventListener: (kind, f) => { if (kind === 'resize') watchers.push(f); },
    },
    Document: {prototype: Object.defineProperty({}, 'hidden', {get: () => false})},
    navigator: {userAgent: navigator.userAgent, getGamepads: () => []},
    requestAnimationFrame: nextFrame,
    setTimeout: nextTimer,
    clearTimeout: id => due.delete(id) || clearTimeout(id),
    figureBox: {
      root, canvasHost: home, link, words, signal: end.signal,
      sleep() { awake = false; clearTimeout(alarm); },
      nap(ms) { // sleeps for so long at the most
        awake = false;
        clearTimeout(alarm);
        alarm = setTimeout(() => this.wake(), ms);
      },
      wake() { if (!awake) { awake = true; resume(); } },
      onsize(f) { resized = f; },
      edit,
      reword,
      report: text => root.dispatchEvent(new CustomEvent('relu-change', {detail: JSON.parse(text), bubbles: true, composed: true})),
      tick,
      insight,
      whenSeen(f) { waiting = f; look(); },
      onsight(f) { seen = f; },
      painterAllowed: gpu,
      mounted: () => on.mounted(),
      early,
      pinned,
      resolution(k) {
        share = k;
        root.toggleAttribute('data-coarse', k < 1);
        fit();
      },
      tooSlow() { sharp(); on.slow(); },
      fail: (text, why) => program?.end(text, why),
      ready: () => on.ready(),
    },
  });

  const giveUp = () => context('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  const close = () => {
    if (end.signal.aborted) return;
    end.abort();
    root.style.opacity = ''; // where the program ended before it had arranged what it made
    pixels.disconnect();
    sight.disconnect();
    watchers = [];
    due.clear();
    waiting = null;
    clearTimeout(alarm);
    sharp();
    frame = null;
    if (canvas.parentNode) {
      giveUp();
      canvas.remove();
    }
    program?.end('', 'it was closed'); // so that nobody who holds an element of it holds its memory
  };

  return {
    insight,
    giveUp,
    close,
    async run(module, runtime) {
      const Go = runtime(world);
      const go = new Go();
      // The usual pace of the collector: a frame allocates nothing, and twice as
      // often would save 1 MB of 13.5 for pauses while a hand drags. The limit
      // is four times what is needed: WebAssembly never gives memory back, so
      // a burst of garbage must be collected and not be grown for.
      go.env = {GOGC: '100', GOMEMLIMIT: '64MiB'};
      program = watch(go, world.fs);
      const instance = await WebAssembly.instantiate(module, go.importObject);
      performance.mark('relu-instance');
      await new Promise(done => setTimeout(done)); // compiled, made and started in turns of their own
      if (end.signal.aborted) return;
      program.run(instance);
      return program.ended;
    },
  };
}
