// Brings a script of the figure's site, which finds its program, fonts and
// other scripts beside itself. So it must come from where all of them are, and
// never from a bundle, for which they would have to be moved. The plugin
// vite.js replaces this file by a bring of its own, which knows where it has
// put the site.

const me = import.meta.url; // in a bundle the bundle's

/**
 * @param {string} name
 * @returns {Promise<object | undefined>} the module; undefined where it cannot be had
 */
export async function bring(name) {
  if (typeof document === 'undefined') return; // on a server there is nothing to do
  if (/\/npm\/bring\.js$/.test(new URL(me).pathname)) return import(/* @vite-ignore */ /* webpackIgnore: true */ new URL('../' + name, me).href);
  console.warn("relu-three-ways: this bundle does not have the figure's files. With Vite or Astro, add the plugin from 'relu-three-ways/vite'; with anything else, copy the files with `npx relu-three-ways public/relu` and use <script async src=\"/relu/post.js\"></script> instead of this import.");
}
