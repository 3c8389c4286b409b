// Pictures to save. The program draws the state as SVG, the same drawing as on the
// screen: alone or in the layout of a slide. Here it becomes a file, which holds the
// address that shows it again.
//
// What is wanted of a picture is a Wish:
//
//   link     of the state
//   part     slide, or drawing: the drawing alone, cut close
//   paper    theme, white, or none; on white the inks are dark
//   theme    light, dark or contrast; without one it is the one that is shown
//   shown    the theme that is shown
//   handles  on, or off: points, without halos and tracks
//   width    '80mm', '1600px' or a number of px
//   dpi      pixels to the inch of a PNG whose width is in mm
//   text     outlines, or fonts: text, with its fonts in an SVG
//   frame    of TikZ: document, or picture, to be input

import {address} from '../figure/address.js';
import {readLink} from '../figure/link.js';

const here = new URL('.', import.meta.url);
const ns = 'http://www.w3.org/2000/svg';

/** What a word of a wish may be; the first is what it is if nothing is said. */
export const choices = {
  part: ['slide', 'drawing'], paper: ['theme', 'white', 'none'], theme: ['', 'light', 'dark', 'contrast'],
  handles: ['on', 'off'], text: ['outlines', 'fonts'], frame: ['document', 'picture'],
};
/** @type {Record<string, [number, number]>} */
const range = {px: [16, 8192], mm: [5, 1000], dpi: [36, 1200]};

/**
 * Reads a wish from outside. What is wrong is left out, and told.
 *
 * @param {Record<string, any>} said
 * @param {(message: string) => void} tell
 * @returns {Partial<Wish>}
 */
export function wish(said, tell = () => {}) {
  const out = {}, quoted = v => (JSON.stringify(v) ?? typeof v).slice(0, 40);
  const inside = (v, [lo, hi]) => typeof v === 'number' && v >= lo && v <= hi;
  for (const [key, words] of Object.entries(choices)) {
    if (said[key] == null || said[key] === '') continue;
    if (words.includes(said[key])) out[key] = said[key];
    else tell(`${key}=${quoted(said[key])} is not one of ${words.filter(Boolean).join(', ')}`);
  }
  const {width, dpi, scale} = said;
  if (width != null && width !== '') {
    const [, n, unit = 'px'] = /^([\d.]+) *(px|mm)?$/.exec(String(width)) ?? [];
    if (inside(Number(n), range[unit])) out.width = Number(n) + unit;
    else tell(`width=${quoted(width)} is not ${range.px.join(' to ')}px or ${range.mm.join(' to ')}mm`);
  } else if (scale != null && typeof scale !== 'object') { // of a slide 960 px wide
    if ([1, 2, 3, 4].includes(scale)) out.width = 960 * scale + 'px';
    else tell(`scale=${quoted(scale)} is not one of 1, 2, 3, 4`);
  }
  if (dpi != null) {
    if (inside(dpi, range.dpi)) out.dpi = dpi;
    else tell(`dpi=${quoted(dpi)} is not ${range.dpi.join(' to ')}`);
  }
  return out;
}

/**
 * Has the program draw a link.
 *
 * @param {Element} root a figure that is ready
 * @param {Wish} ask
 * @param {Record<string, any>} more for the program, see relu-draw
 * @returns {SVGSVGElement} its texts are text elements
 */
export function drawn(root, ask, more = {}) {
  const clear = ask.paper === 'none', white = ask.paper === 'white';
  let theme = ask.theme || ask.shown;
  if (theme === 'dark' && (white || clear && !ask.theme)) theme = 'light'; // to be read there
  /** @type {any} */
  const detail = { // the program takes no note of what it does not know
    ...ask, theme, clear, white: white || clear && theme !== 'dark', alone: ask.part === 'drawing', plain: ask.handles === 'off',
    ...more,
  };
  root.dispatchEvent(new CustomEvent('relu-draw', {detail}));
  if (!detail.svg) throw new Error('the figure is not ready');
  const svg = new DOMParser().parseFromString(detail.svg, 'image/svg+xml').querySelector('svg');
  svg.querySelector('metadata').textContent = address(ask.link.replace(/^#/, ''));
  return svg;
}

/** The size of a picture of a drawing: that of its pixels and, if it was asked for in
 * mm, that on paper. No side has more pixels than a canvas. */
export function sizeOf(svg, ask) {
  const [,, w, h] = svg.getAttribute('viewBox').split(' ').map(Number);
  const [, digits, unit] = /^([\d.]+)(px|mm)$/.exec(ask.width ?? '') ?? ['', ask.part === 'drawing' ? 1600 : 1920, 'px'], n = Number(digits);
  const dpi = ask.dpi ?? 300, most = range.px[1];
  const pixels = Math.min(unit === 'mm' ? n / 25.4 * dpi : n, most, most * w / h);
  const short = v => +v.toFixed(1);
  return {
    px: [Math.round(pixels), Math.max(1, Math.round(pixels * h / w))],
    mm: unit === 'mm' ? [short(n), short(n * h / w)] : null,
    dpi: pixels / (n / 25.4),
  };
}

/** The name of a file: what it shows, and its true size. */
export function nameOf(svg, ask, format) {
  const {px, mm} = sizeOf(svg, ask), link = readLink(ask.link);
  const lens = {sub: 'subgradient', dist: 'distribution', compare: 'compare'}[link.get('lens')] ?? 'pointwise';
  const size = format === 'png' || format === 'svg' && !mm ? px.join('x') : (mm ?? [+(10 * width(svg, ask)).toFixed(1)]).join('x') + 'mm';
  return `${link.has('f') ? 'function' : link.get('fn') ?? 'relu'}-${lens}-${size}.${format === 'tikz' ? 'tex' : format}`;
}

/** The width of a drawing in a document, cm: as asked for in mm, or nearly that of the
 * text of an article on letter paper, 345 pt, since words in its font may stand out a
 * little; of a drawing alone, unless it is a wide one, 9 cm. */
export function width(svg, ask) {
  const {mm, px: [w, h]} = sizeOf(svg, ask);
  return mm ? mm[0] / 10 : ask.part === 'drawing' && w < 2 * h ? 9 : 11.7;
}

/** A wish for TikZ: on the page's own paper, unless another is asked for, in inks that are
 * seen on white. */
export const onPage = ask => ({...ask, paper: ask.paper ?? 'white', theme: ask.theme || (ask.paper ? '' : 'contrast')});

/** Keeps what was fetched, unless that failed. */
const kept = new Map();
export function fetched(name, read) {
  if (!kept.has(name)) kept.set(name, fetch(new URL(name, here)).then(r => { if (!r.ok) throw new Error(`${name} could not be loaded`); return read(r); }).catch(e => { kept.delete(name); throw e; }));
  return kept.get(name);
}

/** The shipped face of a text or tspan element. */
function face(el) {
  const of = name => el.closest(`[${name}]`)?.getAttribute(name) ?? '';
  if (!of('font-family').includes('STIX')) return 'source-sans-3-' + (of('font-weight') === '600' ? '600' : '400');
  if (of('font-style') === 'italic') return 'stix-two-text-400-italic';
  return 'stix-two-text-' + (['500', '600'].includes(of('font-weight')) ? of('font-weight') : '400');
}

/** The outlines of characters by faces; signs are of what no face has. */
const outlines = () => fetched('fonts/outlines.json?b={{BUILD}}', r => r.json());

/** The advance of a character that not even they have, and the system's fonts draw: one
 * that a deck of somebody's own has. */
function lent(char) {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return 600;
  pen.font = '1000px serif';
  return pen.measureText(char).width;
}

/** Replaces texts by outlines, so that a picture needs no fonts: all, or some. */
export async function outlined(svg, texts = svg.querySelectorAll('text')) {
  const faces = await outlines();
  const glyph = (name, char) => faces[name][char] ?? faces['stix-two-text-400-italic'][char] ?? faces['source-sans-3-400'][char] ?? faces.signs[char];
  for (const text of texts) {
    const size = +text.getAttribute('font-size'), k = size / 1000;
    const letters = [];
    for (const part of text.childNodes) {
      const name = face(part.nodeType === 3 ? text : part);
      for (const char of part.textContent) letters.push(glyph(name, char) ?? [lent(char), '', char]);
    }
    const wide = letters.reduce((w, [advance]) => w + advance * k, 0);
    let x = +text.getAttribute('x') - wide * {start: 0, middle: 0.5, end: 1}[text.getAttribute('text-anchor')];
    const y = +text.getAttribute('y');
    const g = document.createElementNS(ns, 'g');
    g.setAttribute('fill', text.getAttribute('fill'));
    if (text.hasAttribute('opacity')) g.setAttribute('opacity', text.getAttribute('opacity'));
    g.setAttribute('aria-label', text.textContent);
    for (const [advance, d, char] of letters) {
      if (char?.trim()) {
        const other = g.appendChild(document.createElementNS(ns, 'text'));
        for (const [key, value] of Object.entries({x: x.toFixed(2), y, 'font-size': size, 'font-family': 'serif'})) other.setAttribute(key, String(value));
        other.textContent = char;
      }
      if (d) {
        const path = g.appendChild(document.createElementNS(ns, 'path'));
        path.setAttribute('transform', `matrix(${k.toFixed(4)} 0 0 ${(-k).toFixed(4)} ${x.toFixed(2)} ${y.toFixed(2)})`);
        path.setAttribute('d', d);
      }
      x += advance * k;
    }
    text.replaceWith(g);
  }
  return svg;
}

/** Puts the fonts of its texts into a picture. The italic has one weight, and stands for
 * the others: none is to be made up. A text with a sign that its font lacks is outlines,
 * since the system would lend another. */
async function withFonts(svg) {
  const names = new Set(), faces = await outlines();
  const greek = /[Ͱ-Ͽ]/; // a font of its own, italic
  const has = part => (name => [...part.textContent].every(c => faces[name][c] && (!greek.test(c) || name.endsWith('italic'))))(face(part.nodeType === 3 ? part.parentNode : part));
  await outlined(svg, [...svg.querySelectorAll('text')].filter(text => ![...text.childNodes].every(has)));
  for (const text of svg.querySelectorAll('text')) {
    for (const part of text.childNodes) names.add(face(part.nodeType === 3 ? text : part).replace(/-\d00/, ''));
    if (greek.test(text.textContent)) names.add('stix-two-text-greek-italic');
  }
  const rules = await Promise.all([...names].sort().map(async name => {
    const data = await fetched(`fonts/${name}.woff2`, async r => dataAddress(new Blob([await r.arrayBuffer()], {type: 'font/woff2'})));
    return `@font-face{font-family:'${name.startsWith('stix') ? 'STIX Two Text' : 'Source Sans 3'}';font-weight:400 600;`
      + `${name.endsWith('italic') ? 'font-style:italic;' : ''}${name.includes('greek') ? 'unicode-range:U+370-3FF;' : ''}src:url(${data})format('woff2')}`;
  }));
  const style = document.createElementNS(ns, 'style');
  style.textContent = rules.join('\n');
  svg.querySelector('metadata').after(style);
  return svg;
}

/** A file as a data: address. */
export const dataAddress = blob => new Promise((done, failed) => {
  const reader = new FileReader();
  reader.onload = () => done(reader.result);
  reader.onerror = () => failed(reader.error);
  reader.readAsDataURL(blob);
});

/** Says how large a picture is. */
const resize = (svg, size) => ['width', 'height'].forEach((name, i) => svg.setAttribute(name, size[i]));
const written = svg => '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(svg) + '\n';

/** The SVG file of a wish. */
export async function svgFile(root, ask) {
  const svg = drawn(root, ask), {px, mm} = sizeOf(svg, ask);
  resize(svg, mm ? mm.map(v => v + 'mm') : px);
  return written(await (ask.text === 'fonts' ? withFonts(svg) : outlined(svg)));
}

/** Paints an SVG file all over a canvas. */
export async function paint(file, canvas) {
  const image = new Image(), pen = canvas.getContext('2d'); // one that is used again may show what it was
  image.src = 'data:image/svg+xml,' + encodeURIComponent(file);
  await image.decode();
  pen?.clearRect(0, 0, canvas.width, canvas.height);
  pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
}

/** What is on a canvas, as a PNG file.
 * @type {(canvas: HTMLCanvasElement) => Promise<Blob>} */
export const pngOf = canvas => new Promise((done, fail) => canvas.toBlob(b => b ? done(b) : fail(new Error('the browser cannot make a picture of this size')), 'image/png'));

/**
 * The PNG file of a wish. Its Source text is the address; of one that was asked for in
 * mm it tells how large a pixel is.
 *
 * @returns {Promise<Blob>}
 */
export async function pngFile(root, ask) {
  const svg = drawn(root, ask), {px, mm, dpi} = sizeOf(svg, ask), canvas = document.createElement('canvas');
  resize(svg, px);
  [canvas.width, canvas.height] = px;
  await paint(written(await outlined(svg)), canvas);
  const blob = await pngOf(canvas);
  const chunks = [chunk('tEXt', new TextEncoder().encode(`Source\0${address(ask.link)}`))];
  if (mm) {
    const data = new DataView(new ArrayBuffer(9)), density = Math.round(dpi / 0.0254); // pixels to the metre
    data.setUint32(0, density);
    data.setUint32(4, density);
    data.setUint8(8, 1);
    chunks.push(chunk('pHYs', new Uint8Array(data.buffer)));
  }
  const png = new Uint8Array(await blob.arrayBuffer()), header = 33; // signature and the chunk IHDR, which comes first
  return new Blob([png.subarray(0, header), ...chunks, png.subarray(header)], {type: 'image/png'});
}

/** The file of a wish in a format: svg, png or tikz. */
export const fileOf = async (root, ask, format) => format === 'png' ? pngFile(root, ask) : format === 'svg' ? svgFile(root, ask) : (await import('./tikz.js')).tikzFile(root, ask);

/** A chunk of a PNG file. */
function chunk(kind, content) {
  const data = new Uint8Array(content.length + 12), view = new DataView(data.buffer);
  view.setUint32(0, content.length);
  data.set(new TextEncoder().encode(kind), 4);
  data.set(content, 8);
  view.setUint32(content.length + 8, crc(data.subarray(4, content.length + 8)));
  return data;
}

/** The check sum of PNG: CRC-32, polynomial 0xEDB88320, bit by bit. */
function crc(bytes) {
  let c = -1;
  for (const b of bytes) {
    c ^= b;
    for (let i = 0; i < 8; i++) c = c >>> 1 ^ (c & 1 ? 0xedb88320 : 0);
  }
  return ~c >>> 0;
}
