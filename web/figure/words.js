// The words of the page's own scripts in the reader's language. They are
// written in English where they are used; lang/de.txt has the German for each of
// them and for those of the program. See assets/lang.

const here = new URL('.', import.meta.url);

/** A text with values in its slots: {name} stands for one. */
const filled = (text, slots) => slots ? text.replace(/\{([a-z]+)\}/g, (slot, name) => slots[name] ?? slot) : text;
export const english = (text, slots) => filled(text, slots);

/** What has been asked for, by language. */
const kept = new Map([['en', Promise.resolve(english)]]);

/**
 * Gives the function that says an English text in a language; what has no
 * translation stays English. A text with slots is looked up with them.
 *
 * @param {string} lang a language tag; what follows its first hyphen is ignored
 * @returns {Promise<Say>}
 */
export function words(lang) {
  const code = /^[a-z]{2}/.exec(lang)?.[0] ?? 'en';
  let said = kept.get(code);
  if (!said) kept.set(code, said = load(code).catch(() => { kept.delete(code); return english; }));
  return said;
}

/** What a file of words says, for the program. What failed is asked for anew. */
const files = new Map();
export function file(code) {
  if (!files.has(code)) files.set(code, read(code).catch(e => { files.delete(code); throw e; }));
  return files.get(code);
}

/** Reads the file of this build, once more past every cache if a copy is of another. */
async function read(code) {
  for (const cache of /** @type {RequestCache[]} */ (['default', 'reload'])) {
    const answer = await fetch(new URL(`lang/${code}.txt?b={{BUILD}}`, here), {cache}), text = answer.ok ? await answer.text() : '';
    if (text.startsWith('# build {{BUILD}}')) return text;
  }
  throw new Error(`there are no words for ${code}`);
}

async function load(code) {
  const table = new Map();
  for (const entry of (await file(code)).split(/\n\s*\n/)) {
    const [text, other] = entry.split('\n').filter(line => line && !line.startsWith('#'));
    if (other) table.set(text, other);
  }
  return (text, slots) => filled(table.get(text) ?? text, slots);
}
