// Runs before every other script of the page and records what it does: errors,
// animation frames, GL calls (among them draws, uploads of textures and reads of
// pixels), fired timers, GL contexts. window.__e2e is read by
// the tests; nothing of the page may know of it.
(() => {
  /** @type {Window['__e2e']} */
  const log = { errors: [], frames: 0, gl: 0, draws: 0, uploads: 0, reads: 0, timers: 0, contexts: [] };
  window.__e2e = log;

  addEventListener('error', (e) => {
    const at = /** @type {any} */ (e.target);
    log.errors.push('error: ' + (e.message || at?.src || at?.href || e.type));
  }, true);
  addEventListener('unhandledrejection', (e) => log.errors.push('rejection: ' + e.reason));
  for (const level of ['error', 'warn']) {
    const real = console[level];
    console[level] = (...words) => { log.errors.push(level + ': ' + words.join(' ')); real.apply(console, words); };
  }

  // The hints of a first visit are for the tests that ask for them.
  try { if (!location.search.includes('e2e=first')) sessionStorage.reluMoved = 1; } catch { /* a sandbox */ }

  // WebKit lays a scroll bar over the page that fades as it likes. A sheet of this
  // kind passes every policy.
  if (navigator.vendor.startsWith('Apple')) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('::-webkit-scrollbar { display: none }');
    document.adoptedStyleSheets = [sheet];
  }

  // Frames are counted when they are asked for. A busy browser gives them late:
  // those that are still to come are waited for.
  const raf = window.requestAnimationFrame.bind(window), asked = new Set();
  window.requestAnimationFrame = (f) => {
    log.frames++;
    const id = raf((now) => { asked.delete(id); return f(now); });
    asked.add(id);
    return id;
  };
  const unask = window.cancelAnimationFrame.bind(window);
  window.cancelAnimationFrame = (id) => { asked.delete(id); unask(id); };

  // The driver's own scripts may use timers: only those that the page sets
  // through the window's functions after this are counted, when they fire.
  // Those that are to fire within two seconds are waited for.
  const soon = new Set();
  Object.defineProperty(log, 'waiting', { get: () => soon.size + asked.size });
  for (const name of ['setTimeout', 'setInterval']) {
    const real = window[name].bind(window);
    window[name] = (f, ms, ...rest) => {
      const id = real((...args) => { soon.delete(id); log.timers++; return typeof f === 'function' ? f(...args) : undefined; }, ms, ...rest);
      if (name === 'setTimeout' && !(ms > 2000)) soon.add(id);
      return id;
    };
  }
  const clear = window.clearTimeout.bind(window);
  window.clearTimeout = (id) => { soon.delete(id); clear(id); };

  const options = new URLSearchParams(location.search);
  const getContext = HTMLCanvasElement.prototype.getContext;
  /** @type {any} */ (HTMLCanvasElement.prototype).getContext = function (kind, ...rest) {
    if (kind.startsWith('webgl') && options.get('e2e') === 'nogl') return null;
    const context = getContext.call(this, kind, ...rest);
    if (context && kind.startsWith('webgl') && !log.contexts.includes(context)) log.contexts.push(context);
    return context;
  };
  if (window.OffscreenCanvas) {
    const offscreen = OffscreenCanvas.prototype.getContext;
    /** @type {any} */ (OffscreenCanvas.prototype).getContext = function (kind, ...rest) {
      return kind.startsWith('webgl') && options.get('e2e') === 'nogl' ? null : offscreen.call(this, kind, ...rest);
    };
  }
  const gl = window.WebGL2RenderingContext?.prototype;
  for (const name of gl ? Object.getOwnPropertyNames(gl) : []) {
    const { value } = Object.getOwnPropertyDescriptor(gl, name) ?? {};
    if (typeof value !== 'function' || name === 'constructor') continue;
    const kind = /^draw(Arrays|Elements)/.test(name) ? 'draws' : /^(comp|t)\w*ex(Sub)?Image/.test(name) ? 'uploads' : /^(read|copy|blit)/.test(name) ? 'reads' : '';
    gl[name] = function (...args) { log.gl++; if (kind) log[kind]++; return value.apply(this, args); };
  }
})();
