// Decks for the lecture: JSON that anyone can write. A mistake is reported with
// its line and its key, and costs at most the scene in which it stands.
// deck.schema.json tells editors the same.

import {merge, readLink} from '../figure/link.js';
import {parseTree, printParseErrorCode} from './vendor/json.js';
import {english} from '../figure/words.js';

/** Controls that a scene may leave to the hand. */
export const controls = ['x', 'g', 'c', 'w', 'h', 'a', 'beta', 'p', 's', 't', 'k'];

/** Versions of a deck that leave scenes out. */
export const cuts = ['short', 'long'];

/** Each key of a scene: what its value must be, in words with slots, and whether it is; of an object also the keys that it may have. */
const text = most => ({want: ['a string of at most {n} characters', {n: most}], is: v => typeof v === 'string' && v.length <= most});
const texts = (most, each) => ({want: ['a list of at most {n} strings', {n: most}], is: v => Array.isArray(v) && v.length <= most && v.every(s => typeof s === 'string' && s.length <= each)});
const kinds = {
  title: text(60),
  say: text(190),
  figure: text(400),
  steps: {want: ['a list of at most {n} steps, each a string, or an object with the keys figure, say and notes', {n: 20}], is: v => Array.isArray(v) && v.length <= 20 && v.every(isStep)},
  claims: texts(21, 400),
  touch: {want: ['a list of controls, each one of {list}', {list: controls.join(', ')}], is: v => Array.isArray(v) && v.every(c => controls.includes(c))},
  notes: text(4000),
  minutes: {want: ['a number from 0 to 120'], is: v => typeof v === 'number' && v >= 0 && v <= 120},
  cut: {want: ['one of {list}', {list: cuts.join(', ')}], is: v => cuts.includes(v)},
  table: {keys: ['head', 'rows', 'late', 'source'], want: ['an object with two keys: head, a list of strings, and rows, a list of lists of that length'], is: isTable},
  vote: {keys: ['name', 'choices'], want: ['an object with two keys: name, a string, and choices, a list of 2 to 8 strings'], is: v => isPlain(v) && isShort(v.name) && isList(v.choices, 2, 8)},
  bars: {keys: ['vote', 'answers', 'uncounted'], want: ['an object with two keys: vote, the name of a vote, and answers, a list of strings'], is: v => isPlain(v) && isShort(v.vote) && isList(v.answers, 0, 8) && (v.uncounted === undefined || typeof v.uncounted === 'string' && v.uncounted.length <= 190)},
};

const isPlain = v => !!v && typeof v === 'object' && !Array.isArray(v);
const isShort = v => typeof v === 'string' && v.length > 0 && v.length <= 80;
const isList = (v, least, most) => Array.isArray(v) && v.length >= least && v.length <= most && v.every(s => typeof s === 'string' && s.length <= 120);

/** A step: what it changes, or that and what is said of it. */
function isStep(v) {
  if (typeof v === 'string') return v.length <= 400;
  const most = {figure: 400, say: 190, notes: 4000};
  return isPlain(v) && Object.entries(v).every(([key, text]) => Object.hasOwn(most, key) && typeof text === 'string' && text.length <= most[key]);
}

function isTable(v) {
  const row = r => Array.isArray(r) && r.every(s => typeof s === 'string' && s.length <= 200);
  return !!v && typeof v === 'object' && row(v.head) && v.head.length > 0 && v.head.length <= 6 && Array.isArray(v.rows) && v.rows.length <= 20
    && v.rows.every(r => row(r) && r.length === v.head.length) && (v.source === undefined || typeof v.source === 'string') && (v.late === undefined || Number.isInteger(v.late) && v.late > 0 && v.late < v.head.length);
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
  for (const s of scenes) {
    if (s.bars && !scenes.some(t => t.vote?.name === s.bars.vote)) s.trouble ??= complain(s.lines.bars, 'there is no vote named {name}', {name: JSON.stringify(s.bars.vote.slice(0, 40))});
  }
  if (!scenes.length) scenes.push({title: say('An empty deck'), say: '', figure: '', steps: [], told: [], lines: {steps: []}, trouble: troubles[0] ?? complain(0, 'it has no scenes')});
  return {title, lang, scenes: scenes.slice(0, 99), troubles};
}

/** Whether there is something to show in a deck. */
export const usable = deck => deck.scenes.some(s => !s.trouble);

/** One scene, as far as it is one.
 * @returns {Scene} */
function scene(node, complain, line, say) {
  const s = /** @type {Scene} */ ({title: '', say: '', figure: '', steps: [], told: [], notes: '', minutes: 0, lines: {steps: []}});
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
    const {want, is, keys} = kinds[key];
    const given = value(v);
    for (const [inner, of] of keys && v.type === 'object' ? members(v) : []) {
      if (!keys.includes(inner)) complain(of.offset, 'unknown key {key} in {where}; it is ignored', {key: JSON.stringify(inner.slice(0, 40)), where: key});
    }
    if (is(given) && key === 'steps') { // what they change, and what is told then
      s.steps = given.map(step => typeof step === 'string' ? step : step.figure ?? '');
      s.told = given.map(({say, notes}) => ({say, notes}));
    } else if (is(given)) s[key] = given;
    else if (key === 'title' && typeof given === 'string') { // a long one costs its end
      complain(v.offset, 'a title may have at most {n} characters; the rest is cut off', {n: 60});
      s.title = given.slice(0, 59) + '…';
    } else wrong(v.offset, '{key} must be {what}', {key, what: say(...want)});
    if (key === 'bars') s.lines.bars = v.offset;
    if (key === 'figure') s.lines.figure = line(v.offset);
    if (key === 'steps') s.lines.steps = (v.children ?? []).map(step => line(step.offset));
  }
  if (!s.title && !s.trouble) wrong(node.offset, 'a scene needs a title');
  return s;
}

/** How many presses of Next there are in a scene. In a vote each choice but the first is one. */
export const stepsOf = s => s.vote ? s.vote.choices.length - 1 : Math.max(s.steps.length, s.table?.late ?? 0, s.bars?.answers.length ? 1 : 0);

/** How many columns of a scene's table are there after some steps. */
export const columnsAt = ({table: {head, late = 0}}, step) => head.length - Math.max(0, late - step);

/** What is said after some steps of a scene; counts are those of its vote, if it shows them. */
export const sayAt = (s, step, counts = [1]) => s.trouble ?? (!step && !counts.some(Boolean) ? s.bars?.uncounted : undefined) ?? (s.told.slice(0, step).findLast(t => t.say)?.say ?? s.say);

/** The state that a scene asks for after some of its steps. */
export function stateAt(s, step) {
  const state = readLink(s.figure);
  for (const more of s.steps.slice(0, step)) merge(state, readLink(more));
  return state;
}

/** The lengths that a deck has, with their minutes; none if it has one only. */
export function lengths(deck) {
  if (!deck.scenes.some(s => s.cut)) return [];
  return cuts.map(cut => {
    const scenes = inCut(deck.scenes, cut);
    return {cut, minutes: Math.round(scenes.reduce((sum, s) => sum + s.minutes, 0))};
  });
}

/** The scenes of a cut, the long one if there is none of that name. Those that name none are in both. */
export const inCut = (scenes, cut) => {
  const kept = scenes.filter(s => !s.cut || s.cut === (cut === 'short' ? 'short' : 'long'));
  return kept.length ? kept : scenes;
};

/** A scene as JSON, to be put into a deck. */
export function writeScene(s) {
  const steps = s.steps.map((figure, i) => s.told?.[i]?.say || s.told?.[i]?.notes ? {figure: figure || undefined, ...s.told[i]} : figure);
  const kept = Object.fromEntries(['title', 'say', 'figure', 'steps', 'claims', 'touch', 'notes', 'minutes', 'cut', 'table', 'vote', 'bars'].map(k => [k, k === 'steps' ? steps : s[k]]).filter(([, v]) => v && v.length !== 0));
  return JSON.stringify(kept, null, 2);
}

/** A deck as JSON. */
export const writeDeck = deck => `{\n  "title": ${JSON.stringify(deck.title)},\n  "lang": ${JSON.stringify(deck.lang)},\n  "scenes": [\n${deck.scenes.map(s => writeScene(s).replace(/^/gm, '    ')).join(',\n')}\n  ]\n}\n`;
