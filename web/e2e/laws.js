// What the laws of the picture say of the elements over it: window.laws.look(root)
// names what lies on something else, is outside of the window or does not fit.
window.laws = (() => {
  const slack = 1; // px
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack;
  const shown = e => {
    for (let n = e; n && n.nodeType === 1; n = n.parentElement) {
      const s = getComputedStyle(n);
      if (s.display === 'none' || s.visibility === 'hidden' || +s.opacity < 0.3 || n.classList.contains('rf-unseen')) return false;
      if (n.matches('[data-relu-figure]')) return true;
    }
    return true;
  };
  const box = (left, top, right, bottom) => ({left, top, right, bottom});
  // The lines of an element's text, as high as letters are.
  const lines = e => {
    const range = document.createRange(), out = [];
    const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
    for (let t = walk.nextNode(); t; t = walk.nextNode()) {
      if (!t.data.trim() || !shown(t.parentElement)) continue;
      range.selectNodeContents(t);
      const size = parseFloat(getComputedStyle(t.parentElement).fontSize);
      for (const r of range.getClientRects()) {
        const mid = (r.top + r.bottom) / 2;
        if (r.width > 0.5) out.push(box(r.left, mid - 0.42 * size, r.right, mid + 0.42 * size));
      }
    }
    return out;
  };
  const name = e => (e.dataset.control ? 'handle ' + e.dataset.control : e.className.split(' ')[0] + ' ' + e.textContent.trim().slice(0, 40));
  const say = r => [r.left, r.top, r.right, r.bottom].map(Math.round).join(' ');

  function look(root) {
    const frame = root.getBoundingClientRect(), faults = [], items = [];
    const put = (kind, e, rects) => { for (const r of rects) items.push({kind, e, r}); };
    for (const e of root.querySelectorAll('.rf-words > :not([hidden], .rf-unseen)')) {
      if (shown(e)) put('word', e, lines(e));
      const s = getComputedStyle(e), r = e.getBoundingClientRect();
      if (s.display === 'none' || s.visibility !== 'visible' || s.clipPath !== 'none' || r.width < 3 || r.height < 3) faults.push('a word is hidden by a style: ' + name(e));
    }
    for (const e of root.querySelectorAll('.rf-question, .rf-caption, .rf-equation, .rf-secants')) {
      if (!shown(e)) continue;
      put('block', e, lines(e));
      const room = {w: parseFloat(e.style.width), h: parseFloat(e.style.minHeight)}, at = e.getBoundingClientRect();
      for (const r of lines(e)) {
        if (r.bottom > at.top + room.h + 2) { faults.push('a block is too small for its text: ' + name(e) + ' ends at ' + Math.round(r.bottom) + ', its room at ' + Math.round(at.top + room.h)); break; }
        if (r.right > at.left + room.w + 2) { faults.push('a block is too narrow for its text: ' + name(e)); break; }
      }
    }
    for (const e of root.querySelectorAll('.rf-run, .rf-walk, .rf-steps > button, .rf-pick, .rf-tab > :is(span, svg), .rf-chrome > button, .rf-lead')) {
      const r = e.getBoundingClientRect();
      if (r.width > 1 && shown(e)) put('control', e, e.matches('.rf-steps > button, .rf-walk, .rf-chrome > button') ? [box(r.left + 8, r.top + 8, r.right - 8, r.bottom - 8)] : e.matches('svg') ? [r] : lines(e));
    }
    for (const e of root.querySelectorAll('.rf-cell')) if (shown(e)) put('readout', e, lines(e));
    for (const e of root.querySelectorAll('.rf-handle')) {
      const r = e.getBoundingClientRect();
      if (!r.width || !shown(e)) continue;
      const x = (r.left + r.right) / 2, y = (r.top + r.bottom) / 2, d = 0.5 * parseFloat(e.style.getPropertyValue('--rf-r')) * 0.707;
      put('handle', e, [box(x - d, y - d, x + d, y + d)]);
    }
    for (const e of root.querySelectorAll('.rf-sheet path[transform]')) {
      const r = e.getBoundingClientRect();
      if (r.width > 1 && shown(e)) items.push({kind: 'glyph', e: null, r});
    }
    if (!items.some(a => a.kind === 'glyph')) faults.push('no drawn glyph is found'); // the drawing is to be SVG of a sheet
    for (const a of items) {
      if (a.r.left < frame.left - slack || a.r.right > frame.right + slack || a.r.top < frame.top - slack || a.r.bottom > frame.bottom + slack)
        faults.push('outside the window: ' + a.kind + ' ' + (a.e ? name(a.e) : '') + ' ' + say(a.r));
    }
    for (let i = 0; i < items.length; i++) {
      const a = items[i];
      if (!a.e) break; // glyphs come last; among each other they are the drawing's own
      for (let k = i + 1; k < items.length; k++) {
        const b = items[k];
        if (a.e === b.e || a.kind === 'handle' && b.kind === 'handle' || !over(a.r, b.r)) continue;
        if (b.e && (a.e.contains(b.e) || b.e.contains(a.e))) continue;
        faults.push(a.kind + ' over ' + b.kind + ': ' + name(a.e) + ' ' + say(a.r) + ' and ' + (b.e ? name(b.e) : '') + ' ' + say(b.r));
      }
    }
    return faults;
  }

  // walk shows one state after another and tells what each breaks.
  function walk(root, links) {
    return links.map(link => {
      root.dispatchEvent(new CustomEvent('relu-show', {detail: link}));
      root.dispatchEvent(new CustomEvent('relu-land'));
      return look(root);
    });
  }

  // film looks at every frame until it is stopped.
  let on = false, seen = [], frames = 0;
  const film = {
    start(root) {
      on = true; seen = []; frames = 0;
      requestAnimationFrame(function each() {
        if (!on) return;
        frames++;
        for (const f of look(root)) if (seen.length < 20) seen.push(root.dataset.link + ': ' + f);
        requestAnimationFrame(each);
      });
    },
    stop() { on = false; return {frames, seen}; },
  };
  return {look, walk, film};
})();
