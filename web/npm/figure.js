// import 'relu-three-ways/figure': brings the elements [data-relu-figure] of a
// page to life, those that are there and those that are mounted later. The
// functions are those of the site's own figure.js, as soon as it is there.

import {bring} from './bring.js';

const figure = bring('figure.js');

/** Starts a figure in an element, or starts it again. */
export const mount = async root => (await figure)?.mount(root);

/** Ends the figure in an element and gives back all it holds. */
export const unmount = async root => (await figure)?.unmount(root);
