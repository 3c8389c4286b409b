// Where the site is. This file lies beside its pages, unless a server of
// packages, which sends pages as text, has only the scripts: then the site is at
// the address it was built for.

const here = new URL('.', import.meta.url);
const site = '{{SITE}}', made = location.protocol === 'blob:'; // made: the page of a frame, by elsewhere.js

/** The folder of pages that can be opened; null where none is known. */
export let home = here.origin === location.origin ? here : site ? new URL(site) : made ? null : here;
if (!site && !made && here.origin !== location.origin) fetch(new URL('embed.html', here), {method: 'HEAD'}).then(answer => { if (!/html/.test(answer.headers.get('content-type') ?? '')) home = null; }, () => {});

/** The address that shows a link, or that of the page around where there is none. */
export const address = link => home ? new URL('./' + (link ? '#' + link : ''), home).href : (made ? parent : window).location.href.replace(/#.*/, '');
