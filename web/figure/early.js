// The figure before its program runs. This is an ordinary script, since it must
// act before the page is first painted. It shows the drawing that fits in the
// window, makes sure that only the state of the address is shown, lets the point be
// dragged through states that were drawn when the site was built, and records what
// is done. The program then repeats that as if it had been there.

(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = /** @type {Root} */ (script.parentElement); // the figure, whose contents come next
  const part = name => /** @type {any} */ (root.querySelector('.rf-' + name));
  const end = new AbortController(); // when the program takes over
  let joining = false; // it has begun to, and the elements are its own
  let focused = /** @type {Element | null} */ (null), rank = -1; // what had the focus then, and where it is among the buttons

  // ---- The drawing that fits, of all that the page has for those without scripts

  const style = /** @type {HTMLElement} */ (document.getElementById('drawn'));
  if (!style) return; // the page is of another build
  const page = style.textContent;
  let poster = '', shown = ''; // all drawings of the state, and the sheet that is shown
  let box = /** @type {{left: number, top: number, k: number} | null} */ (null); // of the sheet, once it is known

  /** The sheet that the style sheet has for the window. */
  const fitting = () => getComputedStyle(script).getPropertyValue('--rf-sheet').trim();

  /** Shows the sheet that fits, if it is another one. */
  function fit() {
    const sheet = fitting();
    if (!poster || sheet === shown || root.dataset.early === 'waiting') return;
    shown = sheet;
    box = null;
    part('poster').innerHTML = (poster.match(/<svg[^]*?<\/svg>/g) ?? []).filter(svg => (/^<svg [^>]*rf-(?:sheet|by)-([\w-]+)/.exec(svg)?.[1] ?? sheet) === sheet).join('');
  }

  let known = () => {};
  const whole = new Promise(done => { known = () => done(undefined); }); // the figure's markup has been read
  const reader = new MutationObserver(() => {
    const all = part('poster')?.querySelector('noscript');
    if (all && part('poster').nextSibling) {
      all.remove(); // by which trouble.js knows that this has run
      poster ||= all.textContent;
      fit();
    }
    if (root.nextSibling) known();
  });
  reader.observe(root.parentElement, {childList: true, subtree: true});
  document.addEventListener('DOMContentLoaded', () => { reader.disconnect(); known(); });
  let refit = fit;
  const sized = new ResizeObserver(() => refit()); // a scroll bar comes, or the figure is shown, and the window is as large as it was
  sized.observe(root);
  addEventListener('resize', () => refit(), {signal: end.signal});
  addEventListener('beforeprint', () => { if (poster && root.dataset.early !== 'waiting') part('poster').innerHTML = poster; }, {signal: end.signal}); // paper has another size
  addEventListener('afterprint', () => {
    shown = '';
    refit();
  }, {signal: end.signal});
  if ((new URL(script.src).searchParams.get('b') ?? '{{BUILD}}') !== '{{BUILD}}') return; // the rest is for pages of this build

  // ---- The state of the address

  const base = new URL('early/', script.src);
  const asked = new URLSearchParams(location.hash.slice(1).replaceAll('+', '%2B')), own = asked.get('f'); // a formula, in place of fn
  const one = (key, values) => values.includes(asked.get(key)) ? asked.get(key) : values[0];
  const scheme = asked.get('scheme'), theme = one('theme', ['auto', 'light', 'dark', 'contrast']);
  if (theme !== 'auto') root.dataset.theme = theme;
  else if (scheme === 'light' || scheme === 'dark') root.dataset.theme = root.dataset.scheme = scheme; // of the page around a frame
  const fn = one('fn', ['relu', 'leaky', 'abs', 'minusabs', 'softplus', 'square', 'cube', 'heaviside', 'sqrtabs', 'cantor', 'kink']);
  const lens = one('lens', ['point', 'sub', 'dist', 'compare']);
  const number = text => text.trim() ? Number(text.replace('−', '-')) : NaN;
  let x = asked.has('x') ? number(asked.get('x') ?? '') : 0.5; // what is shown, or is to be
  const said = [...asked].filter(([key, value]) => !(key === 'hide' ? !value : key === 'steps' ? value === 'off' : key === 'ui' ? value === 'full' : key === 'lang' ? value === 'en' : ['fn', 'lens', 'x', 'theme', 'scheme', 'paper'].includes(key)));
  const plain = !said.length; // there may be a drawing of it
  const leafed = plain && fn === 'relu' && (lens === 'point' || lens === 'sub'); // a book has it
  const mine = leafed && lens === 'point', here = mine && x === 0.5; // the page's own, but for x, and wholly

  /** Reads a file of states. They lie there compressed, and some hosts unpack them.
   * While a page loads, each turn of the event loop is long, so this takes few. */
  const read = name => new Promise((done, failed) => {
    const ask = new XMLHttpRequest();
    ask.open('GET', new URL(name + '.json.gz?b={{BUILD}}', base));
    ask.responseType = 'arraybuffer';
    ask.onload = () => {
      const packed = new Uint8Array(ask.response)[0] === 0x1f;
      new Response(packed ? new Blob([ask.response]).stream().pipeThrough(new DecompressionStream('gzip')) : ask.response).json().then(done, failed);
    };
    ask.onerror = failed;
    ask.send();
  });

  // Another state than the one in the page: that one is out of sight until the
  // right one is there. Where there is none the program brings it.
  if (!here) {
    root.dataset.early = 'waiting';
    root.dataset.lens = lens;
    new MutationObserver((_, header) => { // as soon as it is read
      const tabs = root.querySelectorAll('.rf-tab');
      if (tabs.length < 4) return;
      header.disconnect();
      if (own !== null) part('pick-name').textContent = '…'; // until it is read
      else part('pick-name').innerHTML = JSON.parse(part('options').dataset.titles ?? '{}')[fn];
      for (const tab of tabs) tab.setAttribute('aria-selected', String(tab.dataset.lens === lens));
    }).observe(root, {childList: true, subtree: true});
    const corner = x === 0 && lens !== 'dist' && lens !== 'compare';
    if (plain && !leafed && (corner || x === 0.5)) {
      Promise.all([read(`${fn}-${lens}${corner ? '-0' : ''}`), whole]).then(([state]) => {
        if (joining) return;
        style.textContent = state.Style;
        poster = state.Poster;
        shown = '';
        root.dataset.early = 'shown';
        fit();
        part('blocks').innerHTML = state.Blocks;
        part('readouts').innerHTML = state.Readouts;
        part('handles').innerHTML = state.Handles;
        place();
      }).catch(() => {});
    }
  }

  // ---- The handles

  /** Where the origin of a drawing is, px of the figure, and how long a px of it is. */
  function boxOf(svg) {
    const at = getComputedStyle(svg), view = svg.viewBox.baseVal, k = parseFloat(at.width) / view.width;
    return {left: parseFloat(at.left) - view.x * k, top: parseFloat(at.top) - view.y * k, k};
  }

  /** The drawing that is shown. */
  const sheet = () => root.querySelector('svg[data-hands]');

  /** Puts the sliders on the drawn handles. */
  function place() {
    const svg = sheet(), handles = part('handles'); // which may not have been read yet
    if (!svg || !handles || joining || root.dataset.early === 'waiting') return;
    box ??= boxOf(svg);
    const {left, top, k} = box;
    const hands = new Map((svg.dataset.hands ?? '').split(';').map(hand => [hand.split(' ')[0], hand.split(' ').slice(1).map(Number)]));
    for (const handle of handles.children) {
      const hand = hands.get(handle.dataset.control ?? '');
      if (handle.hidden !== !hand) handle.hidden = !hand;
      if (!hand) continue;
      const [x, y, side] = hand;
      handle.style.cssText = `width:${side}px;height:${side}px;transform:translate(${left + x * k - side / 2}px,${top + y * k - side / 2}px)`;
    }
    root.dataset.early = 'shown';
  }

  // ---- The book

  let book = /** @type {any} */ (null), leaf = -1, wanted = '';

  /** Fetches the states of the point for the sheet that fits. */
  function open() {
    const name = leafed ? fitting() : '';
    if (!name || name === wanted) return;
    wanted = name;
    Promise.all([read(`relu-${lens}/${name}`), whole]).then(([b]) => {
      const at = b.Leaves.findIndex(l => Math.abs(l.X - x) < 1e-9);
      if (joining || name !== wanted || at < 0) return; // it would show another place than was asked for
      book = b;
      leaf = here && root.dataset.early !== 'waiting' ? at : -1; // it is what is shown
      root.dataset.early = 'shown';
      turn(at);
      for (const d of done) if (!d.book) (d.key ? press : bring)(d); // what was done before it was there
    }).catch(() => {});
  }

  /** Opens the book at a leaf. */
  function turn(to) {
    to = Math.min(Math.max(to, 0), book.Leaves.length - 1);
    if (to === leaf) return;
    if (leaf < 0 || !book.open) {
      book.open = true;
      poster = ''; // of another place
      box = null;
      if (book.Style) style.textContent = book.Style;
      part('poster').innerHTML = book.Outlines;
    }
    leaf = to;
    const l = book.Leaves[to], text = list => list.map(i => book.Parts[i]).join('');
    x = l.X;
    for (const svg of part('poster').querySelectorAll(':scope > svg[class]')) svg.remove();
    part('poster').insertAdjacentHTML('beforeend', l.Drawings.map(text).join(''));
    const {value} = part('method');
    part('blocks').innerHTML = text(l.Blocks);
    part('method').value = value; // as it was chosen
    for (const {i} of done) buttons()[i]?.setAttribute('data-waits', '');
    part('readouts').innerHTML = text(l.Readouts);
    const said = Object.assign(document.createElement('div'), {innerHTML: text(l.Handles)});
    for (const fresh of said.children) { // the elements stay, and the focus with them
      const handle = root.querySelector(`.rf-handle[data-control="${fresh.dataset.control}"]`);
      for (const {name, value} of fresh.attributes) if (handle && name.startsWith('aria-')) handle.setAttribute(name, value);
    }
    place();
  }

  // ---- What is done

  /** By how much WebKit divides what it measures in a page that is zoomed. */
  function divisor() {
    let zoom = 1;
    if (!('currentCSSZoom' in root)) for (let el = /** @type {Element | null} */ (root); el; el = el.parentElement) zoom *= parseFloat(getComputedStyle(el).zoom) || 1;
    return zoom;
  }

  /** How long a px of the figure is in the window. */
  const scale = () => root.getBoundingClientRect().width * divisor() / root.offsetWidth || 1;

  /** What was done, in order: {visits} of an address, with its #, {act(), i} of what the
   * page can do again, i the place of a button, {control, key, shift}, or
   * {control, kind, dx, dy, id, x, y, gripX, gripY, held, seen} of a pointer, which is at
   * (x, y) in the window now, has moved by (dx, dy) in the drawing, was so far from the
   * handle's middle, and is seen to have brought the control to a value. A book adds which
   * it was and where the point began. */
  const done = [];
  const buttons = () => [...root.querySelectorAll('button')]; // whose order is that of the program's
  const controlOf = e => e.target.closest?.('.rf-handle')?.dataset.control;
  const on = (type, f) => root.addEventListener(type, e => { if (!end.signal.aborted) f(e); }, {capture: true, signal: end.signal});

  let down = /** @type {any} */ (null);
  on('pointerdown', e => {
    down = e;
    const control = controlOf(e);
    if (!control || e.button !== 0) return;
    e.target.setPointerCapture(e.pointerId);
    e.target.focus({preventScroll: true, focusVisible: false});
    const x = e.clientX, y = e.clientY, at = e.target.getBoundingClientRect(), zoom = divisor(), k = scale();
    done.push({control, dx: 0, dy: 0, kind: e.pointerType, id: e.pointerId, x, y, fromX: x, fromY: y, gripX: ((at.left + at.width / 2) * zoom - x) / k, gripY: ((at.top + at.height / 2) * zoom - y) / k, held: true});
  });
  /** Takes what a pointer holds to where it is. */
  const bring = d => {
    d.seen = undefined;
    if (joining || !book || d.control !== book.Control) return;
    d.book ??= book;
    d.at ??= book.Leaves[leaf].At;
    if (d.book !== book) return; // which was of another window
    const off = l => Math.abs(l.At - d.at - d.dx / (box?.k ?? 1));
    turn(book.Leaves.reduce((best, l, i, all) => off(l) < off(all[best]) ? i : best, 0));
    d.seen = x;
  };
  /** Does what a key does, by leaves, which are as far apart as its steps. */
  const steps = {ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -1e3, End: 1e3, ' ': 0};
  const press = d => {
    if (joining || !book || d.control !== book.Control) return;
    d.book = book;
    if (!d.shift) turn(leaf + steps[d.key]);
  };
  on('pointermove', e => {
    const d = done.findLast(d => d.held && d.id === e.pointerId), k = scale();
    if (d) bring(Object.assign(d, {x: e.clientX, y: e.clientY, dx: (e.clientX - d.fromX) / k, dy: (e.clientY - d.fromY) / k}));
  });
  on('contextmenu', e => { if (e.pointerType !== 'mouse' && done.some(d => d.held && d.kind !== 'mouse')) e.preventDefault(); });
  for (const type of ['pointerup', 'pointercancel']) on(type, e => { for (const d of done) if (d.id === e.pointerId) d.held = false; });
  on('mousedown', e => { if (controlOf(e)) e.preventDefault(); });
  on('keydown', e => {
    const control = controlOf(e);
    if (!control || e.ctrlKey || e.altKey || e.metaKey || !Object.hasOwn(steps, e.key) || e.key === ' ' && !'pk'.includes(control)) return;
    e.preventDefault();
    const d = {control, key: e.key, shift: e.shiftKey};
    done.push(d);
    press(d);
  });
  on('relu-steer', e => done.push({act() { for (const type of ['relu-steer', 'relu-land']) root.dispatchEvent(new CustomEvent(type, e)); }}));
  addEventListener('hashchange', () => done.push({visits: location.hash || '#'}), {signal: end.signal});
  on('change', ({target, target: {value}}) => {
    if (target === part('method')) done.push({act() { part('method').value = value; part('method').dispatchEvent(new Event('change')); }});
  });
  // A button waits for the program, and shows that it does; so does a click on the drawing.
  on('click', e => {
    const from = down, button = e.target.closest?.('button');
    if (from && e.target === part('stage') && root.dataset.early === 'shown' && !(e.ctrlKey || e.metaKey || e.shiftKey || e.altKey)) {
      const was = e.target.getBoundingClientRect();
      done.push({act() {
        const now = part('stage').getBoundingClientRect(), there = /** @type {HTMLElement} */ (document.activeElement);
        for (const {type, pointerType, clientX, clientY} of [from, e]) part('stage').dispatchEvent(new PointerEvent(type, {pointerType, clientX: clientX + now.x - was.x, clientY: clientY + now.y - was.y}));
        if (!root.contains(there) && there !== document.body) there.focus({preventScroll: true}); // a reader has gone on
      }});
    }
    if (!button || button.matches(asked.has('lang') ? '.rf-retry' : '.rf-help, .rf-retry') || button.closest('dialog')) return;
    e.stopPropagation();
    e.preventDefault();
    const i = buttons().indexOf(button);
    done.push({i, act: () => buttons()[i]?.click()});
    button.setAttribute('data-waits', '');
  });

  open();
  const program = fetch(new URL('../app.wasm?b={{PROGRAM}}', base), {priority: 'low'}); // which figure.js will ask for
  program.catch(() => {});
  whole.then(place);
  refit = () => {
    if (joining) return;
    box = null;
    if (book && fitting() !== wanted) {
      if (book.Style) style.textContent = page; // which knows all sheets
      if (book.open) root.dataset.early = 'waiting'; // the page's own is of another x
      book = null;
      wanted = '';
    }
    if (!book) open();
    fit();
    place();
  };

  /** What figure.js and the program ask for, once. */
  root.early = {
    program,
    join() {
      joining = true;
      focused = document.activeElement;
      rank = buttons().indexOf(/** @type {any} */ (focused));
    },
    take() {
      if (document.activeElement === document.body && !focused?.isConnected) buttons()[rank]?.focus({preventScroll: true}); // the elements are in another language
      end.abort();
      return done.splice(0);
    },
    ready() {
      delete root.dataset.early;
      delete root.early;
      sized.disconnect();
      style.remove(); // its rules are for a figure that has no program
      part('poster')?.replaceChildren(); // which they arrange
      book = null;
      for (const button of buttons()) button.removeAttribute('data-waits');
    },
  };
})();
