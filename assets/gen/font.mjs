// The fonts as they come, each with all its weights.
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import subset from 'subset-font';
import * as fontkit from 'fontkit';

/** The bytes of a font: its name, the part of its signs, normal or italic. */
export const source = (name, part, style) => readFileSync(fileURLToPath(new URL(
  `node_modules/@fontsource-variable/${name}/files/${name}-${part}-wght-${style}.woff2`, import.meta.url)));

/** A font at one weight, for measuring the characters of a text. */
export const opened = async (name, part, style, wght, text) =>
  fontkit.create(await subset(source(name, part, style), text, {targetFormat: 'sfnt', variationAxes: {wght}}));
