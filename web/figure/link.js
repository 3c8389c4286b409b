// Links of the figure: keys and values, as in its address. A + in one stands for
// itself, where URLSearchParams reads a space, and writes one so.

/** The keys and values of a link. */
export const readLink = link => new URLSearchParams(link.replace(/^[#?]/, '').replaceAll('+', '%2B'));

/** The link of keys and values. */
export const writeLink = (/** @type {URLSearchParams} */ state) => String(state).replaceAll('+', '%20');

/** Reads keys and values onto others. A formula f goes before a function fn, so a
 * function by itself takes the place of a formula. */
export function merge(state, more) {
  if (more.has('fn')) state.delete('f');
  for (const [k, v] of more) state.set(k, v);
}

/** A link without what belongs to the page that shows it, and without other keys. */
export function bare(link, ...without) {
  const state = readLink(link);
  for (const key of ['ui', 'scene', 'theme', ...without]) state.delete(key);
  return writeLink(state);
}
