// Makes the peers' pages in a folder: one minified module each, as an author would
// publish it, and NAME.br beside every NAME, as small as brotli makes it.
import {copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import {build} from 'esbuild';

const [,, out] = process.argv;
const peers = {canvas: 'canvas.js', svg: 'svg.js', d3: 'd3.js', mafs: 'mafs.jsx', jsxgraph: 'jsxgraph.js', p5: 'p5.js'};

const page = (title, head) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body { margin: 0; overflow: hidden; background: #fbf7ef }</style>
${head}</head><body></body></html>
`;

await build({
  entryPoints: Object.fromEntries(Object.entries(peers).map(([name, file]) => [name, join(import.meta.dirname, 'peers', file)])),
  outdir: out, bundle: true, minify: true, format: 'esm', target: 'es2022', jsx: 'automatic', logLevel: 'warning',
  define: {'process.env.NODE_ENV': '"production"'}, loader: {'.woff': 'file', '.woff2': 'file', '.ttf': 'file'},
});
copyFileSync(join(import.meta.dirname, 'node_modules/p5/lib/p5.min.js'), join(out, 'p5.min.js')); // smaller than what a bundler makes of it
for (const name of Object.keys(peers)) {
  const script = name === 'p5' ? '<script src="p5.min.js"></script>\n' : '';
  const style = existsSync(join(out, `${name}.css`)) ? `<link rel="stylesheet" href="${name}.css">\n` : '';
  writeFileSync(join(out, `${name}.html`), page(name, `${style}${script}<script type="module" src="${name}.js"></script>\n`));
}
writeFileSync(join(out, 'blank.html'), page('blank', ''));
for (const name of readdirSync(out).filter(n => /\.(html|js|css)$/.test(n))) {
  const bytes = readFileSync(join(out, name));
  writeFileSync(join(out, `${name}.br`), brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length}}));
}
