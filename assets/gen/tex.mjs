// Makes ../tex.json from ../*.tex: what LaTeX is to be told for each formula, so that
// a picture for a document can have it as mathematics: `node tex.mjs`. A role of colour
// is \rf{role}{…}, a live number \live{name}. Terms have no meaning there.
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {commands, read} from './source.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const tex = readdirSync(here('..')).filter((f) => f.endsWith('.tex')).sort().map((f) => readFileSync(here('../' + f), 'utf8'));

/** plain takes the marks out. A command keeps apart from the letter after it. */
const plain = (t) => commands(t, (name) => ({
  '\\t': {args: 2, to: ([, inner]) => apart(plain(inner))},
  '\\tf': {args: 3, to: ([, , inner]) => apart(plain(inner))},
  '\\ink': {args: 2, to: ([role, inner]) => `\\rf{${role}}{${plain(inner)}}`},
  '\\live': {args: 2, to: ([slot]) => `\\live{${slot}}`},
  '\\small': {args: 0, to: () => ''}, // which is for text
  '\\lt': {args: 0, to: () => '<'},
  '\\gt': {args: 0, to: () => '>'},
})[name]).replace(/\\rf\{(\w+)\}\{([^{}]*)\}\\rf\{\1\}\{\{\}'\}/g, "\\rf{$1}{$2'}").replace(/ +/g, ' ').trim(); // a prime goes with its letter
const apart = (t) => /\\[a-zA-Z]+$/.test(t) ? t + ' ' : t;

const table = {};
for (const l of read(tex)) table[l.name] = (l.display ? '\\displaystyle ' : '') + plain(l.tex);
writeFileSync(here('../tex.json'), JSON.stringify(table, null, 0).replaceAll('","', '",\n"') + '\n');
