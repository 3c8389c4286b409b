// Makes the peers' pages in the folder of the first argument, with the packages
// of the second: one minified module each, as an author would publish it. In
// the folders of further arguments, NAME.br comes beside every NAME that is text
// or a program, as small as brotli makes it, where the build has not made it.
import {createHash} from 'node:crypto';
import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';

const [out, packages, ...hosted] = process.argv.slice(2);
const {build} = createRequire(join(packages, 'x'))('esbuild');
const peers = {canvas: 'canvas.js', svg: 'svg.js', d3: 'd3.js', mafs: 'mafs.jsx', jsxgraph: 'jsxgraph.js', p5: 'p5.js'};

const page = (title, head) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body { margin: 0; overflow: hidden; background: #fbf7ef }</style>
${head}</head><body></body></html>
`;

await build({
  entryPoints: Object.fromEntries(Object.entries(peers).map(([name, file]) => [name, join(import.meta.dirname, 'peers', file)])),
  outdir: out, bundle: true, minify: true, format: 'esm', target: 'es2022', jsx: 'automatic', nodePaths: [packages], logLevel: 'warning',
  define: {'process.env.NODE_ENV': '"production"'}, loader: {'.woff': 'file', '.woff2': 'file', '.ttf': 'file'},
});
const made = new Set(readdirSync(out));
copyFileSync(join(packages, 'p5/lib/p5.min.js'), join(out, 'p5.min.js')); // smaller than what a bundler makes of it
for (const name of Object.keys(peers)) {
  const script = name === 'p5' ? '<script src="p5.min.js"></script>\n' : '';
  const style = made.has(`${name}.css`) ? `<link rel="stylesheet" href="${name}.css">\n` : '';
  writeFileSync(join(out, `${name}.html`), page(name, `${style}${script}<script type="module" src="${name}.js"></script>\n`));
}
writeFileSync(join(out, 'blank.html'), page('blank', ''));
writeFileSync(join(out, 'empty.html'), page('empty', `<script src="wasm_exec.js"></script>
<script>
const go = new Go();
WebAssembly.instantiateStreaming(fetch('empty.wasm'), go.importObject).then(({instance}) => go.run(instance));
</script>
`));

// Brotli at its best takes minutes for programs, so that what did not change is
// kept from run to run, by its content.
const kept = join(packages, '../brotli');
mkdirSync(kept, {recursive: true});
for (const folder of hosted) {
  for (const name of readdirSync(folder, {recursive: true})) {
    const file = join(folder, name);
    if (!/\.(html|js|css|wasm|svg|json|txt)$/.test(name) || !statSync(file).isFile() || existsSync(`${file}.br`)) continue;
    const bytes = readFileSync(file);
    const small = join(kept, createHash('sha256').update(bytes).digest('hex'));
    if (!existsSync(small)) {
      writeFileSync(`${small}.part`, brotliCompressSync(bytes, {params: {
        [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      }}));
      renameSync(`${small}.part`, small);
    }
    copyFileSync(small, `${file}.br`);
  }
}
