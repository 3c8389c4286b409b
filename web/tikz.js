// A drawing as TikZ source that pdflatex takes. Shapes become paths in the
// picture's own pixels; words become nodes, so that they can be edited and take
// the document's font; formulas stay outlines.

import {address} from './address.js';
import {drawn} from './picture.js';

/** cm for a pixel of a picture 1920 px wide: nearly as wide as the text of an
 * article on letter paper, 345 pt, since words in its font may stand out a little. */
const unit = 0.0061;
const pt = px => +(px * unit * 28.4528).toFixed(3); // TeX points
const n = v => +(+v).toFixed(2);
const number = (el, name) => +el.getAttribute(name);

/** What TeX needs another word for. */
const tex = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '$': '\\$', '&': '\\&', '#': '\\#', '_': '\\_', '%': '\\%', '~': '\\~{}', '^': '\\^{}',
  '−': '$-$', '′': '$\'$', '″': '$\'\'$', '∞': '$\\infty$', '≤': '$\\le$', '≥': '$\\ge$', '∂': '$\\partial$', '∅': '$\\emptyset$', '→': '$\\to$',
  '⟨': '$\\langle$', '⟩': '$\\rangle$', '√': '$\\surd$', '±': '$\\pm$', '×': '$\\times$', '·': '$\\cdot$', '²': '$^2$', '³': '$^3$',
  'φ': '$\\varphi$', 'δ': '$\\delta$', 'β': '$\\beta$', 'σ': '$\\sigma$', 'α': '$\\alpha$', 'η': '$\\eta$', 'ε': '$\\varepsilon$', '∗': '$*$', '∫': '$\\int$',
  '<': '$<$', '>': '$>$', '|': '$|$', '“': '``', '”': '\'\'', '‘': '`', '’': '\'', '…': '\\dots{}', '–': '--', '—': '---', ' ': '~',
};
const words = (text, italic) => [...text].map(c => tex[c] ?? (italic && /[a-zA-Z]/.test(c) ? `$${c}$` : c)).join('').replaceAll('$$', '');

/** Reads path data, whose commands are all absolute. */
function path(d) {
  const out = [];
  let at = [0, 0];
  for (const [, command, rest] of d.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const v = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const p = i => `(${n(v[i])},${n(v[i + 1])})`;
    if (command === 'M') {
      out.push(p(0));
      for (let i = 2; i + 1 < v.length; i += 2) out.push('--' + p(i));
    } else if (command === 'L') {
      for (let i = 0; i + 1 < v.length; i += 2) out.push('--' + p(i));
    } else if (command === 'C') {
      for (let i = 0; i + 5 < v.length; i += 6) out.push(`..controls${p(i)}and${p(i + 2)}..${p(i + 4)}`);
    } else if (command === 'Q') { // as a cubic: two thirds of the way to the one control
      for (let i = 0; i + 3 < v.length; i += 4) {
        const third = (a, b) => n(a + (b - a) * 2 / 3);
        out.push(`..controls(${third(at[0], v[i])},${third(at[1], v[i + 1])})and(${third(v[i + 2], v[i])},${third(v[i + 3], v[i + 1])})..${p(i + 2)}`);
        at = [v[i + 2], v[i + 3]];
      }
    } else out.push('--cycle');
    if (v.length > 1) at = v.slice(-2);
  }
  return out.join('');
}

/**
 * The TikZ source of a link, a whole document.
 *
 * @returns {string}
 */
export function tikzFile(root, ask) {
  const svg = drawn(root, ask);
  const inks = new Map();
  const ink = value => {
    if (!inks.has(value)) inks.set(value, 'ink' + String.fromCharCode(65 + inks.size));
    return inks.get(value);
  };
  const lines = [];
  const style = el => {
    const of = name => el.getAttribute(name) ?? el.closest('g')?.getAttribute(name);
    const s = [];
    const fill = of('fill'), stroke = el.getAttribute('stroke');
    const hatch = /^url\(#(.*)\)$/.exec(fill ?? '');
    if (hatch) s.push('pattern=north east lines', 'pattern color=' + ink(svg.querySelector(`[id="${hatch[1]}"] rect`).getAttribute('fill')));
    else if (fill && fill !== 'none') s.push('fill=' + ink(fill));
    if (stroke) s.push('draw=' + ink(stroke), `line width=${pt(el.getAttribute('stroke-width'))}pt`);
    if (el.getAttribute('stroke-linecap') === 'round') s.push('line cap=round');
    if (el.getAttribute('stroke-linejoin') === 'round') s.push('line join=round');
    const dash = el.getAttribute('stroke-dasharray')?.split(' ');
    if (dash) s.push(`dash pattern=on ${pt(dash[0])}pt off ${pt(dash[1])}pt`);
    const whole = (el.getAttribute('opacity') ?? 1) * (el.parentElement?.getAttribute('opacity') ?? 1);
    for (const kind of ['fill', 'stroke']) {
      const o = whole * (el.getAttribute(kind + '-opacity') ?? 1);
      if (o < 1) s.push(`${kind === 'stroke' ? 'draw' : 'fill'} opacity=${+o.toFixed(3)}`);
    }
    return s.join(',');
  };
  /** A line that fades has the centre of its fade at one end. It becomes pieces of
   * their own opacity; its dashes run on. */
  const fading = (el, gradient) => {
    const of = name => number(gradient, name);
    const [ax, ay, bx, by] = (el.getAttribute('d').match(/-?[\d.]+/g) ?? []).map(Number);
    /** The share of the way from the centre to where it is gone. */
    const share = gradient.localName === 'radialGradient' ? (x, y) => Math.hypot(x - of('cx'), y - of('cy')) / of('r')
      : of('x2') ? x => (x - of('x1')) / (of('x2') - of('x1')) : (x, y) => (y - of('y1')) / (of('y2') - of('y1'));
    const a = share(ax, ay), b = share(bx, by), end = Math.max(a, b), long = Math.hypot(bx - ax, by - ay);
    const stops = [...gradient.querySelectorAll('stop')].map(s => [number(s, 'offset'), number(s, 'stop-opacity')]);
    const left = s => {
      const i = Math.max(0, stops.findLastIndex(([at]) => at <= s)), [s0, o0] = stops[i], [s1, o1] = stops[i + 1] ?? [2, o0];
      return o0 + (o1 - o0) * Math.max(0, s - s0) / (s1 - s0);
    };
    const plain = el.cloneNode();
    plain.setAttribute('stroke', gradient.querySelector('stop').getAttribute('stop-color'));
    plain.removeAttribute('stroke-linecap');
    const lines = [], from = stops[0][0], step = (1 - from) / 20;
    for (let s = 0, t = from; s < end; s = t, t += step) {
      const [u, v] = [s, Math.min(t, end)].map(s => (s - a) / (b - a)).sort((u, v) => u - v);
      const at = k => `(${n(ax + (bx - ax) * k)},${n(ay + (by - ay) * k)})`;
      const phase = el.hasAttribute('stroke-dasharray') ? `,dash phase=${pt(u * long + number(el, 'stroke-dashoffset'))}pt` : '';
      lines.push(`\\path[${style(plain)}${phase},draw opacity=${+left((s + t) / 2).toFixed(3)}]${at(u)}--${at(v)};`);
    }
    return lines.join('\n');
  };
  for (const el of svg.querySelectorAll('path, circle, rect, text')) {
    if (el.closest('defs') || el.getAttribute('width') === '100%') continue;
    const of = name => el.getAttribute(name);
    switch (el.localName) {
      case 'path': {
        const paint = /^url\(#(.*)\)$/.exec(of('stroke') ?? '')?.[1];
        lines.push(paint ? fading(el, svg.querySelector(`[id="${paint}"]`)) : `\\path[${style(el)}]${path(of('d'))};`);
        break;
      }
      case 'circle':
        lines.push(`\\path[${style(el)}](${n(of('cx'))},${n(of('cy'))})circle[radius=${n(of('r'))}];`);
        break;
      case 'rect':
        lines.push(`\\path[${style(el)}](${n(of('x'))},${n(of('y'))})rectangle+(${n(of('width'))},${n(of('height'))});`);
        break;
      case 'text': {
        const anchor = {start: 'base west', middle: 'base', end: 'base east'}[of('text-anchor')];
        const text = [...el.childNodes].map(part => words(part.textContent, part.nodeType !== 3)).join('');
        const size = pt(of('font-size')), bold = of('font-weight') === '600' ? '\\bfseries' : '';
        const font = of('font-family')?.includes('STIX') ? '' : '\\sffamily';
        lines.push(`\\node[inner sep=0pt,anchor=${anchor},text=${ink(of('fill'))},font=\\fontsize{${size}}{${n(size * 1.2)}}\\selectfont${font}${bold}]at(${n(of('x'))},${n(of('y'))}){${text}};`);
      }
    }
  }
  const colours = [...inks].map(([value, name]) => `\\definecolor{${name}}{HTML}{${value.slice(1).toUpperCase()}}`);
  return `% ${address(ask.link)}
% ${svg.querySelector('title').textContent.replace(/[^\x20-\x7e]/g, '?')}
\\documentclass{article}
\\usepackage[utf8]{inputenc}
\\usepackage{tikz}
\\usetikzlibrary{patterns}
\\pagestyle{empty}
\\begin{document}
\\noindent
${colours.join('\n')}
\\begin{tikzpicture}[x=${unit}cm,y=-${unit}cm]
${lines.join('\n')}
\\end{tikzpicture}
\\end{document}
`;
}
