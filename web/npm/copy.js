#!/usr/bin/env node
// npx relu-three-ways FOLDER: copies the figure's site into a folder, for tools
// that have no plugin here and for sites that have no tools.

import {basename} from 'node:path';
import {copySite} from './site.js';

const [to, ...more] = process.argv.slice(2);
if (!to || to.startsWith('-') || more.length) {
  console.error('usage: npx relu-three-ways FOLDER, for example npx relu-three-ways public/relu');
  process.exit(2);
}
try {
  copySite(to);
} catch (e) {
  console.error(`relu-three-ways: the files cannot be copied to ${to}: ${e.message}`);
  process.exit(1);
}
const name = basename(to);
console.log(`The figure is in ${to}. If your site serves that folder at /${name}/, put this into a page:

  <script async src="/${name}/post.js"></script>
  <relu-three-ways lens="sub" x="0"></relu-three-ways>`);
