// TeX → MathJax's own tree of SVG elements → glyphs and rules with places.
//
// Lengths are thousandths of an em, y up. MathJax carries \data{key=value}{…}
// through to attributes data-key, which is how a glyph knows its terms (t),
// where they come from (f), its colour role (i) and its number slot (s). The
// attribute's name ends in the depth of nesting, because two marks on the same
// symbol would otherwise overwrite each other.
import {mathjax} from '@mathjax/src/js/mathjax.js';
import {TeX} from '@mathjax/src/js/input/tex.js';
import {SVG} from '@mathjax/src/js/output/svg.js';
import {liteAdaptor} from '@mathjax/src/js/adaptors/liteAdaptor.js';
import {RegisterHTMLHandler} from '@mathjax/src/js/handlers/html.js';
import {SerializedMmlVisitor} from '@mathjax/src/js/core/MmlTree/SerializedMmlVisitor.js';
import {STATE} from '@mathjax/src/js/core/MathItem.js';
import '@mathjax/src/js/util/asyncLoad/esm.js';
import '@mathjax/src/js/input/tex/base/BaseConfiguration.js';
import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/js/input/tex/html/HtmlConfiguration.js';
import '@mathjax/src/js/input/tex/newcommand/NewcommandConfiguration.js';
import '@mathjax/src/js/input/tex/configmacros/ConfigMacrosConfiguration.js';
import '@mathjax/src/js/input/tex/mathtools/MathtoolsConfiguration.js';
import {MathJaxStix2Font} from '@mathjax/mathjax-stix2-font/js/svg.js';

const font = '@mathjax/mathjax-stix2-font/js/svg';

/** typesetter returns functions that set one formula. macros are the ones of
 * the source; spoken ones override them for MathML. */
export function typesetter(macros, spoken) {
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  const document = (macros) => mathjax.document('', {
    InputJax: new TeX({packages: ['base', 'ams', 'html', 'newcommand', 'configmacros', 'mathtools'], macros, formatError: (jax, error) => { throw error; }}),
    OutputJax: new SVG({fontData: MathJaxStix2Font, fontCache: 'local', dynamicPrefix: font + '/dynamic', linebreaks: {inline: false}}),
  });
  const drawn = document(macros), read = document({...macros, ...spoken});
  const visitor = new SerializedMmlVisitor();
  return {
    async layout(tex, display) {
      const node = await drawn.convertPromise(tex, {display, em: 16, ex: 8, containerWidth: 1e6});
      return walk(adaptor, adaptor.tags(node, 'svg')[0]);
    },
    async mathml(tex, display) {
      const root = await read.convertPromise(tex, {display, end: STATE.CONVERT});
      return visitor.visitTree(root, read).replace(/ data-[\w-]+="[^"]*"/g, '').replace(/ (texclass|displaystyle|scriptlevel|columnspacing|rowspacing|columnalign|framespacing)="[^"]*"/g, '').replace(/\s*\n\s*/g, '');
    },
  };
}

/** compose applies scales and translations [sx, sy, tx, ty], outer first; no
 * other transforms occur. */
const compose = (a, b) => [a[0] * b[0], a[1] * b[1], a[0] * b[2] + a[2], a[1] * b[3] + a[3]];

function transform(text) {
  let m = [1, 1, 0, 0];
  for (const [, name, args] of (text || '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    const v = args.split(/[ ,]+/).map(Number);
    if (name === 'translate') m = compose(m, [1, 1, v[0], v[1] || 0]);
    else if (name === 'scale') m = compose(m, [v[0], v[1] ?? v[0], 0, 0]);
    else throw new Error('transform ' + name);
  }
  return m;
}

function walk(A, svg) {
  const width = Number(A.getAttribute(svg, 'viewBox').split(' ')[2]);
  const outlines = new Map();
  const items = [];
  let cells = 0;
  const visit = (n, m, marks, cell) => {
    const kind = A.kind(n);
    if (kind === '#text') return;
    if (kind === 'defs') {
      for (const p of A.childNodes(n)) outlines.set(A.getAttribute(p, 'id'), A.getAttribute(p, 'd'));
      return;
    }
    marks = marked(A, n, marks);
    if (A.getAttribute(n, 'data-mml-node') === 'mtd') cell = ++cells;
    const num = (name) => Number(A.getAttribute(n, name) || 0);
    if (kind === 'svg') { // a stretched piece of a delimiter, clipped to its view
      const [vx, vy, vw, vh] = A.getAttribute(n, 'viewBox').split(' ').map(Number);
      const into = compose(m, [num('width') / vw, num('height') / vh, num('x'), num('y')]);
      const view = compose(into, [1, 1, -vx, -vy]);
      const inner = [];
      const save = items.length;
      for (const c of A.childNodes(n)) visit(c, view, marks, cell);
      inner.push(...items.splice(save));
      const y0 = view[1] * vy + view[3], y1 = view[1] * (vy + vh) + view[3];
      for (const g of inner) items.push(clipped(g, Math.min(y0, y1), Math.max(y0, y1)));
      return;
    }
    m = compose(m, transform(A.getAttribute(n, 'transform')));
    if (kind === 'use') {
      const id = A.getAttribute(n, 'xlink:href') || A.getAttribute(n, 'href');
      const d = outlines.get(id.slice(1));
      if (d) items.push({d, c: parseInt(A.getAttribute(n, 'data-c'), 16), x: m[2], y: m[3], sx: m[0], sy: m[1], ...marks, cell});
      return;
    }
    if (kind === 'rect') {
      items.push({rule: [m[0] * num('x') + m[2], m[1] * num('y') + m[3], m[0] * num('width'), m[1] * num('height')], ...marks, cell});
      return;
    }
    if (kind !== 'g') throw new Error('unknown element ' + kind);
    for (const c of A.childNodes(n)) visit(c, m, marks, cell);
  };
  // MathJax's outer group flips y; start with the flip undone.
  for (const c of A.childNodes(svg)) visit(c, A.kind(c) === 'g' ? [1, -1, 0, 0] : [1, 1, 0, 0], {terms: [], ink: '', slot: ''}, 0);
  return {width, items};
}

function marked(A, n, marks) {
  for (let depth = 0; depth < 9; depth++) {
    const key = A.getAttribute(n, 'data-t' + depth);
    if (key) {
      const from = A.getAttribute(n, 'data-f' + depth);
      marks = {...marks, terms: [...marks.terms, key + (from ? '<' + from : '')]};
    }
    const ink = A.getAttribute(n, 'data-i' + depth);
    if (ink) marks = {...marks, ink};
    const slot = A.getAttribute(n, 'data-s' + depth);
    if (slot) marks = {...marks, slot};
  }
  return marks;
}

/** clipped turns the extender of a brace or bracket, whose sides are straight,
 * into the rule that is seen of it between y0 and y1. */
function clipped(g, y0, y1) {
  const b = bounds(segments(g.d));
  const top = Math.min(y1, g.y + g.sy * b[3]), bottom = Math.max(y0, g.y + g.sy * b[1]);
  return {...g, d: undefined, rule: [g.x + g.sx * b[0], bottom, g.sx * (b[2] - b[0]), top - bottom]};
}

/** segments reads an outline: [kind, points…], kind 0 move, 1 line, 2
 * quadratic, 3 cubic. Closing is implied. */
export function segments(d) {
  const out = [];
  let x = 0, y = 0, px = 0, py = 0;
  const put = (kind, ...points) => { out.push([kind, ...points]); [x, y] = points[points.length - 1]; };
  for (const [, op, args] of d.matchAll(/([MLHVCQTSZ])([^MLHVCQTSZ]*)/g)) {
    const v = (args.match(/-?\d*\.?\d+/g) || []).map(Number);
    switch (op) {
      case 'Z': break;
      case 'M': put(0, [v[0], v[1]]); break;
      case 'L': for (let i = 0; i < v.length; i += 2) put(1, [v[i], v[i + 1]]); break;
      case 'H': put(1, [v[0], y]); break;
      case 'V': put(1, [x, v[0]]); break;
      case 'Q': for (let i = 0; i < v.length; i += 4) { [px, py] = [v[i], v[i + 1]]; put(2, [px, py], [v[i + 2], v[i + 3]]); } break;
      case 'T': for (let i = 0; i < v.length; i += 2) { [px, py] = [2 * x - px, 2 * y - py]; put(2, [px, py], [v[i], v[i + 1]]); } break;
      case 'C': for (let i = 0; i < v.length; i += 6) { [px, py] = [v[i + 2], v[i + 3]]; put(3, [v[i], v[i + 1]], [px, py], [v[i + 4], v[i + 5]]); } break;
      case 'S': for (let i = 0; i < v.length; i += 4) { const a = [2 * x - px, 2 * y - py]; [px, py] = [v[i], v[i + 1]]; put(3, a, [px, py], [v[i + 2], v[i + 3]]); } break;
      default: throw new Error('outline ' + op);
    }
  }
  return out;
}

/** bounds of the control points, which hold the curve: [x0, y0, x1, y1]. */
export function bounds(segments) {
  const b = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [, ...points] of segments) for (const [x, y] of points) {
    b[0] = Math.min(b[0], x); b[1] = Math.min(b[1], y); b[2] = Math.max(b[2], x); b[3] = Math.max(b[3], y);
  }
  return b;
}
