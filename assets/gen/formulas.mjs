// Makes ../formulas.bin from ../*.tex: `node formulas.mjs`. With --check it
// only compares the hash of the sources recorded in formulas.bin, which needs
// no packages. The format is described in render/formula/decode.go.
import {createHash} from 'node:crypto';
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {brotliCompressSync} from 'node:zlib';
import {fileURLToPath} from 'node:url';
import {read, marked, samples, roles} from './source.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here('../formulas.bin');

/** sources are all that the result depends on, in a fixed order. */
const tex = readdirSync(here('..')).filter((f) => f.endsWith('.tex')).sort().map((f) => '../' + f);
const sources = [...tex, 'font.mjs', 'formulas.mjs', 'package-lock.json', 'source.mjs', 'typeset.mjs'];

function digest() {
  const hash = createHash('sha256');
  for (const path of sources) hash.update(path).update('\0').update(readFileSync(here(path))).update('\0');
  return hash.digest();
}

const magic = Buffer.from('formulas2\n');
if (process.argv.includes('--check')) {
  const bin = readFileSync(out);
  const same = bin.subarray(magic.length, magic.length + 32).equals(digest());
  console.log(same ? 'formulas.bin is up to date' : 'formulas.bin is older than its sources; run go generate ./assets');
  process.exit(same ? 0 : 1);
}

const {typesetter, segments, bounds} = await import('./typeset.mjs');
const {opened} = await import('./font.mjs');
const typeset = typesetter({}, {});
const lines = read(tex.map((f) => readFileSync(here(f), 'utf8')));

// ---- Typeset everything.

const glyphs = new Map(), terms = new Map([['', 0]]);
const number = (map, key) => { if (!map.has(key)) map.set(key, map.size); return map.get(key); };
const glyph = (item) => number(glyphs, item.c + ' ' + item.d);
const round = Math.round;

// Characters of live numbers and short words, upright.
const characters = ['0123456789.−+∞∅', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '()[]{},:;=<>≤≥/|′', '·⁰¹²³⁴⁵⁶⁷⁸⁹⁻'];
const spell = {'−': '-', '∞': '\\infty', '∅': '\\emptyset', '{': '\\{', '}': '\\}', '<': '\\lt', '>': '\\gt', '≤': '\\le', '≥': '\\ge', '′': "{}'", '·': '\\cdot', '⁻': '{}^{-}'};
[...'⁰¹²³⁴⁵⁶⁷⁸⁹'].forEach((c, n) => { spell[c] = `{}^{${n}}`; });
const text = [[' ', -1, 250, 1000, 0]];
for (const ch of characters.join('')) {
  const {width, items} = await typeset.layout(/[a-zA-Z]/.test(ch) ? `\\mathrm{${ch}}` : '=' === ch || '<>≤≥:;,'.includes(ch) ? `\\mathord{${spell[ch] || ch}}` : spell[ch] || ch, false);
  if (items.length !== 1) throw new Error('character ' + ch);
  text.push([ch, glyph(items[0]), round(width), round(items[0].sx * 1000), round(items[0].y)]);
}

// Numbers on axes, in the face of the words in plots. Its digits are all of one
// width.
const digits = '0123456789.,−';
const face = await opened('source-sans-3', 'latin', 'normal', 400, digits);
const sans = [...digits].map((ch) => {
  const g = face.glyphForCodePoint(ch.codePointAt(0)), k = 1000 / face.unitsPerEm;
  return [ch, glyph({c: ch.codePointAt(0), d: g.path.scale(k).toSVG()}), round(g.advanceWidth * k), 1000, 0];
});

for (const l of lines) {
  const {width, items} = await typeset.layout(marked(l.tex, false), l.display);
  l.mathml = (await typeset.mathml(marked(l.tex, true), l.display)).replace(/@(\w+)@/g, '{$1}');
  l.slots = samples(l.tex).map(([name, sample]) => ({name, sample}));
  l.items = items;
  place(l, width);
}

/** place gives the line its box, which holds all of its ink: a letter that
 * leans out to the left moves the line to the right. */
function place(l, width) {
  const box = [0, Infinity, width, -Infinity];
  for (const i of l.items) {
    if (i.rule) {
      i.box = [i.rule[0], i.rule[1], i.rule[0] + i.rule[2], i.rule[1] + i.rule[3]];
    } else {
      if (Math.abs(i.sx - i.sy) > 1e-6) throw new Error('stretched glyph in ' + l.name);
      const b = bounds(segments(i.d));
      i.box = [i.x + i.sx * b[0], i.y + i.sx * b[1], i.x + i.sx * b[2], i.y + i.sx * b[3]];
    }
    box[0] = Math.min(box[0], i.box[0]); box[1] = Math.min(box[1], i.box[1]);
    box[2] = Math.max(box[2], i.box[2]); box[3] = Math.max(box[3], i.box[3]);
  }
  const shift = Math.ceil(-box[0]);
  for (const i of l.items) {
    if (i.rule) i.rule[0] += shift; else i.x += shift;
  }
  l.w = Math.ceil(box[2]) + shift + 1;
  l.ascent = Math.ceil(box[3]) + 1;
  l.descent = Math.ceil(-box[1]) + 1; // below 0 for a line that floats above the baseline
  let run = '', cursor = -1;
  l.items.forEach((i, n) => {
    const before = l.items[n - 1];
    if (!i.slot) { i.slotNumber = 0; run = ''; return; }
    // The same name may stand twice on a line: a run of glyphs is one slot.
    if (run !== i.slot || before.cell !== i.cell) cursor++;
    run = i.slot;
    i.slotNumber = cursor + 1;
    const s = l.slots[cursor];
    if (!s || s.name !== i.slot) throw new Error('slots of ' + l.name);
    if (s.first === undefined) { s.first = n; s.x = i.x; s.y = i.y; s.scale = i.sx; s.cell = i.cell; }
    s.last = n;
  });
  for (const s of l.slots) {
    if (s.first === undefined) throw new Error('empty slot in ' + l.name);
    s.w = [...s.sample].reduce((w, ch) => w + text.find((t) => t[0] === ch)[2], 0) * s.scale;
    // What follows in the same cell of a table, or on the line, moves with it.
    s.end = s.last + 1;
    while (s.end < l.items.length && l.items[s.end].cell === s.cell) s.end++;
  }
}

// ---- Write.

const bytes = [];
const unsigned = (v) => { if (!(v >= 0) || v !== round(v)) throw new Error('not a natural number: ' + v); while (v > 127) { bytes.push(v & 127 | 128); v = Math.floor(v / 128); } bytes.push(v); };
const signed = (v) => { v = round(v); unsigned(v < 0 ? -2 * v - 1 : 2 * v); };
const string = (s) => { const b = Buffer.from(s, 'utf8'); unsigned(b.length); for (const x of b) bytes.push(x); };

// Words and tags that recur are written once.
const words = new Map();
const cut = (s) => s.match(/<[^>]*>|\{\w+\}|\{|[^<{ ]+ ?| /g);
for (const l of lines) {
  l.texts = [l.mathml, l.say].map((s) => cut(s).map((w) => number(words, w)));
  if (cut(l.mathml).join('') !== l.mathml || cut(l.say).join('') !== l.say) throw new Error('words of ' + l.name);
}
for (const l of lines) for (const i of l.items) { i.g = i.rule ? 0 : 1 + glyph(i); i.term = number(terms, i.terms.join('/')); }

unsigned(glyphs.size);
for (const key of glyphs.keys()) {
  const [c, ...d] = key.split(' ');
  unsigned(Number(c));
  const ops = segments(d.join(' '));
  unsigned(ops.length);
  for (let i = 0; i < ops.length; i += 4) bytes.push([0, 1, 2, 3].reduce((b, j) => b | (ops[i + j]?.[0] ?? 0) << 2 * j, 0));
  let x = 0, y = 0;
  for (const [, ...points] of ops) for (const p of points) { signed(p[0] - x); signed(p[1] - y); x = round(p[0]); y = round(p[1]); }
}
const outlines = bytes.length;
unsigned(terms.size);
for (const t of terms.keys()) string(t);
unsigned(words.size);
for (const w of words.keys()) string(w);
for (const table of [text, sans]) {
  unsigned(table.length);
  for (const [ch, g, advance, scale, y] of table) { unsigned(ch.codePointAt(0)); unsigned(g + 1); unsigned(advance); unsigned(scale); signed(y); }
}
unsigned(lines.length);
for (const l of lines) {
  string(l.name);
  unsigned(l.w); signed(l.ascent); signed(l.descent);
  for (const t of l.texts) { unsigned(t.length); for (const w of t) unsigned(w); }
  unsigned(l.slots.length);
  for (const s of l.slots) { string(s.name); string(s.sample); signed(s.x); signed(s.y); signed(s.w); unsigned(round(s.scale * 1000)); unsigned(s.last + 1); unsigned(s.end); unsigned(s.cell ? 1 : 0); }
  unsigned(l.items.length);
  let x = 0, y = 0;
  for (const i of l.items) {
    const at = i.rule || [i.x, i.y];
    unsigned(i.g); unsigned(i.term); unsigned(i.ink ? 1 + roles.indexOf(i.ink) : 0); unsigned(i.slotNumber);
    signed(round(at[0]) - x); signed(round(at[1]) - y);
    [x, y] = [round(at[0]), round(at[1])];
    if (i.rule) { signed(i.rule[2]); signed(i.rule[3]); } else unsigned(round(i.sx * 1000));
  }
}

const bin = Buffer.concat([magic, digest(), Buffer.from(bytes)]);
writeFileSync(out, bin);
console.log(`formulas.bin: ${lines.length} lines, ${glyphs.size} glyphs, ${bin.length} bytes (${outlines} of outlines), ${brotliCompressSync(bin).length} with brotli`);
