// What one takes away from a lecture: a handout of all its scenes, and a film of the
// one that is shown.

import {choice, field, make, open} from '../figure/dialog.js';
import {handout, usual} from '../take/handout.js';
import {bare, readLink} from '../figure/link.js';

/** What each step changes, and what is said then. */
const steps = s => s.steps.map((figure, i) => ({figure, say: s.told?.[i]?.say ?? ''}));

/** Whether there is a picture of a scene. */
const isDrawn = s => !s.trouble && !s.table && !s.vote && !s.bars;

/** The choices of an earlier vote and what was found for each, where a scene shows that. */
function answersOf({bars}, scenes) {
  const vote = bars && scenes.find(s => s.vote?.name === bars.vote)?.vote;
  return vote && {head: [], rows: vote.choices.map((choice, i) => [choice, bars.answers[i] ?? ''])};
}

/**
 * The states of a scene that have a picture: the first and the last that differs, or where
 * it goes to another function or method the last of each. Nothing is kept back but a
 * smoothing to which the scene does not come.
 */
function picturesOf(s, linkOf) {
  const smooth = /\bsmooth\b/.test(readLink(linkOf(s, s.steps.length)).get('hide') ?? '') ? '&hide=smooth' : '';
  const all = Array.from({length: s.steps.length + 1}, (_, i) => bare(linkOf(s, i), 'hide') + smooth);
  const kind = link => (at => at.get('f') ?? `${at.get('fn') ?? 'relu'} ${at.get('steps') ?? 'off'}`)(readLink(link));
  const turns = all.filter((link, i) => i < all.length - 1 && kind(link) !== kind(all[i + 1]));
  return turns.length ? [...new Set([...turns, all.at(-1) ?? ''])] : [all[0], ...all.filter(link => link !== all[0]).slice(-1)];
}

/**
 * The page of a scene: what is said, in order, and its pictures.
 *
 * @param {any} s
 * @param {number} n
 * @param {(s: Scene, step: number) => string} linkOf
 * @param {any[]} scenes of the deck
 * @returns {import('../take/handout.js').Sheet}
 */
function sheetOf(s, n, linkOf, scenes) {
  const says = [...new Set([s.bars?.uncounted ?? s.say, ...steps(s).map(step => step.say)])].filter(Boolean);
  const links = isDrawn(s) ? picturesOf(s, linkOf) : [];
  return {title: `${n}. ${s.title}`, says: s.trouble ? [s.trouble] : says, links, table: s.table ?? answersOf(s, scenes), choices: s.vote?.choices};
}

/**
 * Opens the dialog.
 *
 * @param {Root} root
 * @param {Say} say
 * @param {Deck} deck
 * @param {number} at the scene that is shown, from 1
 * @param {(s: Scene, step: number) => string} linkOf the state after some steps, as a link
 */
export function take(root, say, deck, at, linkOf) {
  const s = deck.scenes[at - 1], said = make('p', {class: 'rf-said', role: 'status'});
  const paper = choice([['a4', 'A4'], ['letter', say('US letter')]], usual());
  const notes = make('input', {type: 'checkbox', checked: true}), tasks = make('input', {type: 'checkbox', checked: true});
  const film = make('button', {type: 'button', text: say('Film of this scene'), disabled: !isDrawn(s), onclick: async () => {
    const told = steps(s);
    try {
      await (await import('../take/film-dialog.js')).film(root, {
        link: bare(linkOf(s, 0)), number: at,
        film: {play: 'steps', title: s.title, steps: told.map(step => bare(step.figure)), says: [s.say, ...told.map(step => step.say)]},
      });
    } catch (e) {
      said.textContent = say(e.message);
    }
  }});
  const print = make('button', {type: 'button', text: say('Print or save as PDF'), onclick: async () => {
    said.textContent = say('Drawing…');
    try {
      await handout(root, deck.scenes.map((scene, i) => sheetOf(scene, i + 1, linkOf, deck.scenes)), {title: deck.title, lang: deck.lang, paper: paper.value, notes: notes.checked, exercises: tasks.checked});
      said.textContent = '';
    } catch (e) {
      said.textContent = say(e.message);
    }
  }});
  open(root, say('Handout and film'), say('Close'),
    make('p', {text: say('The handout has a page for each scene, with its sentences, picture and address.')}),
    make('div', {class: 'rf-choices'}, field(say('Paper'), paper)), field(say('Room for notes'), notes), field(say('Exercises, with answers'), tasks),
    make('p', {class: 'rf-take'}, print, film), ...isDrawn(s) ? [] : [make('p', {text: say('This scene shows no figure, so there is no film of it.')})], said);
}
