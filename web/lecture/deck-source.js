// Where the deck of a lecture comes from: named in the address, dropped on the
// page, or our own, in this order. One that was dropped is kept until the window
// is closed, so that it survives a reload.

import {readDeck, usable} from './deck.js';

const key = 'relu-deck', most = 1_000_000; // letters

/** The keys of the address that are not about the scene: deck, lang, cut and theme. */
export function kept() {
  const asked = new URLSearchParams(location.hash.slice(1)), search = new URLSearchParams(location.search);
  return Object.fromEntries(['deck', 'lang', 'cut', 'theme'].map(k => [k, asked.get(k) ?? search.get(k)]).filter(([, v]) => v));
}

/** Takes the deck out of the address: another has been chosen. */
export function unname() {
  const url = new URL(location.href), hash = new URLSearchParams(url.hash.slice(1));
  hash.delete('deck');
  url.searchParams.delete('deck');
  url.hash = String(hash);
  history.replaceState(history.state, '', url);
}

/** Keeps a deck, or forgets the one that is kept. */
export function keep(text) {
  try {
    if (text === null || text.length > most) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch { /* it will not survive a reload */ }
}

/** The name of the file with the deck as shipped, in the reader's language. */
export const shipped = () => /^de\b/.test(kept().lang ?? '') ? 'deck.de.json' : 'deck.json';

/**
 * Fetches the text of the deck. What the address asks for must be a .json file
 * from the page's own host; where there is no deck in it, it is ours.
 *
 * @param {Say} say
 * @returns {Promise<{text: string, own: boolean, complaints: string[]}>}
 */
export async function fetchDeck(say) {
  const complaints = [], asked = kept().deck;
  if (asked) {
    try {
      const text = await named(asked, say), {troubles} = readDeck(text, say);
      if (usable(readDeck(text))) return {text, own: true, complaints};
      complaints.push(...troubles.map(what => `${asked.slice(0, 80)}: ${what}`));
    } catch (e) {
      complaints.push(`${asked.slice(0, 80)}: ${e.message}`);
    }
  } else {
    let text;
    try { text = sessionStorage.getItem(key); } catch { /* there is none */ }
    if (text) return {text, own: true, complaints};
  }
  return {text: await (await fetch(shipped())).text(), own: false, complaints};
}

/** The text of the deck at an address. No request leaves the page's own host. */
async function named(asked, say) {
  const url = new URL(asked, location.href);
  if (url.origin !== location.origin || !url.pathname.endsWith('.json')) throw new Error(say('a deck must be a .json file on the same site as this page'));
  let answer;
  try {
    answer = await fetch(url, {redirect: 'error'});
  } catch {
    throw new Error(say('it could not be fetched, or the server redirects elsewhere'));
  }
  if (!answer.ok) throw new Error(say('the server answered {code}', {code: answer.status}));
  return answer.text();
}
