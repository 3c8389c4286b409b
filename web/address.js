// Where the site is: this file lies beside its pages.

const here = new URL('.', import.meta.url);

/** The address that shows a link. */
export const address = link => new URL('./' + (link ? '#' + link : ''), here).href;
