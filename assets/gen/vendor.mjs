// Makes ../vendor/*.js: the few parts of npm packages that the page loads when
// it is asked for them (a QR code, a zip archive, a deck with a mistake in it, a
// film), each as one small module, and their licences.
import {build} from 'esbuild';
import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const here = path => fileURLToPath(new URL(path, import.meta.url));

/** Each module: its file, what it hands on, its package, the package's licence. */
const parts = [
  ['qr', `export {default as qrcode} from 'qrcode-generator'`, 'qrcode-generator', null],
  ['zip', `export {Zip, ZipDeflate, ZipPassThrough} from 'fflate'`, 'fflate', 'LICENSE'],
  ['gif', `export {GIFEncoder, quantize} from 'gifenc'`, 'gifenc', 'LICENSE.md'],
  ['film', `export {BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output, WebMOutputFormat} from 'mediabunny'`, 'mediabunny', 'LICENSE'],
  ['json', `export {parseTree, printParseErrorCode} from 'jsonc-parser/lib/esm/main.js'`, 'jsonc-parser', 'LICENSE.md'],
];

mkdirSync(here('../vendor'), {recursive: true});
for (const [name, contents, from, licence] of parts) {
  const {version, license} = JSON.parse(readFileSync(here(`node_modules/${from}/package.json`)));
  await build({
    stdin: {contents, resolveDir: here('.')}, bundle: true, minify: true, format: 'esm', target: 'es2022', legalComments: 'none',
    outfile: here(`../vendor/${name}.js`), banner: {js: `// ${from} ${version}, ${license}: see licences/${from}.txt; source: npmjs.com/package/${from}/v/${version}`},
  });
  if (licence) copyFileSync(here(`node_modules/${from}/${licence}`), here(`../licences/${from}.txt`));
}
// qrcode-generator has its licence in the source's head only.
const source = readFileSync(here('node_modules/qrcode-generator/dist/qrcode.js'), 'utf8');
const head = source.slice(0, source.indexOf('---------------------------------------------------------------------', 80) + 1);
writeFileSync(here('../licences/qrcode-generator.txt'), head.replace(/^\/\/[ -]*/gm, '').trim() + '\n\n' + 'The MIT licence: https://opensource.org/licenses/mit-license.php\n');
