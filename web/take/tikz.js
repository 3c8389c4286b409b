// A drawing as TikZ source that pdflatex takes. Shapes become paths in the picture's own
// pixels; words and formulas become nodes, so that they can be edited and take the
// document's fonts. A formula that is turning into another stays outlines.

import {address} from '../figure/address.js';
import {drawn, fetched, onPage, width} from './picture.js';

const n = v => +(+v).toFixed(2);
const number = (el, name) => +el.getAttribute(name);

/** The size of TeX's type, pt. Words are made smaller as a whole: Computer Modern is wider
 * in small sizes, and a document may have few sizes of its font. */
const em = 10;

/** Its sans serif is wider than the figure's. */
const lean = 0.92;

/** What a formula is set by: no wider than it was drawn, since something else is beside it. */
const fit = '\\providecommand\\reluFit[2]{\\setbox0=\\hbox{#2}\\ifdim\\wd0>#1pt\\pgfmathsetmacro\\reluScale{#1/\\the\\wd0}\\scalebox{\\reluScale}{\\box0}\\else\\box0\\fi}';

/** What TeX needs another word for. In a formula the dollars go. */
const tex = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '$': '\\$', '&': '\\&', '#': '\\#', '_': '\\_', '%': '\\%', '~': '\\~{}', '^': '\\^{}',
  '−': '$-$', '′': '$\'$', '″': '$\'\'$', '∞': '$\\infty$', '≤': '$\\le$', '≥': '$\\ge$', '∂': '$\\partial$', '∅': '$\\emptyset$', '→': '$\\to$',
  '⟨': '$\\langle$', '⟩': '$\\rangle$', '√': '$\\surd$', '±': '$\\pm$', '×': '$\\times$', '·': '$\\cdot$', '²': '$^2$', '³': '$^3$',
  'φ': '$\\varphi$', 'δ': '$\\delta$', 'β': '$\\beta$', 'σ': '$\\sigma$', 'α': '$\\alpha$', 'η': '$\\eta$', 'ε': '$\\varepsilon$', '∗': '$*$', '∫': '$\\int$',
  '<': '$<$', '>': '$>$', '|': '$|$', '“': '\x60\x60', '”': '\'\'', '‘': '\x60', '’': '\'', '„': ',,', '‚': ',', '"': '\'\'', '…': '\\dots{}', '–': '--', '—': '---', ' ': '~',
};
const words = (text, italic) => [...text].map(c => tex[c] ?? (italic && /[a-zA-Z]/.test(c) ? `$${c}$` : c)).join('').replaceAll('$$', '');

/** A number or a short word as it stands in a formula: a comma is a decimal one. */
const maths = text => text.replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, s => `^{${[...s].map(c => c === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c)).join('')}}`)
  .replace(/[a-zA-Z]{2,}(?: [a-zA-Z]+)*/g, s => `\\text{${s}}`).replace(/(\d),(\d)/g, '$1{,}$2').replace(/./gu, c => '\\{}^_'.includes(c) ? c : (tex[c] ?? c).replaceAll('$', ''));

/** Reads path data of ours, in which every segment has its command. */
function path(d) {
  const out = [];
  let at = [0, 0], start = at;
  for (const [, command, rest] of d.matchAll(/([MLQCZ])([^MLQCZ]*)/gi)) {
    const from = command < 'a' ? [0, 0] : at; // a small letter is relative
    const v = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map((s, i) => Number(s) + from[i % 2]);
    const p = i => `(${n(v[i])},${n(v[i + 1])})`;
    const third = q => `(${n(v[0] + (q[0] - v[0]) / 3)},${n(v[1] + (q[1] - v[1]) / 3)})`; // a cubic's control is a third of the way from a quadratic's to an end
    switch (command.toUpperCase()) {
      case 'M': out.push(p(0)); start = v; break;
      case 'L': out.push('--' + p(0)); break;
      case 'C': out.push(`..controls${p(0)}and${p(2)}..${p(4)}`); break;
      case 'Q': out.push(`..controls${third(at)}and${third(v.slice(2))}..${p(2)}`); break;
      default: out.push('--cycle');
    }
    at = v.length ? v.slice(-2) : start;
  }
  return out.join('');
}

/**
 * The TikZ source of a wish: a whole document, or the picture to be input into one. It
 * is drawn on the document's own paper, unless the theme's is asked for.
 *
 * @returns {Promise<string>}
 */
export async function tikzFile(root, ask) {
  const svg = drawn(root, onPage(ask), {sources: true});
  const formulas = await fetched('tex.json?b={{BUILD}}', r => r.json());
  const [left, top, wide, tall] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const unit = width(svg, ask) / wide; // cm for a pixel of the drawing
  const pt = px => +(px * unit * 28.4528).toFixed(3); // TeX points
  const comma = /(^|&)lang=de/.test(ask.link);
  const inks = new Map(); // their names by their values; a role goes before what is between two
  const roles = [...svg.attributes].filter(a => a.name.startsWith('data-')).map(a => [a.name.slice(5), a.value]);
  const used = new Map();
  for (const [role, value] of roles.reverse()) inks.set(value, 'relu' + role[0].toUpperCase() + role.slice(1));
  const ink = value => {
    if (!inks.has(value)) inks.set(value, 'reluInk' + String.fromCharCode(65 + used.size));
    used.set(value, inks.get(value));
    return inks.get(value);
  };
  const role = name => ink(roles.find(([r]) => r === name)?.[1]);
  /** A formula of the sources, with its colours and its live numbers. In a language with a
   * decimal comma what a comma parts after a number or in an interval is parted by a semicolon. */
  const formula = (line, live) => {
    const values = new Map(live.split(';').filter(Boolean).map(s => [s.slice(0, s.indexOf('=')), s.slice(s.indexOf('=') + 1)]));
    let text = formulas[line];
    if (comma) text = text.replace(/(\\live\{\w+\}),/g, '$1;').replace(/\[[^\[\]]*\]/g, s => s.replaceAll(',', ';'));
    return text.replace(/\\live\{(\w+)\}/g, (_, slot) => maths(values.get(slot) ?? '')).replace(/\\rf\{(\w+)\}/g, (_, name) => `\\textcolor{${role(name)}}`);
  };
  const font = (size, more = '') => `scale=${+(size / em).toFixed(3)},font=\\fontsize{${em}}{${em * 1.2}}\\selectfont${more}`;
  const node = (el, anchor, x, y, size, more, text) => {
    const o = (el.getAttribute('opacity') ?? 1) * (el.parentElement.getAttribute('opacity') ?? 1);
    return `\\node[inner sep=0pt,anchor=${anchor},text=${ink(el.getAttribute('fill'))},${font(size, more)}${o < 1 ? `,opacity=${+o.toFixed(2)}` : ''}]at(${n(x)},${n(y)}){${text}};`;
  };
  const lines = [];
  const style = el => {
    const of = name => el.getAttribute(name) ?? el.closest('g')?.getAttribute(name);
    const s = [];
    const placed = /^translate\((\S+) (\S+)\)scale\((.*)\)$/.exec(el.getAttribute('transform') ?? ''); // a glyph
    if (placed) s.push(`shift={(${placed[1]},${placed[2]})},scale=${placed[3]}`);
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
  /** The gradient of a paint, if it is one. */
  const gradient = (el, name) => {
    const id = /^url\(#(.*)\)$/.exec(el.getAttribute(name) ?? '')?.[1];
    const found = id ? svg.querySelector(`[id="${id}"]`) : null;
    return found?.localName.endsWith('Gradient') ? found : null;
  };
  /** What fades is pieces, each of its own opacity, between shares of the way from
   * the centre of its fade to where it is gone: those of a line, whose dashes run
   * on, or those of a polygon that begins at the centre. */
  const fading = (el, paint, found) => {
    const of = name => number(found, name);
    const points = (el.getAttribute('d').match(/-?[\d.]+/g) ?? []).map(Number).reduce((all, v, i) => i % 2 ? [...all.slice(0, -1), [all.at(-1)[0], v]] : [...all, [v, 0]], []);
    const share = found.localName === 'radialGradient' ? ([x, y]) => Math.hypot(x - of('cx'), y - of('cy')) / of('r')
      : of('x2') ? ([x]) => (x - of('x1')) / (of('x2') - of('x1')) : ([, y]) => (y - of('y1')) / (of('y2') - of('y1'));
    const stops = [...found.querySelectorAll('stop')].map(s => [number(s, 'offset'), number(s, 'stop-opacity')]);
    const left = s => {
      const i = Math.max(0, stops.findLastIndex(([at]) => at <= s)), [s0, o0] = stops[i], [s1, o1] = stops[i + 1] ?? [2, o0];
      return o0 + (o1 - o0) * Math.max(0, s - s0) / (s1 - s0);
    };
    const plain = el.cloneNode();
    plain.setAttribute(paint, found.querySelector('stop').getAttribute('stop-color'));
    plain.removeAttribute('stroke-linecap');
    const toward = ([ax, ay], [bx, by], k) => `(${n(ax + (bx - ax) * k)},${n(ay + (by - ay) * k)})`;
    const [a, b] = points, [from, to] = [share(a), share(b)], long = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const piece = paint === 'stroke' ? (s, t) => {
      const [u, v] = [s, t].map(s => (s - from) / (to - from)).sort((u, v) => u - v);
      const phase = el.hasAttribute('stroke-dasharray') ? `,dash phase=${pt(u * long + number(el, 'stroke-dashoffset'))}pt` : '';
      return [phase, `${toward(a, b, u)}--${toward(a, b, v)}`];
    } : (s, t) => {
      const [centre, ...rim] = points, ring = k => rim.map(p => toward(centre, p, k));
      return ['', [...ring(t), ...s ? ring(s).reverse() : [toward(centre, centre, 0)]].join('--') + '--cycle'];
    };
    const lines = [], first = stops[0][0], step = (1 - first) / 20, end = paint === 'stroke' ? Math.max(from, to) : 1;
    for (let s = 0, t = Math.min(first, end); s < end - 0.001; s = t, t = Math.min(t + step, end)) {
      const [more, way] = piece(s, t);
      lines.push(`\\path[${style(plain)}${more},${paint === 'stroke' ? 'draw' : 'fill'} opacity=${+left((s + t) / 2).toFixed(4)}]${way};`);
    }
    return lines.join('\n');
  };
  for (const el of svg.querySelectorAll('path, circle, rect, text, g')) {
    const of = name => el.getAttribute(name), within = /** @type {SVGElement | null | undefined} */ (el.parentElement?.closest('[data-line], [data-text]'));
    if (el.closest('defs') || formulas[within?.dataset.line ?? ''] !== undefined || within?.hasAttribute('data-text')) continue;
    if (of('width') === '100%') {
      if (ask.paper === 'theme') lines.push(`\\path[fill=${ink(of('fill'))}](${left},${top})rectangle+(${wide},${tall});`);
      continue;
    }
    switch (el.localName) {
      case 'g': {
        const {line, text, live, sans, x, y, w, em: size, hold} = /** @type {Record<string, any>} */ (el.dataset);
        if (x === undefined || line !== undefined && formulas[line] === undefined) break;
        const say = text === undefined ? `\\reluFit{${n(w / size * em)}}{${formulas[line].includes('{array}') ? '\\arraycolsep=.3em' : ''}$${formula(line, live)}$}` : sans === undefined ? `$${maths(text)}$` : words(text);
        const side = Math.round(2 * hold) / 2; // of the box, by which it is held
        lines.push(node(el, ['base west', 'base', 'base east'][2 * side], +x + w * side, y, pt(size), sans === undefined ? '' : '\\sffamily', say));
        break;
      }
      case 'path': {
        const paint = ['stroke', 'fill'].find(name => gradient(el, name));
        lines.push(paint ? fading(el, paint, gradient(el, paint)) : `\\path[${style(el)}]${path(of('d'))};`);
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
        const bold = of('font-weight') === '600' ? '\\bfseries' : '', family = of('font-family')?.includes('STIX') ? '' : '\\sffamily';
        lines.push(node(el, anchor, of('x'), of('y'), pt(of('font-size')) * (family && lean || 1), family + bold, text));
      }
    }
  }
  const colours = [...used].map(([value, name]) => `\\definecolor{${name}}{HTML}{${value.slice(1).toUpperCase()}}`).join('\n');
  const picture = `${fit}
\\begin{tikzpicture}[x=${+unit.toFixed(6)}cm,y=-${+unit.toFixed(6)}cm]
\\path[use as bounding box] (${+left.toFixed(2)},${+top.toFixed(2)}) rectangle (${+(left + wide).toFixed(2)},${+(top + tall).toFixed(2)});
${colours}
${lines.join('\n')}
\\end{tikzpicture}
`;
  const about = `% ${address(ask.link)}
% ${svg.querySelector('title').textContent.replace(/[^\x20-\x7e]/g, '?')}
`;
  const needs = '\\usepackage{amsmath}\n\\usepackage{tikz}\n\\usetikzlibrary{babel,patterns}\n';
  if (ask.frame === 'picture') return `${about}% To be input into a document that has\n${needs.replace(/^/gm, '%   ').replace(/%   $/, '')}${picture}`;
  return `${about}\\documentclass{article}
\\usepackage[utf8]{inputenc}
${needs}\\usepackage[paperwidth=${(unit * wide + 0.1).toFixed(3)}cm,paperheight=${(unit * tall + 0.1).toFixed(3)}cm,margin=0cm]{geometry} % the page is the picture
\\pagestyle{empty}
\\begin{document}
\\noindent
${picture}\\end{document}
`;
}
