// Where the deck of a lecture comes from: dropped on the page, named in the
// address, or ours. One that was dropped is kept for as long as the window is
// open, so that it survives a reload.

const key = 'relu-deck', most = 1_000_000; // letters

/** The keys of the address that are not about the scene: deck and lang. */
export function kept() {
  const asked = new URLSearchParams(location.hash.slice(1)), search = new URLSearchParams(location.search);
  return Object.fromEntries(['deck', 'lang'].map(k => [k, asked.get(k) ?? search.get(k)]).filter(([, v]) => v));
}

/** Keeps a deck, or forgets the one that is kept. */
export function keep(text) {
  try {
    if (text === null || text.length > most) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch { /* it will not survive a reload */ }
}

/**
 * Fetches the text of the deck. What the address asks for must be a .json file
 * from the page's own host.
 *
 * @param {(english: string) => string} say
 * @returns {Promise<{text: string, own: boolean, complaints: string[]}>}
 */
export async function fetchDeck(say) {
  let text = null;
  try { text = sessionStorage.getItem(key); } catch { /* there is none */ }
  if (text) return {text, own: true, complaints: []};
  const complaints = [], asked = kept().deck;
  if (asked) {
    try {
      const url = new URL(asked, location.href);
      if (url.origin !== location.origin || !url.pathname.endsWith('.json')) throw new Error(say('a deck must be a .json file from the same place as this page'));
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`${say('the server answered')} ${answer.status}`);
      return {text: await answer.text(), own: true, complaints};
    } catch (e) {
      complaints.push(`${asked.slice(0, 80)}: ${e.message}`);
    }
  }
  return {text: await (await fetch('deck.json')).text(), own: false, complaints};
}
