// A plugin for Vite, and so for Astro: it puts the figure's site, file by file
// as it is, into the folder relu-three-ways of what is served and built, and
// makes `import 'relu-three-ways'` bring its scripts from there. A bundle of
// them would not find their program and fonts.

import {createReadStream, readFileSync, statSync} from 'node:fs';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {belongs, copySite, site} from './site.js';

const folder = 'relu-three-ways';
const bring = fileURLToPath(new URL('bring.js', import.meta.url)).replaceAll('\\', '/');

/** The module bring.js for scripts at an address, a JavaScript expression. */
const bringing = at => `export const bring = async name => { if (typeof document !== 'undefined') return import(/* @vite-ignore */ new URL(name, ${at}).href); };`;

export default function relu() {
  let config;
  const built = plugin => config.command === 'build' && plugin.environment.config.consumer === 'client';
  return {
    name: folder,
    config: () => ({optimizeDeps: {exclude: [folder]}}), // which would be a bundle
    configResolved(resolved) { config = resolved; },
    load(id) {
      if (id.split('?')[0] !== bring) return;
      // Below a base that is relative, the site is found from the bundle's own place.
      const found = config.base.startsWith('.') && built(this);
      return bringing(found ? 'import.meta.ROLLUP_FILE_URL_' + this.emitFile({type: 'asset', fileName: `${folder}/embed.js`, source: readFileSync(join(site, 'embed.js'))})
        : `new URL(${JSON.stringify(config.base + folder + '/')}, location.href)`);
    },
    configureServer: ({middlewares}) => { middlewares.use(serve(config)); },
    writeBundle({dir}) {
      if (built(this)) copySite(join(dir, folder));
    },
  };
}

const types = {'.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.wasm': 'application/wasm', '.woff2': 'font/woff2', '.txt': 'text/plain'};

/** Serves the site below the base, as what it is. */
const serve = config => (request, response, next) => {
  const at = new URL(config.base, 'http://host/').pathname + folder + '/', path = request.url.split('?')[0];
  const name = path.startsWith(at) ? path.slice(at.length) || 'index.html' : '';
  const file = /^[\w./-]+$/.test(name) && !name.includes('..') && belongs(name) && join(site, name); // as all our names are
  if (!file || !statSync(file, {throwIfNoEntry: false})?.isFile()) return next();
  response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream');
  response.setHeader('Cache-Control', 'no-cache');
  createReadStream(file).pipe(response);
};
