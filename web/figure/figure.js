// Brings the figures of a page to life: each gets a program of its own, which is
// fetched and compiled once for all. A figure's root is an element [data-root], in
// a page of ours or in the shadow root that embed.js makes; every other element
// [data-relu-figure] of a page gets such a shadow root.
//
// Everything that runs together is of one build. This script and the program
// carry the names of theirs. A file of another build, from a cache or a half-done
// upload, is fetched once more, past every cache. There are no static imports, since
// a module of another build might not link, and the failure would go unreported.

const here = new URL('.', import.meta.url), own = new URL(import.meta.url).searchParams;
export const build = '{{BUILD}}';
const programBuild = '{{PROGRAM}}';
const different = 'its files come from different versions';

/** An English text with its slots filled, and an error that is told in the reader's language. */
const filled = (text, slots = {}) => text.replace(/\{([a-z]+)\}/g, (slot, name) => slots[name] ?? slot);
const amiss = (text, slots) => Object.assign(new Error(filled(text, slots)), {told: [text, slots]});

/** The address of a file of ours, and another one: where a module has failed it would fail for ever. */
let tries = 0;
const at = name => new URL(`${name}?b=${build}`, here).href, anew = name => `${at(name)}&again=${++tries}`;

/** Asks for a file past every cache, which then have it. */
const refresh = file => fetch(file, {cache: 'reload'});

/** Brings one of our modules. One of another build throws. */
const failed = new Set();
async function part(name) {
  try {
    if (!failed.has(name)) return await import(at(name));
  } catch {
    failed.add(name);
  }
  await Promise.all([...new Set([at(name), ...scripts()])].map(refresh)); // a module that it imports may be the old one
  return import(anew(name));
}

/** The scripts of ours that the page has asked for. */
const scripts = () => performance.getEntriesByType('resource').map(r => r.name).filter(name => name.startsWith(here.href) && /\.js(\?|$)/.test(name));

/** What figures run by, shared by all of them; a failure is not kept. */
let shared;
function fetchShared() {
  shared ??= fetchAll().catch(e => { shared = undefined; throw e; });
  return shared;
}

async function fetchAll() {
  const parts = Promise.all([part('box.js'), part('wasm_exec.js'), part('address.js')]);
  parts.catch(() => {}); // awaited below: what is wrong with the program says more
  const program = await fetchProgram(), [{openBox, webGL2}, {default: runtime}, {address}] = await parts;
  return {program, runtime, openBox, webGL2, address};
}

async function fetchProgram() {
  const asked = document.querySelector('[data-relu-figure]')?.early; // has asked for it already
  const first = asked?.program;
  if (asked) asked.program = null; // a second try asks again
  const name = program => new TextDecoder().decode(WebAssembly.Module.customSections(program, 'relu build')[0]);
  let program;
  for (const cache of ['default', 'reload']) {
    const again = cache === 'default';
    program = await compile(again && first, {cache}).catch(e => { if (!again || e.told) throw e; }); // a copy that was kept on the way may be spoilt, unless the server has said what is wrong
    if (program && name(program) === programBuild) return program;
  }
  throw Object.assign(amiss(different), {program: name(program)});
}

async function compile(first, how) {
  // A host that compresses sends few bytes whatever is asked for, the fewest for
  // the program itself; where none does, the smaller file beside it is taken.
  const file = name => fetch(new URL(`${name}?b=${programBuild}`, here), how);
  const plain = await (first || file('app.wasm'));
  const page = /html/.test(plain.headers.get('content-type') ?? ''); // which some hosts send for what is not there
  if (typeof DecompressionStream === 'function' && (page || plain.headers.get('content-encoding') === null)) {
    const bytes = await file('app.wasm.gz').then(unpacked, () => null);
    if (bytes) {
      plain.body?.cancel();
      return compiled(new Response(bytes, {headers: {'content-type': 'application/wasm'}}));
    }
  }
  if (!plain.ok) throw amiss('the server answered {code}', {code: plain.status});
  return compiled(plain);
}

/** Whether files may come from a worker, of which a page in a sandbox must not ask. */
function worked() {
  try {
    return !!navigator.serviceWorker?.controller;
  } catch {
    return false;
  }
}

/** Compiles an answer, as it comes where the browser can do that. Firefox may wait
 * for ever for one that a worker made. */
async function compiled(answer) {
  const type = answer.headers.get('content-type') ?? '';
  if (type.startsWith('application/wasm') && !worked()) return WebAssembly.compileStreaming(answer);
  return WebAssembly.compile(await answer.arrayBuffer());
}

/** The bytes of a program that is packed or not, which its first byte tells:
 * headers of hosts and caches do not. Of anything else there are none. */
async function unpacked({ok, body}) {
  if (!ok || !body) return null;
  const [look, bytes] = body.tee(), reader = look.getReader();
  const first = (await reader.read()).value?.[0];
  reader.cancel();
  if (first === 0x1f) return bytes.pipeThrough(new DecompressionStream('gzip'));
  if (first === 0) return bytes;
  bytes.cancel();
  return null;
}

/** Makes sure that a root has the style sheet of this build. In a page of ours a
 * link may have brought an old copy. */
async function dress(root) {
  const tree = root.getRootNode(), page = root.ownerDocument;
  if (tree !== page) {
    if (!sheets.has(page)) sheets.set(page, sheetFor(page).catch(e => { sheets.delete(page); throw e; }));
    const sheet = await sheets.get(page);
    if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets.push(sheet);
    return;
  }
  const worn = () => getComputedStyle(root).getPropertyValue('--rf-build').includes(build);
  if (worn()) return;
  const old = [.../** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll('link[rel~="stylesheet"]'))].filter(link => new URL(link.href).pathname === new URL(at('figure.css')).pathname);
  await Promise.all(old.map(link => refresh(link.href)));
  const link = Object.assign(document.createElement('link'), {rel: 'stylesheet', href: anew('figure.css')});
  const loaded = new Promise((done, reject) => { link.onload = done; link.onerror = () => reject(amiss('its style sheet could not be loaded')); });
  if (old.length) old.at(-1).after(link); else document.head.append(link);
  await loaded;
  for (const copy of old) copy.remove();
  if (!worn()) throw amiss(different);
}

/** The style sheet for the shadow roots of a page, which gets its fonts: they count
 * in a document alone. */
const sheets = new WeakMap();
async function sheetFor(page) {
  let text = '';
  for (const cache of /** @type {RequestCache[]} */ (['default', 'reload'])) {
    text = await fetch(at('figure.css'), {cache}).then(answer => answer.ok ? answer.text() : '').catch(() => '');
    if (!text && cache === 'reload') throw amiss('its style sheet could not be loaded');
    if (text.includes(build)) break;
    text = '';
  }
  if (!text) throw amiss(different);
  const sheet = new page.defaultView.CSSStyleSheet();
  sheet.replaceSync(text);
  for (const {style: rule} of [...sheet.cssRules].filter(rule => rule.constructor.name === 'CSSFontFaceRule')) {
    const of = name => rule.getPropertyValue(name) || undefined;
    const face = name => new page.defaultView.FontFace(name, of('src').replace(/url\(["']?(?:.*\/)?(fonts\/[^"')]*)["']?\)/g, (_, file) => `url("${new URL(file, here)}")`), {
      weight: of('font-weight'), style: of('font-style'), unicodeRange: of('unicode-range'), display: of('font-display'),
      sizeAdjust: of('size-adjust'), ascentOverride: of('ascent-override'), descentOverride: of('descent-override'), lineGapOverride: of('line-gap-override'),
    });
    // Some browsers take the name as it is, others as in a style sheet, where one with a digit has quotes.
    const family = of('font-family').replaceAll('"', ''), plain = face(family);
    plain.loaded.catch(() => {});
    page.fonts.add(plain.family ? plain : face(`"${family}"`));
  }
  return sheet;
}

const mixed = e => e instanceof SyntaxError || e?.message === different;

/** Whether the page starts again to have files of one build: ours does, once; see trouble.js. */
const restarts = () => !dispatchEvent(new Event('relu-stale', {cancelable: true}));

/** A program that stays another's means that this script is the old one. A new
 * one takes the figures over; heir is what it exports. */
let heir, asking;
const end = new AbortController();
async function handOver(program) {
  const take = async () => {
    await refresh(import.meta.url);
    heir = await import(new URL(`figure.js?program=${program}&again=${++tries}`, here).href); // which begins, unless it is not of that program
    end.abort();
    for (const root of tipped.keys()) untip(root);
    for (const root of figures.keys()) if (root.getRootNode() !== document) heir.mount(root); // the others it has found
    figures.clear();
  };
  await (asking ??= take().finally(() => { asking = null; }));
}

/** What the address asks for: ?painter=gpu or svg, or painter= in the hash. */
const pinned = () => /[?&#]painter=(gpu|svg)\b/.exec(location.search + location.hash)?.[1];

const figures = new Map();

// A browser gives a page about 16 contexts of the GPU, and takes the oldest away
// when more are asked for. So figures out of sight give theirs up for others,
// paint as SVG meanwhile, and ask for one again when they are seen.
const most = 8;
const painting = new Set(); // who has one, in the order of asking

function takeTurn(root) {
  painting.add(root);
  for (const other of painting) {
    const {box} = figures.get(other);
    if (painting.size <= most || box.insight()) continue;
    painting.delete(other);
    box.giveUp();
  }
}

/** Starts a figure in an element, or starts it again. */
export function mount(root) {
  if (heir) return heir.mount(root);
  if (root.dataset.root === undefined) return housed().then(({house}) => house(root));
  begin(root, root.hasAttribute('data-address') ? location.hash : root.dataset.link ?? '');
}

function begin(root, link) {
  if (!bound.has(root)) bind(root);
  unmount(root);
  const state = {box: null, shared: null, renewed: -Infinity};
  figures.set(root, state);
  start(root, state, link);
}

/** Ends the figure in an element and gives back all it holds. */
export function unmount(root) {
  if (root.dataset.root === undefined) return housed().then(({vacate}) => vacate(root));
  heir?.unmount(root);
  untip(root);
  figures.get(root)?.box?.close();
  figures.delete(root);
  painting.delete(root);
}

/** The component for pages that are not ours, by the address that they use. */
const housed = () => {
  const script = new URL('embed.js', here).href;
  return import(script).catch(async () => {
    await refresh(script);
    return import(`${script}?again=${++tries}`);
  });
};

/** Lets a root answer messages: see answers.js. */
export const answers = async (root, say) => (await part('answers.js')).answers(root, say);

async function start(root, state, link) {
  const alive = () => figures.get(root) === state;
  root.dataset.state = 'loading';
  root.dataset.painter = 'svg';
  hide(root);
  try {
    const words = wordsFor(link);
    words.catch(() => {}); // awaited below
    state.shared = await fetchShared();
    await dress(root);
    state.words = await words;
    performance.mark('relu-compiled');
    if (!alive()) return;
    if (root.dataset.build && root.dataset.build !== build) root.replaceChildren(); // drawn by another build: the program fills it again
    root.dataset.build = build;
    open(root, state, link);
  } catch (e) {
    if (mixed(e) && restarts()) return;
    if (alive() && e.program && !own.has('program')) await handOver(e.program).catch(() => {});
    if (alive()) fail(root, 'The figure could not be loaded ({why}).', e);
  }
}

/** Runs a program in a new box, and closes the old one, if any. It paints as SVG
 * at once and by the GPU, where there is one, as soon as that is ready. */
function open(root, state, link) {
  const {program, runtime, openBox, webGL2} = state.shared, {words} = state;
  const old = state.box;
  const home = root.querySelector('.rf-canvas') ?? root.appendChild(Object.assign(document.createElement('div'), {className: 'rf-canvas'}));
  const current = () => figures.get(root) === state && state.box === box;
  let mounted = false; // from then on the root's link is the program's
  const box = openBox(root, home, {
    link, words, pinned: !!pinned(), early: () => root.early?.take() ?? [],
    gpu() { // asked once the figure has been seen
      // Where the CPU plays the GPU, it paints SVG sooner.
      const has = pinned() === 'gpu' ? !!webGL2() : !pinned() && webGL2() === 'gpu';
      root.toggleAttribute('data-starting', has);
      if (has && current()) takeTurn(root);
      return has;
    },
    on: {
      mounted() { // it answers, and paints as SVG
        if (!current()) return;
        mounted = true;
        root.dataset.painter = 'svg';
        root.setAttribute('data-starting', ''); // a quicker painter, perhaps
        root.dataset.state = 'ready';
        root.early?.ready();
        hint(root, box.insight());
        if (!performance.getEntriesByName('interactive').length) performance.mark('interactive');
      },
      seen() {
        if (current() && root.dataset.painter === 'svg' && root.hasAttribute('data-resting')) open(root, state, root.dataset.link ?? link);
      },
      unseen() { root.removeAttribute('data-starting'); },
      ready() { // the GPU has painted
        if (!current()) return;
        root.dataset.painter = 'gpu';
        root.removeAttribute('data-starting');
        performance.mark('relu-drawn');
      },
      slow() { // the last rung of the ladder of painters
        if (current()) root.dataset.painter = 'svg';
      },
      lost() { // the program lives on and paints as SVG
        if (!current()) return;
        root.dataset.painter = 'svg';
        root.removeAttribute('data-starting');
        if (painting.delete(root)) root.dataset.state = 'lost';
        else root.setAttribute('data-resting', '');
      },
      restored() { // a fresh program takes over where the old one is now
        if (!current()) return;
        open(root, state, root.dataset.link ?? link);
      },
    },
  });
  old?.close();
  root.removeAttribute('data-resting');
  state.box = box;
  box.run(program, runtime).catch(e => {
    if (current()) renew(root, state, mounted ? root.dataset.link ?? link : link, e);
  });
}

// A visit is a tab's, as long as its storage tells; in a sandbox, a page's.
const visit = (() => { try { return sessionStorage ?? {}; } catch { return /** @type {any} */ ({}); } })();

/** Lets the handle to begin with show how it moves until something has been moved, and
 * pulse in the first figure that is seen. */
function hint(root, seen) {
  if (visit.reluMoved || root.dataset.hint !== undefined) return;
  root.dataset.hint = visit.reluHinted || !seen ? '' : 'pulse';
  if (seen) try { visit.reluHinted = 1; } catch { /* full */ }
}
function hinted(e) {
  const moved = e.composedPath()[0].matches?.('.rf-handle') && (!e.key || /^(Arrow|Page|Home|End)/.test(e.key));
  if (moved) try { visit.reluMoved = 1; } catch { /* full */ }
  for (const {dataset} of figures.keys()) {
    if (moved) delete dataset.hint;
    else if (dataset.hint) dataset.hint = '';
  }
}
for (const type of ['pointerdown', 'keydown']) addEventListener(type, hinted, {capture: true, signal: end.signal});

/** After so long, ms, the end of a program has nothing to do with the one before. */
const forgotten = 60_000;

/** Puts a fresh program in the place of one that has ended, in the state where
 * that was. The figure stops if the fresh one ends soon, too. */
function renew(root, state, link, e) {
  console.error('relu-three-ways:', e.said || e.cause || e);
  state.box.close();
  painting.delete(root);
  root.dataset.painter = 'svg';
  root.removeAttribute('data-starting');
  if (root.dataset.held) root.dataset.held = 'false'; // a pointer that held a handle holds it no more
  const since = performance.now() - state.renewed;
  state.renewed = performance.now();
  if (since < forgotten) return fail(root, e.text ?? 'The figure stopped ({why}).', e);
  root.dataset.state = 'lost'; // the handles stay in sight, and keep the focus
  open(root, state, link);
}

/** Says what happened and offers to try again. What is drawn stays. */
async function fail(root, text, e) {
  const state = figures.get(root), speech = await speechOf(root);
  if (figures.get(root) !== state) return; // it has ended or begun again
  root.toggleAttribute('data-drawn', !!root.querySelector('.rf-canvas > .rf-sheet'));
  root.dataset.state = 'failed';
  tell(root, speech, text, e, () => mount(root));
}

/** The language that a link asks for, if it does. */
const langOf = link => /[#&]lang=([a-z]+)/.exec('&' + link)?.[1];

/** The words of the program in the language of a link; it has the English ones. In another
 * language a figure starts again. */
const wordsFor = async link => langOf(link) !== 'de' ? '' : (await part('words.js')).file('de').catch(() => { throw amiss('its words could not be loaded'); });

/** The language that the figure is asked for, and what says texts in it: English
 * where the words do not arrive either. */
async function speechOf(root) {
  const link = root.hasAttribute('data-address') ? location.hash : root.dataset.link ?? '';
  const lang = langOf(link) ?? (root.lang || document.documentElement.lang);
  const say = /^(en|$)/.test(lang) ? filled : await import(at('words.js')).then(async ({words, english}) => (said => said === english ? filled : said)(await words(lang)), () => filled);
  return {lang: say === filled ? 'en' : lang, say};
}

/** A failure in words: text is of the catalogue of words, {why} what e says of it. */
function tell(root, {lang, say}, text, e, again) {
  const why = mixed(e) ? say(different) : e?.told ? say(...e.told) : e?.message;
  let note = root.querySelector('.rf-fail');
  if (!note) {
    note = root.appendChild(document.createElement('div'));
    note.className = 'rf-fail';
    note.setAttribute('role', 'alert');
  }
  if (!note.querySelector('.rf-fail-text') || !note.querySelector('.rf-retry')) note.innerHTML = '<p class="rf-fail-text"></p><button type="button" class="rf-retry"></button>';
  note.lang = lang;
  note.querySelector('.rf-fail-text').textContent = say(text, {why});
  const retry = note.querySelector('.rf-retry');
  (retry.querySelector('span') ?? retry).textContent = say('Try again');
  retry.onclick = again;
  note.hidden = false;
}

function hide(root) {
  const note = root.querySelector('.rf-fail');
  if (note) note.hidden = true;
}

// Printed, a figure is a drawing of its state, in the inks of a bright page.
addEventListener('beforeprint', () => {
  for (const [i, [root, state]] of [...figures].entries()) {
    const detail = {link: root.dataset.link ?? '', theme: 'contrast', id: 'print' + i};
    root.dispatchEvent(new CustomEvent('relu-draw', {detail}));
    if (!detail.svg) continue; // what is drawn is printed
    const sheet = root.querySelector('.rf-print') ?? root.appendChild(Object.assign(document.createElement('div'), {className: 'rf-print'}));
    sheet.innerHTML = detail.svg; // the program's own
    const url = state.shared.address(detail.link.replace(/&?ui=lecture/, ''));
    sheet.append(Object.assign(document.createElement('p'), {textContent: root.querySelector('.rf-caption')?.textContent ?? ''}),
      Object.assign(document.createElement('a'), {href: url, textContent: url}));
  }
}, {signal: end.signal});
addEventListener('afterprint', () => { for (const root of figures.keys()) root.querySelector('.rf-print')?.remove(); }, {signal: end.signal});

/** What is not needed to use the figure is fetched when it is asked for. */
async function lazily(root, dialog, ...more) {
  hide(root);
  try {
    await (await part(`${dialog}.js`))[dialog](root, ...more);
  } catch (e) {
    if (!mixed(e) || !restarts()) tell(root, await speechOf(root), mixed(e) ? 'This dialog could not be loaded ({why}; reload the page).' : 'This dialog could not be loaded ({why}).', e, () => lazily(root, dialog, ...more));
  }
}

/** What controls are called is told from the first time that somebody comes to one, until the figure ends. */
const tipped = new Map();
function untip(root) {
  tipped.get(root)?.abort();
  tipped.delete(root);
}

const bound = new WeakSet();
function bind(root) {
  bound.add(root);
  const on = (type, f) => root.addEventListener(type, f, {signal: end.signal});
  on('animationend', e => { if (e.animationName === 'rf-pulse') root.dataset.hint = ''; });
  on('relu-again', () => setTimeout(() => mount(root))); // in another language
  let torn = -forgotten;
  on('relu-torn', () => { // the page has taken elements away; where it goes on doing so the figure lives without
    if (performance.now() - torn < forgotten) return;
    torn = performance.now();
    setTimeout(() => {
      root.replaceChildren();
      begin(root, root.dataset.link ?? '');
    });
  });
  for (const type of ['pointerover', 'focusin', 'pointerdown']) on(type, async e => {
    if (tipped.has(root) || !figures.has(root) || !e.target.closest?.('button, a, .rf-handle')) return;
    const over = new AbortController(), target = e.target; // which an event forgets
    tipped.set(root, over);
    await part('tip.js').then(({tips}) => tips(root, {type, target, pointerType: e.pointerType, timeStamp: e.timeStamp}, over.signal), () => { if (tipped.get(root) === over) tipped.delete(root); });
  });
  on('click', e => {
    if (e.target.closest?.('.rf-share')) lazily(root, 'share');
    if (e.target.closest?.('.rf-embed')) lazily(root, 'share', 'element');
    if (e.target.closest?.('.rf-help')) lazily(root, 'help');
  });
  on('keydown', e => {
    if (e.key === '?' && document.documentElement.dataset.keys !== 'off' && !e.ctrlKey && !e.metaKey && !e.altKey && !e.target.closest('dialog')) {
      e.preventDefault();
      lazily(root, 'help');
    }
  });
}

if (own.has('program') && own.get('program') !== programBuild) throw new Error(different);
for (const root of document.querySelectorAll('[data-relu-figure][data-root]')) mount(root);
if (!document.querySelector('[data-root]') && !customElements.get('relu-three-ways')) housed().catch(e => console.warn(`relu-three-ways: ${e.message}`)); // its elements may come later
