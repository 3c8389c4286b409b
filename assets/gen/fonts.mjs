// Makes ../fonts/*.woff2, the web fonts cut down to the characters that the
// page uses, the outlines of these characters, and the table of their advance
// widths in render/metrics.
import {writeFileSync, mkdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import subset from 'subset-font';
import {opened, source} from './font.mjs';
import {typesetter} from './typeset.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));

/** The printing characters of ASCII, and what mathematics and print add. */
const plain = Array.from({length: 95}, (_, i) => String.fromCharCode(32 + i)).join('');
const extra = '\u00a0\u00b7\u00b2\u00b3\u00d7\u2212\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2032\u2033\u221e\u2264\u2265\u2202\u2205\u2192\u27e8\u27e9\u221a\u00b1\u03c6\u03b4\u03b2\u03c3\u03b1\u201e\u00e4\u00f6\u00fc\u00c4\u00d6\u00dc\u00df\u00e9\u00e8\u00bd\u03b5\u03b7\u03bc';

/** Each face: its name in Go, its key among the outlines, and of which font it is which weight. */
const faces = [
  ['Sans400', 'source-sans-3-400', 'source-sans-3', 'normal', 400],
  ['Sans600', 'source-sans-3-600', 'source-sans-3', 'normal', 600],
  ['Serif400', 'stix-two-text-400', 'stix-two-text', 'normal', 400],
  ['SerifItalic400', 'stix-two-text-400-italic', 'stix-two-text', 'italic', 400],
  ['Serif500', 'stix-two-text-500', 'stix-two-text', 'normal', 500],
  ['Serif600', 'stix-two-text-600', 'stix-two-text', 'normal', 600],
];

// The shipped fonts have all weights that the page uses, and no fractions and no figures of
// other widths, for which the page does not ask.
mkdirSync(here('../fonts'), {recursive: true});
const ship = async (file, font, text, wght) =>
  writeFileSync(here(`../fonts/${file}.woff2`), await subset(font, text, {targetFormat: 'woff2', variationAxes: {wght}, keepFeatures: ['ccmp', 'liga', 'kern']}));
await ship('source-sans-3', source('source-sans-3', 'latin', 'normal'), plain + extra, {min: 400, max: 600});
await ship('stix-two-text', source('stix-two-text', 'latin', 'normal'), plain + extra, {min: 400, max: 600});
await ship('stix-two-text-italic', source('stix-two-text', 'latin', 'italic'), plain + extra, 400);
// The Greek letters of the mathematics, which are always italic.
await ship('stix-two-text-greek-italic', source('stix-two-text', 'greek', 'italic'), extra, 400);

let rows = '';
const outlines = {};
for (const [go, file, name, style, wght] of faces) {
  const fonts = [await opened(name, 'latin', style, wght, plain + extra), await opened(name, 'greek', style, wght, plain + extra)];
  const width = c => {
    const font = fonts.find(f => f.hasGlyphForCodePoint(c));
    return font ? Math.round(font.glyphForCodePoint(c).advanceWidth * 1000 / font.unitsPerEm) : 0;
  };
  outlines[file] = Object.fromEntries([...plain + extra].map(c => {
    const font = fonts.find(f => f.hasGlyphForCodePoint(c.codePointAt(0)));
    if (!font) return [c, null];
    const k = 1000 / font.unitsPerEm, glyph = font.glyphForCodePoint(c.codePointAt(0));
    return [c, [width(c.codePointAt(0)), glyph.path.scale(k).toSVG().replace(/-?\d+\.\d+/g, n => String(Math.round(n)))]];
  }).filter(([, glyph]) => glyph));
  rows += `\t${go}: {${[...plain + extra].map(c => width(c.codePointAt(0))).join(', ')}},\n`;
}

// Signs of mathematics that no face has are drawn as formulas draw them, and small digits
// as digits, for all faces at once.
const spelt = {'∫': '\\smallint', '∗': '*', '∈': '\\in', '↦': '\\mapsto', '←': '\\leftarrow', '↑': '\\uparrow', '↓': '\\downarrow', '∝': '\\propto', '✓': '\\checkmark', '∞': '\\infty', '≤': '\\le', '≥': '\\ge', '∂': '\\partial', '∅': '\\emptyset', '→': '\\to', '⟨': '\\langle', '⟩': '\\rangle', '√': '\\surd'};
const {layout} = typesetter({}, {});
const signs = outlines.signs = {};
for (const c of Object.keys(spelt)) {
  if (Object.values(outlines).some(face => face[c])) throw new Error(`a face has ${c}`);
  const {width, items} = await layout(`\\mathord{${spelt[c]}}`, false);
  if (items.length !== 1) throw new Error(`${c} is not one glyph`);
  signs[c] = [Math.round(width), items[0].d];
}
const roman = await opened('stix-two-text', 'latin', 'normal', 400, '0123456789−');
for (const [row, y] of [['₀₁₂₃₄₅₆₇₈₉₋', -160], ['⁰¹²³⁴⁵⁶⁷⁸⁹⁻', 340]]) {
  [...row].forEach((c, i) => {
    if (Object.values(outlines).some(face => face[c])) return;
    const k = 620 / roman.unitsPerEm, glyph = roman.glyphForCodePoint('0123456789−'.codePointAt(i));
    signs[c] = [Math.round(glyph.advanceWidth * k), glyph.path.scale(k).translate(0, y).toSVG().replace(/-?\d+\.\d+/g, n => String(Math.round(n)))];
  });
}
for (const c of extra) if (!Object.values(outlines).some(face => face[c])) throw new Error(`nothing draws ${c}`);

// Outlines of the same characters, one em being 1000, y up, for pictures that
// are taken away: each face has [advance, path] for each character, and signs stand in
// for those that it lacks.
writeFileSync(here('../fonts/outlines.json'), JSON.stringify(outlines) + '\n');

writeFileSync(here('../../render/metrics/advances.go'), `// Code generated from the shipped fonts by assets/gen/fonts.mjs. DO NOT EDIT.

package metrics

// first is the first rune of the tables' plain part, which has 95.
const first = ' '

// extra are the runes after the plain part, in order.
const extra = ${JSON.stringify(extra)}

// advances are widths in thousandths of an em; 0 stands for a rune that the
// font does not have.
var advances = [Fonts][${plain.length + extra.length}]uint16{
${rows}}
`);
