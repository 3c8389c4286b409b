// Pictures to save. The program draws the state as SVG, the same drawing as on
// the screen in the layout of a slide; here it becomes a file. Each file holds the
// address that shows it again.

import {address} from './address.js';

const here = new URL('.', import.meta.url);
const ns = 'http://www.w3.org/2000/svg';

/**
 * Has the program draw a link.
 *
 * @param {Element} root a figure that is ready
 * @param {Ask} ask
 * @returns {SVGSVGElement} its texts are text elements
 */
export function drawn(root, ask) {
  const detail = {...ask};
  root.dispatchEvent(new CustomEvent('relu-draw', {detail}));
  if (!detail.svg) throw new Error('the figure is not ready');
  const svg = new DOMParser().parseFromString(detail.svg, 'image/svg+xml').querySelector('svg');
  svg.querySelector('metadata').textContent = address(ask.link.replace(/^#/, ''));
  return svg;
}

let outlines;
const shapes = () => outlines ??= fetch(new URL('fonts/outlines.json?b={{BUILD}}', here)).then(r => r.json()).catch(e => { outlines = undefined; throw e; });

/** The shipped face of a text or tspan element. */
function face(el) {
  const of = name => el.closest(`[${name}]`)?.getAttribute(name) ?? '';
  if (!of('font-family').includes('STIX')) return 'source-sans-3-' + (of('font-weight') === '600' ? '600' : '400');
  if (of('font-style') === 'italic') return 'stix-two-text-400-italic';
  return 'stix-two-text-' + (['500', '600'].includes(of('font-weight')) ? of('font-weight') : '400');
}

/** The advance of a character that the shipped fonts lack and the system's draw. */
function lent(char) {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return 600;
  pen.font = '1000px serif';
  return pen.measureText(char).width;
}

/** Replaces texts by outlines, so that a picture needs no fonts, but for what these lack. */
export async function outlined(svg) {
  const faces = await shapes();
  const glyph = (name, char) => faces[name][char] ?? faces['stix-two-text-400-italic'][char] ?? faces['stix-two-text-400'][char] ?? faces['source-sans-3-400'][char];
  for (const text of svg.querySelectorAll('text')) {
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

const written = svg => '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(svg) + '\n';

/** The SVG file of a link, texts as outlines. */
export const svgFile = async (root, ask) => written(await outlined(drawn(root, ask)));

/**
 * The PNG file of a link, 960 × 540 px times a scale of 1 to 4. Its Source text
 * is the address.
 *
 * @returns {Promise<Blob>}
 */
export async function pngFile(root, ask, scale) {
  const image = new Image();
  image.src = 'data:image/svg+xml,' + encodeURIComponent(await svgFile(root, ask));
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [960 * scale, 540 * scale];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise(done => canvas.toBlob(done, 'image/png'));
  return labelled(new Uint8Array(await blob.arrayBuffer()), 'Source', address(ask.link));
}

/** A PNG file with a text of its own, put right after its header. */
function labelled(png, key, value) {
  const header = 33; // signature and the chunk IHDR, which comes first
  const data = new TextEncoder().encode(`tEXt${key}\0${value}`);
  const chunk = new Uint8Array(data.length + 8), view = new DataView(chunk.buffer);
  view.setUint32(0, data.length - 4);
  chunk.set(data, 4);
  view.setUint32(data.length + 4, crc(data));
  return new Blob([png.subarray(0, header), chunk, png.subarray(header)], {type: 'image/png'});
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
