// Decks for the lecture: JSON that anyone can write. A mistake is reported with
// its line and its key, and costs at most the scene in which it stands.
// deck.schema.json tells editors the same.

import {parseTree, printParseErrorCode} from './vendor/json.js';
import {english} from './words.js';

/** Controls that a scene may leave to the hand. */
export const controls = ['x', 'g', 'c', 'w', 'h', 'a', 'beta', 'p', 's', 't', 'k'];

/** Each key of a scene: what its value must be, in words with slots, and whether it is. */
const text = most => ({want: ['a string of at most {n} characters', {n: most}], is: v => typeof v === 'string' && v.length <= most});
const texts = (most, each) => ({want: ['a list of at most {n} strings', {n: most}], is: v => Array.isArray(v) && v.length <= most && v.every(s => typeof s === 'string' && s.length <= each)});
const kinds = {
  title: text(60),
  say: text(190),
  figure: text(400),
  steps: texts(20, 400),
  claims: texts(21, 400),
  touch: {want: ['a list of controls, each one of {list}', {list: controls.join(', ')}], is: v => Array.isArray(v) && v.every(c => controls.includes(c))},
  notes: text(4000),
  minutes: {want: ['a number from 0 to 120'], is: v => typeof v === 'number' && v >= 0 && v <= 120},
  table: {want: ['an object with two keys: head, a list of strings, and rows, a list of lists of that length'], is: isTable},
};

function isTable(v) {
  const row = r => Array.isArray(r) && r.every(s => typeof s === 'string' && s.length <= 200);
  return !!v && typeof v === 'object' && row(v.head) && v.head.length > 0 && v.head.length <= 6 && Array.isArray(v.rows) && v.rows.length <= 20
    && v.rows.every(r => row(r) && r.length === v.head.length) && (v.source === undefined || typeof v.source === 'string');
}

/** Mistakes of the notation in words. */
const mistakes = {
  InvalidSymbol: 'this is not JSON; strings need double quotes', InvalidNumberFormat: 'this is not a number', PropertyNameExpected: 'a key in double quotes is missing',
  ValueExpected: 'a value is missing', ColonExpected: 'a colon is missing', CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace } is missing', CloseBracketExpected: 'a closing bracket ] is missing', EndOfFileExpected: 'there is more text after the end of the deck',
  UnexpectedEndOfString: 'a string has no closing quote', UnexpectedEndOfNumber: 'a number is incomplete', InvalidEscapeCharacter: 'unknown escape sequence', InvalidCharacter: 'a string must not contain a line break',
};

/** The value of a node of the tree. */
function value(node) {
  switch (node?.type) {
    case 'object': return Object.fromEntries(members(node).map(([key, v]) => [key, value(v)]));
    case 'array': return (node.children ?? []).map(value);
    default: return node?.value;
  }
}
/** Keys and nodes of an object, without those that break off. */
const members = node => (node?.children ?? []).filter(p => p.children?.length === 2 && p.children[0].value !== '__proto__').map(p => [p.children[0].value, p.children[1], p]);

/**
 * Reads a deck.
 *
 * @param {string} source
 * @param {Say} [say] in whose language mistakes are told
 * @returns {Deck} at least
 *   one scene; a scene with a mistake has it in its key trouble, and each has in
 *   its key lines where its states stand: figure and steps
 */
export function readDeck(source, say = english) {
  const troubles = [];
  const line = offset => source.slice(0, offset).split('\n').length;
  /** @type {(offset: number, ...what: Parameters<Say>) => string} */
  const complain = (offset, ...what) => {
    const said = say('line {line}: {what}', {line: line(offset), what: say(...what)});
    troubles.push(said);
    return said;
  };
  const errors = [];
  const tree = parseTree(source, errors, {allowTrailingComma: true});
  for (const e of errors.slice(0, 5)) complain(e.offset, mistakes[printParseErrorCode(e.error)] ?? 'this is not JSON');
  const top = tree?.type === 'object' ? Object.fromEntries(members(tree).map(([key, v]) => [key, v])) : {};
  if (tree && tree.type !== 'object') complain(tree.offset, 'a deck must be an object with a key named scenes');
  let title = say('Lecture'), lang = 'en';
  if (top.title) {
    if (typeof top.title.value === 'string') title = top.title.value.slice(0, 120);
    else complain(top.title.offset, 'title must be a string');
  }
  if (top.lang) {
    if (/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(top.lang.value)) lang = top.lang.value;
    else complain(top.lang.offset, 'lang must be a language tag, such as en or de');
  }
  const scenes = [];
  if (top.scenes?.type === 'array') for (const node of top.scenes.children ?? []) scenes.push(scene(node, complain, line, say));
  else complain(top.scenes?.offset ?? 0, 'scenes must be a list');
  if (!scenes.length) scenes.push({title: say('An empty deck'), say: '', figure: '', steps: [], lines: {steps: []}, trouble: troubles[0] ?? complain(0, 'it has no scenes')});
  return {title, lang, scenes: scenes.slice(0, 99), troubles};
}

/** Whether there is something to show in a deck. */
export const usable = deck => deck.scenes.some(s => !s.trouble);

/** One scene, as far as it is one.
 * @returns {Scene} */
function scene(node, complain, line, say) {
  const s = /** @type {Scene} */ ({title: '', say: '', figure: '', steps: [], notes: '', minutes: 0, lines: {steps: []}});
  const wrong = (offset, ...what) => { s.trouble ??= complain(offset, ...what); };
  if (node.type !== 'object') {
    wrong(node.offset, 'a scene must be an object');
    return s;
  }
  for (const [key, v] of members(node)) {
    if (!Object.hasOwn(kinds, key)) {
      complain(v.offset, 'unknown key {key} in a scene; it is ignored', {key: JSON.stringify(key.slice(0, 40))});
      continue;
    }
    const {want, is} = kinds[key];
    const given = value(v);
    if (is(given)) s[key] = given;
    else if (key === 'title' && typeof given === 'string') { // a long one costs its end
      complain(v.offset, 'a title may have at most {n} characters; the rest is cut off', {n: 60});
      s.title = given.slice(0, 59) + '…';
    } else wrong(v.offset, '{key} must be {what}', {key, what: say(...want)});
    if (key === 'figure') s.lines.figure = line(v.offset);
    if (key === 'steps') s.lines.steps = (v.children ?? []).map(step => line(step.offset));
  }
  if (!s.title && !s.trouble) wrong(node.offset, 'a scene needs a title');
  return s;
}

/** A scene as JSON, to be put into a deck. */
export function writeScene(s) {
  const kept = Object.fromEntries(['title', 'say', 'figure', 'steps', 'claims', 'touch', 'notes', 'minutes', 'table'].filter(k => s[k] && s[k].length !== 0).map(k => [k, s[k]]));
  return JSON.stringify(kept, null, 2);
}

/** A deck as JSON. */
export const writeDeck = deck => `{\n  "title": ${JSON.stringify(deck.title)},\n  "lang": ${JSON.stringify(deck.lang)},\n  "scenes": [\n${deck.scenes.map(s => writeScene(s).replace(/^/gm, '    ')).join(',\n')}\n  ]\n}\n`;
