// The figure before its program runs. This is an ordinary script, since it must
// act before the page is first painted. It makes sure that only the state of the
// address is shown, lets the point be dragged through states that were drawn when
// the site was built, and records what hands and keys do. The program then repeats
// that as if it had been there.

(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  if ((new URL(script.src).searchParams.get('b') ?? '{{BUILD}}') !== '{{BUILD}}') return; // the page's drawing is of another build
  const root = /** @type {Root} */ (script.parentElement); // the figure, whose contents come next
  const base = new URL('early/', script.src);
  const asked = new URLSearchParams(location.hash.slice(1).replaceAll('+', '%2B')), own = asked.get('f'); // a formula, in place of fn
  const program = fetch(new URL('../app.wasm?b={{PROGRAM}}', base), {priority: 'low'}); // which figure.js will ask for
  program.catch(() => {});
  const end = new AbortController();
  const one = (key, values) => values.includes(asked.get(key)) ? asked.get(key) : values[0];

  // ---- The state of the address

  const scheme = asked.get('scheme'), theme = one('theme', ['auto', 'light', 'dark', 'contrast']);
  if (theme !== 'auto') root.dataset.theme = theme;
  else if (scheme === 'light' || scheme === 'dark') root.dataset.theme = root.dataset.scheme = scheme; // of the page around a frame
  const fn = one('fn', ['relu', 'leaky', 'abs', 'minusabs', 'softplus', 'square', 'cube', 'heaviside', 'sqrtabs', 'cantor', 'kink']);
  const lens = one('lens', ['point', 'sub', 'dist', 'compare']);
  const corner = lens !== 'dist' && lens !== 'compare' && asked.has('x') && Number(asked.get('x')) === 0;
  const opening = fn === 'relu' && lens === 'point' && own === null;
  const plain = own === null && !asked.get('hide') && (asked.get('steps') ?? 'off') === 'off' && ['full'].includes(one('ui', ['full', 'min', 'none', 'lecture'])) && one('lang', ['en', 'de']) === 'en';
  const leafed = opening && plain && !asked.has('h'); // the book has it
  const here = leafed && !asked.has('x');

  /** Reads a file of states. They lie there compressed, and some hosts unpack them. */
  async function read(name, priority) {
    const answer = await fetch(new URL(name + '.json.gz?b={{BUILD}}', base), {signal: end.signal, priority});
    if (!answer.ok) throw new Error(String(answer.status));
    const bytes = await answer.arrayBuffer(), packed = new Uint8Array(bytes)[0] === 0x1f;
    return new Response(packed ? new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')) : bytes).json();
  }

  const part = name => root.querySelector('.rf-' + name);
  const loaded = new Promise(done => document.addEventListener('DOMContentLoaded', done, {signal: end.signal}));

  // Another state than the one in the page: that one is out of sight until the
  // right one is there. Where there is none the program brings it.
  if (!here) {
    root.dataset.early = 'waiting';
    root.dataset.lens = lens;
    new MutationObserver((_, header) => { // as soon as it is read
      const name = root.querySelector(`.rf-option[data-fn="${fn}"] > .rf-option-name`);
      const tabs = root.querySelectorAll('.rf-tab');
      if (!name || tabs.length < 4) return;
      header.disconnect();
      if (own !== null) part('pick-name').textContent = '…'; // until it is read
      else part('pick-name').innerHTML = name.dataset.title ?? name.innerHTML;
      for (const tab of tabs) tab.setAttribute('aria-selected', String(tab.dataset.lens === lens));
    }).observe(root, {childList: true, subtree: true});
    if (plain && !leafed) {
      Promise.all([read(`${fn}-${lens}${corner ? '-0' : ''}`, 'high'), loaded]).then(([state]) => {
        if (end.signal.aborted) return;
        /** @type {Element} */ (document.querySelector('style[data-drawn]')).textContent = state.Style;
        part('poster').innerHTML = state.Poster;
        part('blocks').innerHTML = state.Blocks;
        part('readouts').innerHTML = state.Readouts;
        part('handles').innerHTML = state.Handles;
        root.dataset.early = 'shown';
        place();
      }).catch(() => {});
    }
  }

  // ---- The handles

  /** The drawing that is shown, among those for other sizes. */
  const sheet = () => [...root.querySelectorAll('.rf-poster > svg[data-hands]')].filter(s => getComputedStyle(s).display !== 'none')[0];

  /** Puts the sliders on the drawn handles. */
  function place() {
    const svg = sheet();
    if (!svg || end.signal.aborted || root.dataset.early === 'waiting') return;
    const box = getComputedStyle(svg), view = svg.viewBox.baseVal, k = parseFloat(box.width) / view.width;
    const hands = new Map((svg.dataset.hands ?? '').split(';').map(hand => [hand.split(' ')[0], hand.split(' ').slice(1).map(Number)]));
    for (const handle of part('handles').children) {
      const hand = hands.get(handle.dataset.control ?? '');
      if (handle.hidden !== !hand) handle.hidden = !hand;
      if (!hand) continue;
      const [x, y, side] = hand;
      handle.style.cssText = `width:${side}px;height:${side}px;transform:translate(${parseFloat(box.left) + (x - view.x) * k - side / 2}px,${parseFloat(box.top) + (y - view.y) * k - side / 2}px)`;
    }
    root.dataset.early = 'shown';
  }

  // ---- The book

  let book = /** @type {any} */ (null), leaf = -1;

  /** Fetches the states of the point for the sheet that is shown. */
  function open() {
    const name = leafed && sheet()?.classList[0].slice('rf-sheet-'.length);
    if (!name || book?.name === name) return;
    book = null;
    leaf = -1;
    read('relu-point/' + name, 'low').then(b => {
      if (end.signal.aborted) return;
      book = {...b, name, text: list => list.map(i => b.Parts[i]).join('')};
      const outlines = root.querySelector('.rf-poster > svg:not([class])');
      if (outlines) outlines.outerHTML = book.Outlines;
      const first = root.dataset.early === 'waiting', now = first ? Number(asked.get('x')) : value(part('handles').innerHTML);
      const at = nearest(l => Math.abs(value(book.text(l.Handles)) - now));
      if (!first) leaf = at;
      else {
        root.dataset.early = 'shown';
        turn(at);
      }
    }).catch(() => {});
  }

  /** The value of the book's control in the markup of the handles. */
  const value = markup => Number(/data-control="x".*?aria-valuenow="([^"]*)"/.exec(markup)?.[1]);
  const nearest = distance => book.Leaves.reduce((best, l, i, all) => distance(l) < distance(all[best]) ? i : best, 0);

  /** Opens the book at a leaf. */
  function turn(to) {
    to = Math.min(Math.max(to, 0), book.Leaves.length - 1);
    if (to === leaf) return;
    leaf = to;
    const l = book.Leaves[to], name = sheet().classList[0].slice('rf-sheet-'.length);
    const old = [sheet(), ...root.querySelectorAll(`.rf-poster > .rf-by-${name}`)];
    old.forEach((svg, i) => { svg.outerHTML = book.text(l.Drawings[i]); });
    part('blocks').innerHTML = book.text(l.Blocks);
    part('readouts').innerHTML = book.text(l.Readouts);
    const said = Object.assign(document.createElement('div'), {innerHTML: book.text(l.Handles)});
    for (const fresh of said.children) { // the elements stay, and the focus with them
      const handle = root.querySelector(`.rf-handle[data-control="${fresh.dataset.control}"]`);
      for (const {name, value} of fresh.attributes) if (handle && name.startsWith('aria-')) handle.setAttribute(name, value);
    }
    place();
  }

  // ---- What is done

  /** Where in the drawing a place of the window is, px of the drawing, however the
   * page shows it; and how long such a px is in the window. */
  function under(x, y) {
    let zoom = 1; // by which WebKit divides what it measures
    if (!('currentCSSZoom' in root)) for (let el = /** @type {Element | null} */ (root); el; el = el.parentElement) zoom *= parseFloat(getComputedStyle(el).zoom) || 1;
    const side = 500, corners = [[0, 0], [side, 0], [0, side]].map(([left, top]) => {
      const corner = part('handles').appendChild(document.createElement('i'));
      corner.style.cssText = `position:absolute;left:${left}px;top:${top}px`;
      return corner;
    });
    const [o, i, j] = corners.map(corner => corner.getBoundingClientRect()).map(at => ({x: at.x * zoom, y: at.y * zoom}));
    for (const corner of corners) corner.remove();
    const [a, b, c, d] = [i.x - o.x, i.y - o.y, j.x - o.x, j.y - o.y].map(v => v / side), area = a * d - b * c || 1;
    return {x: (d * (x - o.x) - c * (y - o.y)) / area, y: (a * (y - o.y) - b * (x - o.x)) / area, scale: Math.hypot(a, b) || 1};
  }

  /** What was done, in order: {control, key, shift}, or {control, kind, dx, dy, id,
   * x, y, gripX, gripY, held} of a pointer, which is at (x, y) in the window now, has
   * moved by (dx, dy) in the drawing, and was so far from the handle's middle. */
  const done = [];
  const clicks = [];
  const controlOf = e => e.target.closest?.('.rf-handle')?.dataset.control;
  const on = (type, f) => root.addEventListener(type, e => { if (!end.signal.aborted) f(e); }, {capture: true, signal: end.signal});

  on('pointerdown', e => {
    const control = controlOf(e);
    if (!control || e.button !== 0) return;
    e.target.setPointerCapture(e.pointerId);
    e.target.focus({preventScroll: true, focusVisible: false});
    const s = sheet(), from = under(e.clientX, e.clientY), at = new DOMMatrix(e.target.style.transform), half = e.target.offsetWidth / 2;
    done.push({control, dx: 0, dy: 0, kind: e.pointerType, id: e.pointerId, x: e.clientX, y: e.clientY, from, gripX: at.e + half - from.x, gripY: at.f + half - from.y, held: true, k: parseFloat(getComputedStyle(s).width) / s.viewBox.baseVal.width, at: book && control === book.Control ? book.Leaves[leaf].At : null});
  });
  /** Takes what a pointer holds to where it is. */
  const bring = d => {
    const {x, y, scale} = under(d.x, d.y);
    Object.assign(d, {dx: x - d.from.x, dy: y - d.from.y});
    if (!book || d.control !== book.Control) return;
    d.at ??= book.Leaves[leaf].At;
    const to = d.at + d.dx / d.k, pull = (d.kind === 'touch' ? 14 : 8) / scale / d.k;
    turn(nearest(l => Math.abs(l.At - to) - (l.Corner && Math.abs(l.At - to) <= pull ? 1e3 : 0)));
  };
  on('pointermove', e => {
    const d = done.findLast(d => d.held && d.id === e.pointerId);
    if (d) bring(Object.assign(d, {x: e.clientX, y: e.clientY}));
  });
  document.addEventListener('scroll', () => { for (const d of done) if (d.held) bring(d); }, {capture: true, passive: true, signal: end.signal});
  on('contextmenu', e => { if (e.pointerType !== 'mouse' && done.some(d => d.held && d.kind !== 'mouse')) e.preventDefault(); });
  for (const type of ['pointerup', 'pointercancel']) on(type, e => { for (const d of done) if (d.id === e.pointerId) d.held = false; });
  on('mousedown', e => { if (controlOf(e)) e.preventDefault(); });
  on('keydown', e => {
    const control = controlOf(e);
    if (!control || e.ctrlKey || e.altKey || e.metaKey || !/^(Arrow|Page|Home$|End$)/.test(e.key)) return;
    e.preventDefault();
    done.push({control, key: e.key, shift: e.shiftKey});
    if (!book || control !== book.Control) return;
    const sign = /Right|Up/.test(e.key) ? 1 : -1;
    if (e.key === 'Home') turn(0);
    else if (e.key === 'End') turn(book.Leaves.length - 1);
    else if (!e.shiftKey) turn(leaf + sign * (e.key.startsWith('Page') ? book.Page : book.Step));
  });
  // A button waits for the program, and shows that it does.
  on('click', e => {
    const button = e.target.closest?.('button, [role="option"]');
    if (!button || button.matches('.rf-help, .rf-retry') || button.closest('dialog')) return;
    e.stopPropagation();
    e.preventDefault();
    clicks.push(button);
    button.setAttribute('data-waits', '');
  });

  loaded.then(() => { place(); open(); });
  addEventListener('resize', () => { place(); open(); }, {signal: end.signal});

  /** What figure.js asks for, once, when the program begins. */
  root.early = {
    program,
    take() {
      end.abort();
      return done.splice(0);
    },
    /** What was clicked is clicked when the program answers. */
    ready() {
      delete root.dataset.early;
      for (const button of clicks.splice(0)) {
        button.removeAttribute('data-waits');
        if (button.isConnected) button.click();
      }
    },
  };
})();
