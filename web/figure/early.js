// The figure before its program runs. This is an ordinary script, since it must
// act before the page is first painted. It shows the drawing that fits in the
// window, makes sure that only the state of the address is shown, lets the point be dragged through states that were drawn when
// the site was built, and records what hands and keys do. The program then repeats
// that as if it had been there.

(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = /** @type {Root} */ (script.parentElement); // the figure, whose contents come next
  const part = name => root.querySelector('.rf-' + name);
  const end = new AbortController(); // when the program takes over
  const gone = new AbortController(); // when it has drawn, and nothing of this is seen any more

  // ---- What fits in the window, of all that a page has for those without scripts

  const still = document.querySelector('head > noscript'), style = document.head.appendChild(document.createElement('style'));
  const page = still?.textContent.replace(/<.?style>/g, '') ?? '';
  still?.remove(); // by which trouble.js knows that this has run
  const drawn = {style: page, poster: '', sheet: ''};
  let box = /** @type {{left: number, top: number, k: number} | null} */ (null); // of the sheet, once it is known
  let wide = 0; // px of the figure, measured before there is anything to lay out
  const measure = () => { wide = parseFloat(getComputedStyle(root).width) * divisor(); };

  /** By how much WebKit divides what it measures in a page that is zoomed, but for its rules. */
  function divisor() {
    let zoom = 1;
    if (!('currentCSSZoom' in root)) for (let el = /** @type {Element | null} */ (root); el; el = el.parentElement) zoom *= parseFloat(getComputedStyle(el).zoom) || 1;
    return zoom;
  }

  /** The rules of a style sheet, a line each, that hold in the window as it is. */
  function holding(sheet) {
    const fits = condition => [...condition.matchAll(/(min|max)-width:([\d.]+)px/g)].every(([, most, px]) => most === 'max' ? wide <= Number(px) : wide >= Number(px));
    return sheet.split('\n').filter(line => [...line.slice(0, line.search(/\{[^@]/)).matchAll(/@(\w+) ([^{]*)/g)]
      .every(([, kind, condition]) => kind === 'media' ? matchMedia(condition).matches : fits(condition)));
  }
  /** The sheet that such rules show. */
  const named = rules => /svg\.rf-sheet-([\w-]+)\{/.exec(rules.findLast(line => line.includes('svg.rf-sheet-')) ?? '')?.[1] ?? '';

  /** Shows the sheet that fits, if it is another one, with the words in their places. */
  function fit() {
    const rules = holding(drawn.style), sheet = named(rules);
    style.textContent = rules.join('\n');
    if (!drawn.poster || sheet === drawn.sheet) return;
    drawn.sheet = sheet;
    box = null;
    part('poster').innerHTML = (drawn.poster.match(/<svg[^]*?<\/svg>/g) ?? []).filter(svg => (/^<svg [^>]*rf-(?:sheet|by)-([\w-]+)/.exec(svg)?.[1] ?? sheet) === sheet).join('');
  }

  let known = () => {};
  const whole = new Promise(done => { known = () => done(undefined); }); // the figure's markup has been read
  const reader = new MutationObserver(() => {
    const all = drawn.poster ? null : part('poster')?.querySelector('noscript');
    if (all && part('poster').nextSibling) {
      drawn.poster = all.textContent;
      if (root.dataset.early !== 'waiting') fit();
    }
    if (root.nextSibling) known();
  });
  reader.observe(root.parentElement, {childList: true, subtree: true});
  document.addEventListener('DOMContentLoaded', () => { reader.disconnect(); known(); });
  measure();
  fit();
  let refit = () => { box = null; fit(); };
  addEventListener('resize', () => { measure(); refit(); }, {signal: gone.signal});
  const sized = new ResizeObserver(() => { // a scroll bar comes, or the figure is shown, and the window is as large as it was
    const was = wide;
    measure();
    if (wide !== was) refit();
  });
  sized.observe(root);
  addEventListener('beforeprint', () => { // paper has another size
    if (!drawn.poster || root.dataset.early === 'waiting') return;
    style.textContent = drawn.style;
    part('poster').innerHTML = drawn.poster;
  }, {signal: gone.signal});
  addEventListener('afterprint', () => {
    drawn.sheet = '';
    refit();
  }, {signal: gone.signal});
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
   * While a page loads, each turn of the event loop is long, so it takes one. */
  const read = name => new Promise((done, failed) => {
    const ask = new XMLHttpRequest();
    ask.open('GET', new URL(name + '.json.gz?b={{BUILD}}', base));
    ask.responseType = 'arraybuffer';
    ask.onload = () => ask.status === 200 ? unpacked(ask.response).then(done, failed) : failed(new Error(String(ask.status)));
    ask.onerror = failed;
    ask.send();
  });
  async function unpacked(bytes) {
    const decoder = new TextDecoder();
    if (new Uint8Array(bytes)[0] !== 0x1f) return JSON.parse(decoder.decode(bytes));
    const unpack = new DecompressionStream('gzip'), from = unpack.writable.getWriter(), to = unpack.readable.getReader();
    for (const step of [from.write(bytes), from.close()]) step.catch(() => {}); // reading says so, too
    let text = '';
    for (let piece; !(piece = await to.read()).done;) text += decoder.decode(piece.value, {stream: true});
    return JSON.parse(text);
  }

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
        if (end.signal.aborted) return;
        Object.assign(drawn, {style: state.Style, poster: state.Poster, sheet: ''});
        fit();
        part('blocks').innerHTML = state.Blocks;
        part('readouts').innerHTML = state.Readouts;
        part('handles').innerHTML = state.Handles;
        root.dataset.early = 'shown';
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
    const svg = sheet();
    if (!svg || end.signal.aborted || root.dataset.early === 'waiting') return;
    box ??= boxOf(svg);
    const {left, top, k} = box;
    const hands = new Map((svg.dataset.hands ?? '').split(';').map(hand => [hand.split(' ')[0], hand.split(' ').slice(1).map(Number)]));
    for (const handle of part('handles').children) {
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
    const name = leafed ? named(holding(page)) : '';
    if (!name || name === wanted) return;
    if (book?.open) root.dataset.early = 'waiting'; // the page's own is of another x
    wanted = name;
    book = null;
    leaf = -1;
    Promise.all([read(`relu-${lens}/${name}`), whole]).then(([b]) => {
      if (end.signal.aborted || name !== wanted) return;
      const text = list => list.map(i => b.Parts[i]).join(''), off = l => Math.abs(value(text(l.Handles)) - x);
      const at = b.Leaves.findIndex(l => off(l) < 1e-9);
      if (at < 0) return; // it would show another place than was asked for
      book = {...b, text};
      if (!mine) Object.assign(drawn, {style: book.Style, poster: ''});
      if (here && root.dataset.early !== 'waiting') leaf = at; // it is what is shown
      root.dataset.early = 'shown';
      turn(at);
      for (const d of done) if (!d.seen) (d.key ? press : bring)(d); // what was done before it was there
    }).catch(() => {});
  }

  /** The value of the book's control in the markup of the handles. */
  const value = markup => Number(/data-control="x".*?aria-valuenow="([^"]*)"/.exec(markup)?.[1]);
  const nearest = distance => book.Leaves.reduce((best, l, i, all) => distance(l) < distance(all[best]) ? i : best, 0);

  /** Opens the book at a leaf. */
  function turn(to) {
    to = Math.min(Math.max(to, 0), book.Leaves.length - 1);
    if (to === leaf) return;
    if (!book.open) {
      book.open = true;
      drawn.sheet = wanted;
      box = null;
      style.textContent = holding(drawn.style).join('\n');
      part('poster').innerHTML = book.Outlines;
    }
    leaf = to;
    const l = book.Leaves[to], poster = part('poster');
    x = value(book.text(l.Handles));
    for (const svg of poster.querySelectorAll(':scope > svg[class]')) svg.remove();
    poster.insertAdjacentHTML('beforeend', l.Drawings.map(book.text).join(''));
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
    const zoom = divisor(), side = 500, corners = [[0, 0], [side, 0], [0, side]].map(([left, top]) => {
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
    const from = under(e.clientX, e.clientY), at = new DOMMatrix(e.target.style.transform), half = e.target.offsetWidth / 2;
    done.push({control, dx: 0, dy: 0, kind: e.pointerType, id: e.pointerId, x: e.clientX, y: e.clientY, from, gripX: at.e + half - from.x, gripY: at.f + half - from.y, held: true});
  });
  /** Takes what a pointer holds to where it is. */
  const bring = d => {
    const {x, y, scale} = under(d.x, d.y), px = box?.k ?? 1;
    if (d.held) Object.assign(d, {dx: x - d.from.x, dy: y - d.from.y});
    if (!book || d.control !== book.Control) return;
    if (d.seen !== book) Object.assign(d, {at: book.Leaves[leaf].At, since: d.seen ? d.dx : 0, seen: book});
    const to = d.at + (d.dx - d.since) / px, pull = (d.kind === 'touch' ? 14 : 8) / scale / px;
    turn(nearest(l => Math.abs(l.At - to) - (l.Corner && Math.abs(l.At - to) <= pull ? 1e3 : 0)));
  };
  /** Does what a key does. */
  const press = d => {
    const {control, key, shift} = d;
    if (!book || control !== book.Control) return;
    d.seen = book;
    const sign = /Right|Up/.test(key) ? 1 : -1;
    if (key === 'Home') turn(0);
    else if (key === 'End') turn(book.Leaves.length - 1);
    else if (!shift) turn(leaf + sign * (key.startsWith('Page') ? book.Page : book.Step));
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
    const d = {control, key: e.key, shift: e.shiftKey};
    done.push(d);
    press(d);
  });
  // A button waits for the program, and shows that it does.
  on('click', e => {
    const button = e.target.closest?.('button');
    if (!button || button.matches('.rf-help, .rf-retry') || button.closest('dialog')) return;
    e.stopPropagation();
    e.preventDefault();
    clicks.push(button);
    button.setAttribute('data-waits', '');
  });

  open();
  const program = fetch(new URL('../app.wasm?b={{PROGRAM}}', base), {priority: 'low'}); // which figure.js will ask for
  program.catch(() => {});
  whole.then(place);
  refit = () => {
    box = null;
    if (!end.signal.aborted) open();
    if (book?.open && named(holding(page)) === wanted) style.textContent = holding(drawn.style).join('\n');
    else fit();
    place();
  };

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
      delete root.early;
      gone.abort();
      sized.disconnect();
      book = null;
      Object.assign(drawn, {style: '', poster: ''});
      for (const button of clicks.splice(0)) {
        button.removeAttribute('data-waits');
        if (button.isConnected) button.click();
      }
    },
  };
})();
