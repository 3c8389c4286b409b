// A vote of the room: hands counted for each choice, and the bars of the counts,
// in the lecture and in the speaker's window. Counts are kept until the window is
// closed.

import {make} from '../figure/dialog.js';

const key = 'relu-votes', most = 999;
let votes = {};
try { votes = JSON.parse(sessionStorage.getItem(key) ?? '{}') ?? {}; } catch { /* nothing is kept */ }

/** The counts of a vote, one for each of n choices. */
export function countsOf(name, n) {
  const list = Object.hasOwn(votes, name) && Array.isArray(votes[name]) ? votes[name] : [];
  return Array.from({length: n}, (_, i) => bounded(list[i]));
}
const bounded = v => Math.min(Math.max(0, Math.trunc(Number(v) || 0)), most);

/** Keeps the counts of a vote. */
export function keepCounts(name, list) {
  votes = {...votes, [name]: list.map(bounded)};
  try { sessionStorage.setItem(key, JSON.stringify(votes)); } catch { /* until the next reload */ }
}

/** The choices and counts that a scene shows, in a deck, or null if it shows none. */
export function votesIn(deck, s) {
  const name = s.vote?.name ?? s.bars?.vote;
  const choices = s.vote?.choices ?? (name && deck.scenes.find(t => t.vote?.name === name)?.vote.choices);
  return choices ? {name, choices} : null;
}

/**
 * Makes a list of choices with their bars.
 *
 * @param {Say} say
 * @param {string[]} choices
 * @param {{label: string, lang: string, change?: (i: number, n: number) => void, choose?: (i: number) => void, answers?: string[]}} has
 *   change: hands may be counted by buttons, and choose says for which choice
 */
export function choiceList(say, choices, {label, lang, change, choose, answers}) {
  const rows = choices.map((choice, i) => {
    const count = make('b', {class: 'lec-count', text: '0'}), fill = make('span', {class: 'lec-fill'});
    const counter = (sign, name, by) => make('button', {type: 'button', 'aria-label': say(name, {choice}), text: sign, onclick: () => change?.(i, Number(count.textContent) + by)});
    const row = make('li', {}, make('span', {class: 'lec-choice', text: choice, lang}), make('span', {class: 'lec-track', 'aria-hidden': 'true'}, fill), count,
      ...change ? [counter('−', 'one fewer for {choice}', -1), counter('+', 'one more for {choice}', 1)] : [],
      ...answers ? [make('span', {class: 'lec-found', text: answers[i] ?? '', lang})] : []);
    if (choose) row.addEventListener('click', e => { if (!/** @type {HTMLElement} */ (e.target).closest('button')) choose(i); });
    return {row, count, fill};
  });
  const list = make('ol', {class: 'lec-vote', role: 'list', 'aria-label': label}, ...rows.map(r => r.row));
  if (answers) list.dataset.found = '';
  return {
    list,
    /** Shows counts, and at which choice hands are counted, −1 for none. */
    update(counts, at) {
      const top = Math.max(1, ...counts);
      list.toggleAttribute('data-uncounted', !!answers && !counts.some(Boolean)); // there are no bars
      for (const [i, {row, count, fill}] of rows.entries()) {
        count.textContent = String(counts[i] ?? 0);
        fill.style.setProperty('--share', String((counts[i] ?? 0) / top));
        if (i === at) row.setAttribute('aria-current', 'true');
        else row.removeAttribute('aria-current');
      }
    },
  };
}
