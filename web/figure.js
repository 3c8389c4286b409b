// Brings the figures of a page to life: every element [data-relu-figure] gets
// a program of its own. The program is fetched and compiled once for all.

import {openBox, webGL2} from './box.js';

const here = new URL('.', import.meta.url);

/** The address that shows a link. */
export const address = link => new URL('./' + (link ? '#' + link : ''), here).href;

/** The compiled program, shared by all figures; a failure is not kept. */
let program;
function fetchProgram() {
  program ??= compile().catch(e => { program = undefined; throw e; });
  return program;
}

async function compile() {
  // A host that compresses sends few bytes whatever is asked for, the fewest for
  // the program itself; where none does, the smaller file beside it is taken.
  const asked = document.querySelector('[data-relu-figure]')?.early; // has asked for it already
  const plain = await (asked?.program ?? fetch(new URL('app.wasm', here)));
  if (asked) asked.program = null; // a second try asks anew
  if (typeof DecompressionStream === 'function' && plain.headers.get('content-encoding') === null) {
    const packed = await fetch(new URL('app.wasm.gz', here)).catch(() => null);
    if (packed?.ok) {
      plain.body?.cancel();
      const bytes = packed.headers.get('content-encoding') === null ? packed.body?.pipeThrough(new DecompressionStream('gzip')) : packed.body;
      return WebAssembly.compileStreaming(new Response(bytes, {headers: {'content-type': 'application/wasm'}}));
    }
  }
  if (!plain.ok) throw new Error(`the server answered ${plain.status}`);
  const type = plain.headers.get('content-type') ?? '';
  return type.startsWith('application/wasm') ? WebAssembly.compileStreaming(plain) : WebAssembly.compile(await plain.arrayBuffer());
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

/** Starts a figure in root, or starts it again. */
export function mount(root) {
  unmount(root);
  const state = {box: null, painter: ''};
  figures.set(root, state);
  start(root, state, root.hasAttribute('data-address') ? location.hash : root.dataset.link ?? '');
}

/** Ends the figure in root and gives back all it holds. */
export function unmount(root) {
  figures.get(root)?.box?.close();
  figures.delete(root);
  painting.delete(root);
}

async function start(root, state, link) {
  const alive = () => figures.get(root) === state;
  root.dataset.state = 'loading';
  root.dataset.painter = 'svg';
  hide(root);
  try {
    const module = await fetchProgram();
    performance.mark('relu-compiled');
    if (!alive()) return;
    open(root, state, module, link);
  } catch (e) {
    if (alive()) fail(root, `The figure could not be loaded (${e.message}).`);
  }
}

/** Runs a program in a new box, and closes the old one, if any. It paints as SVG
 * at once and by the GPU, where there is one, as soon as that is ready. */
function open(root, state, module, link) {
  const old = state.box;
  const home = root.querySelector('.rf-canvas') ?? root.appendChild(Object.assign(document.createElement('div'), {className: 'rf-canvas'}));
  const current = () => figures.get(root) === state && state.box === box;
  const box = openBox(root, home, {
    link, pinned: !!pinned(), early: () => root.early?.take() ?? [],
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
        root.dataset.painter = 'svg';
        root.setAttribute('data-starting', ''); // a quicker painter, perhaps
        root.dataset.state = 'ready';
        root.early?.ready();
        if (!performance.getEntriesByName('interactive').length) performance.mark('interactive');
      },
      seen() {
        if (current() && root.dataset.painter === 'svg' && root.hasAttribute('data-resting')) open(root, state, module, root.dataset.link ?? link);
      },
      unseen() { root.removeAttribute('data-starting'); },
      ready() { // the GPU has painted
        if (!current()) return;
        root.dataset.painter = 'gpu';
        root.removeAttribute('data-starting');
        performance.mark('relu-drawn');
      },
      fail(message) {
        if (!current()) return;
        box.close();
        fail(root, message);
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
        open(root, state, module, root.dataset.link ?? link);
      },
    },
  });
  old?.close();
  root.removeAttribute('data-resting');
  state.box = box;
  box.run(module).catch(e => {
    if (current()) { box.close(); fail(root, `The figure stopped (${e.message}).`); }
  });
}

/** Says what happened and offers to try again. The poster stays. */
function fail(root, message) {
  root.dataset.state = 'failed';
  let note = root.querySelector('.rf-fail');
  if (!note) {
    note = root.appendChild(document.createElement('div'));
    note.className = 'rf-fail';
    note.setAttribute('role', 'alert');
    note.innerHTML = '<p class="rf-fail-text"></p><button type="button" class="rf-retry">Try again</button>';
  }
  note.querySelector('.rf-fail-text').textContent = message;
  note.querySelector('.rf-retry').onclick = () => mount(root);
  note.hidden = false;
}

function hide(root) {
  const note = root.querySelector('.rf-fail');
  if (note) note.hidden = true;
}

// Printed, a figure is a drawing of its state, in the inks of a bright page.
addEventListener('beforeprint', () => {
  for (const [i, root] of [...figures.keys()].entries()) {
    const detail = {link: root.dataset.link ?? '', theme: 'contrast', id: 'print' + i};
    root.dispatchEvent(new CustomEvent('relu-draw', {detail}));
    if (!detail.svg) continue; // the poster is printed
    const sheet = root.querySelector('.rf-print') ?? root.appendChild(Object.assign(document.createElement('div'), {className: 'rf-print'}));
    sheet.innerHTML = detail.svg; // the program's own
    const url = address(detail.link.replace(/&?ui=lecture/, ''));
    sheet.append(Object.assign(document.createElement('p'), {textContent: root.querySelector('.rf-caption')?.textContent ?? ''}),
      Object.assign(document.createElement('a'), {href: url, textContent: url}));
  }
});
addEventListener('afterprint', () => { for (const sheet of document.querySelectorAll('.rf-print')) sheet.remove(); });

/** What is not needed to use the figure is fetched when it is asked for. */
async function lazily(root, dialog) {
  const module = await import(`./${dialog}.js`);
  await module[dialog](root);
}

function bind(root) {
  root.addEventListener('relu-again', () => setTimeout(() => mount(root))); // in another language
  root.addEventListener('click', e => {
    if (e.target.closest?.('.rf-share')) lazily(root, 'share');
    if (e.target.closest?.('.rf-help')) lazily(root, 'help');
  });
  root.addEventListener('keydown', e => {
    if (e.key === '?' && document.documentElement.dataset.keys !== 'off' && !e.ctrlKey && !e.metaKey && !e.altKey && !e.target.closest('dialog')) lazily(root, 'help');
  });
}

for (const root of document.querySelectorAll('[data-relu-figure]')) {
  bind(root);
  mount(root);
}
