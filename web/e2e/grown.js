// Whether the words of a figure have their room, whatever the reader has made of
// them: window.grown(root) names what is cut off, lies on something else, runs into
// it, leaves the figure or cannot be pressed.
window.grown = root => {
  const faults = [], frame = root.getBoundingClientRect();
  const shown = e => {
    if (!e.checkVisibility({opacityProperty: false, visibilityProperty: true})) return false;
    for (; e && e !== root; e = e.parentElement) {
      const s = getComputedStyle(e);
      if (s.clipPath !== 'none' || e.matches('.rf-word') && +s.opacity < 0.6) return false;
    }
    return true;
  };
  const name = e => (e.className.baseVal ?? e.className).split(' ')[0] + ' “' + (e.textContent.trim() || e.getAttribute('aria-label') || '').slice(0, 40) + '”';
  // The lines of a text, as high as letters are, whose size a rectangle tells.
  const lines = e => {
    const out = [], range = document.createRange(), walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
    for (let t = walk.nextNode(); t; t = walk.nextNode()) {
      if (!t.data.trim() || !shown(t.parentElement)) continue;
      const begin = t.data.search(/\S/), serif = /^"STIX/.test(getComputedStyle(t.parentElement).fontFamily);
      range.setStart(t, begin);
      range.setEnd(t, t.data.trimEnd().length);
      for (const r of range.getClientRects()) {
        const mid = (r.top + r.bottom) / 2, size = r.height / (serif ? 1 : 1.424);
        if (r.width > 0.5) out.push({e, left: r.left, right: r.right, top: mid - 0.4 * size, bottom: mid + 0.4 * size, size});
      }
    }
    return out;
  };
  const texts = [...root.querySelectorAll('.rf-word, .rf-label, .rf-value, .rf-extra, .rf-question, .rf-caption, .rf-secants, .rf-run, .rf-clause, .rf-lead, .rf-pick-name, .rf-tab > span')].filter(shown);
  const items = texts.flatMap(lines);
  const buttons = [...root.querySelectorAll('.rf-pick, .rf-tab, .rf-chrome > button, .rf-run, .rf-steps > button, .rf-walk')].filter(shown);
  for (const b of buttons) {
    const r = b.getBoundingClientRect(), pad = b.matches('.rf-steps > *, .rf-walk, .rf-chrome > *') ? Math.min(9, r.width / 4) : 0;
    if (!b.matches('.rf-pick, .rf-run, .rf-tab')) items.push({e: b, left: r.left + pad, right: r.right - pad, top: r.top + pad, bottom: r.bottom - pad});
  }
  for (const g of root.querySelectorAll('.rf-tab > svg')) if (shown(g)) items.push({e: g, ...(({left, right, top, bottom}) => ({left, right, top, bottom}))(g.getBoundingClientRect())});
  const hair = 1.2;
  for (const a of items) {
    if (a.left < frame.left - hair || a.right > frame.right + hair || a.top < frame.top - hair || a.bottom > frame.bottom + hair) faults.push(name(a.e) + ' leaves the figure');
  }
  items.forEach((a, i) => items.slice(i + 1).forEach(b => {
    if (a.e === b.e || a.e.contains(b.e) || b.e.contains(a.e)) return;
    if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > hair && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > hair) faults.push(name(a.e) + ' lies on ' + name(b.e));
    else if (a.e.closest('.rf-readouts, .rf-tabs, .rf-secants') && a.e.closest('.rf-readouts, .rf-tabs, .rf-secants') === b.e.closest('.rf-readouts, .rf-tabs, .rf-secants') && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > hair) {
      const gap = Math.max(a.left, b.left) - Math.min(a.right, b.right);
      if (gap < 0.18 * Math.min(a.size ?? 99, b.size ?? 99)) faults.push(name(a.e) + ' runs into ' + name(b.e));
    }
  }));
  for (const e of texts) {
    const s = getComputedStyle(e);
    if (s.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1) faults.push(name(e) + ' is cut off');
  }
  for (const b of buttons) {
    b.scrollIntoView({block: 'nearest'});
    const r = b.getBoundingClientRect(), at = root.getRootNode().elementFromPoint((r.left + r.right) / 2, (r.top + r.bottom) / 2);
    if (getComputedStyle(b.closest('.rf-header, .rf-steps') ?? b).opacity !== '0' && !b.contains(at)) faults.push(name(b) + ' is under ' + (at ? name(at) : 'nothing'));
    if (Math.min(r.width, r.height) < 24 - hair && !b.matches('.rf-pick')) faults.push(name(b) + ' is ' + Math.round(r.width) + ' × ' + Math.round(r.height) + ' px');
  }
  return faults;
};

// walk shows one state after another, each until nothing changes any more, and tells
// what is wrong with it; if nothing is to give way, that too.
window.grown.walk = async (root, links, plain) => {
  const all = [], next = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0))); // after what the browser told in this frame was answered
  const rest = async () => {
    for (let was = '', same = 0; same < 2; same = was === root.outerHTML ? same + 1 : 0) {
      was = root.outerHTML;
      await next();
      await next();
    }
  };
  await rest(); // it has another size
  for (const link of links) {
    for (const type of ['relu-show', 'relu-land']) root.dispatchEvent(new CustomEvent(type, {detail: link}));
    await rest();
    for (const f of window.grown(root)) all.push(link + ': ' + f);
    const gave = [root.dataset.tight ?? '', ...[...root.querySelectorAll('.rf-secants, .rf-run, .rf-readouts, .rf-word, .rf-pick')].filter(e => /scale/.test(e.style.transform)).map(e => e.className)].filter(Boolean);
    if (plain && gave.length) all.push(link + ': something gave way: ' + gave);
  }
  return all;
};
