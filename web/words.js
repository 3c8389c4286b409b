// The words of the page's own scripts in the reader's language. They are
// written in English where they are used; lang/de.txt has each of them, and
// those of the program, in German. See assets/lang.

const here = new URL('.', import.meta.url);
const none = english => english;

/** What has been asked for, by language. */
const kept = new Map([['en', Promise.resolve(none)]]);

/**
 * Gives the function that says an English text in a language; what has no
 * translation stays English.
 *
 * @param {string} lang a language tag; what follows its first hyphen is ignored
 * @returns {Promise<(english: string) => string>}
 */
export function words(lang) {
  const code = /^[a-z]{2}/.exec(lang)?.[0] ?? 'en';
  if (!kept.has(code)) kept.set(code, load(code).catch(() => none));
  return kept.get(code);
}

async function load(code) {
  const answer = await fetch(new URL(`lang/${code}.txt`, here));
  if (!answer.ok) return none;
  const table = new Map();
  for (const entry of (await answer.text()).split(/\n\s*\n/)) {
    const [english, other] = entry.split('\n').filter(line => line && !line.startsWith('#'));
    if (other) table.set(english, other);
  }
  return english => table.get(english) ?? english;
}
