// The figure's site in the package: the package but for what is about npm.

import {cpSync} from 'node:fs';
import {relative, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

export const site = fileURLToPath(new URL('..', import.meta.url));

const others = ['npm', 'node_modules', 'package.json', 'README.md', 'CHANGELOG.md'];

/** Whether a file of the package, by its path from the package's folder, is the site's. */
export const belongs = path => !path.startsWith('..') && !others.includes(path.split(/[\\/]/)[0]);

/** Copies the site into a folder. */
export const copySite = to => cpSync(site, to, {recursive: true, filter: from => belongs(relative(site, from).replaceAll(sep, '/'))});
