// What the dialog for sharing gives to be copied: a state in the form in which each
// place takes it. A place that runs no scripts gets a picture with a link.

import {address, home} from '../figure/address.js';
import {bare, readLink, writeLink} from '../figure/link.js';
import {english} from '../figure/words.js';

const here = new URL('.', import.meta.url);

/** A text as it stands in an attribute. */
const quoted = s => s.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
/** A text, and an address, as they stand in Markdown. */
const marked = s => s.replace(/[\\[\]*_\x60<]/g, '\\$&');
const enclosed = url => url.replace(/[()]/g, c => c === '(' ? '%28' : '%29');

/** The address of a page of a state and that of its picture, which were made with the
 * site: those of the functions as they open. Null for any other state. */
export function published(link) {
  const keys = [...readLink(link)].filter(([key]) => key !== 'theme' && key !== 'ui'); // their words are English
  const [[key, fn] = ['fn', 'relu'], ...more] = keys;
  if (!home || more.length || key !== 'fn' || !/^[a-z]+$/.test(fn)) return null;
  return {page: new URL(`f/${fn}.html`, home).href, picture: new URL(`f/${fn}.png`, home).href};
}

/**
 * The address of a page of any state, and its picture, where the host runs the function that
 * answers; see functions/answer.js. Hosts answer what they do not have in many ways, so it
 * has to give what oEmbed wants.
 *
 * @returns {Promise<{page: string, picture: string} | null>}
 */
export async function cardOf(link) {
  if (home?.pathname !== '/') return null; // it stands at the top of its host
  const page = new URL('f/state?' + writeLink(readLink(link)), home).href;
  try {
    const said = await (await fetch(new URL('oembed?url=' + encodeURIComponent(page), home))).json();
    return said.version === '1.0' ? {page, picture: said.thumbnail_url} : null;
  } catch {
    return null;
  }
}

/** What has to be set once, in the site that a post is for, before its snippet works. */
export const sitewide = {hugo: 'layouts/shortcodes/relu.html', jekyll: '_includes/relu.html'};

/**
 * The forms in which a state is handed on. A frame needs a host that shows pages.
 *
 * @param {string} link
 * @param {{theme?: string, ui?: string, paper?: string, height?: number}} [how] the figure is to look
 * @param {{src: string, alt: string, width: number, height: number}} [picture] of the state
 * @returns {Record<string, string>}
 */
export function forms(link, how = {}, picture = undefined, say = english) {
  const name = say('Three ways to differentiate ReLU');
  const state = readLink(link);
  for (const [key, plain] of [['theme', 'auto'], ['ui', 'full']]) {
    if (how[key]) state.set(key, how[key]);
    if (state.get(key) === plain) state.delete(key);
  }
  const url = address(writeLink(state)), whole = address(bare(link)); // the whole figure, for people
  if (how.paper === 'none') state.set('paper', 'none');
  const within = writeLink(state);
  const tall = state.get('lens') === 'dist' ? 630 : 605; // px on a phone, without what grows with the width
  const attributes = [...state].map(([k, v]) => ` ${k}="${quoted(v)}"`).join('');
  const style = tall => how.height ? `display:block;height:${how.height}px` : `display:block;height:0;padding-bottom:max(420px,min(60%,900px),min(${tall}px + 91%,(560px - 100%)*999))`;
  const own = published(link);
  const script = `<script async src="${new URL('post.js', here)}"></script>`, anchor = `<a href="${quoted(whole)}">${name}</a>`;
  const camel = css => css.split(';').map(rule => rule.split(':')).map(([k, v]) => `${k.replace(/-(.)/g, (_, c) => c.toUpperCase())}: '${v}'`).join(', ');
  const frame = home && `<iframe src="${quoted(new URL('embed.html' + (within && '#' + within), home).href)}" title="${name}" width="720" height="${how.height ?? 420}"`;
  // A template of a site, and what a post says to it.
  const call = [...state].map(([k, v]) => ` ${k}="${v.replaceAll('"', '')}"`).join('');
  const small = v => Math.round(v * Math.min(1, 800 / (picture?.width ?? 800))); // no reader of mail makes a picture fit
  const element = (attributes, style) => `${script}\n<relu-three-ways${attributes} style="${style}">\n  ${anchor}\n</relu-three-ways>`;
  return {
    link: url,
    ...home && {card: own?.page ?? whole},
    'framed link': within,
    ...frame && {frame: how.height ? `${frame} style="border:0;display:block;max-width:100%" loading="lazy" allow="fullscreen"></iframe>`
      : `<div style="container-type:inline-size;width:720px;max-width:100%">\n  ${frame} style="border:0;display:block;max-width:100%;height:max(420px,min(${tall}px + 91cqw,(560px - 100cqw)*999))" loading="lazy" allow="fullscreen"></iframe>\n</div>`},
    element: element(attributes, style(tall)),
    ...picture && {
      html: `<a href="${quoted(whole)}"><img src="${quoted(picture.src)}" alt="${quoted(picture.alt)}" width="${picture.width}" height="${picture.height}" style="max-width:100%;height:auto"></a>`,
      markdown: `[![${marked(picture.alt)}](${enclosed(picture.src)})](${enclosed(whole)})`,
      feed: `<p><a href="${quoted(whole)}"><img src="${quoted(picture.src)}" alt="${quoted(picture.alt)}" width="${small(picture.width)}" height="${small(picture.height)}"></a></p>\n<p>${anchor}</p>`,
    },
    mdx: `${script}\n\n<relu-three-ways${attributes} suppressHydrationWarning\n  style={{${camel(style(tall))}}}>\n  ${anchor}\n</relu-three-ways>`,
    hugo: `{{< relu${call} >}}`,
    jekyll: `{% include relu.html${call} %}`,
    cite: say('Three ways to differentiate ReLU: an interactive figure. {url} (accessed {date}).', {url: whole, date: new Date().toISOString().slice(0, 10)}),
    // The files of sitewide: parameters become attributes.
    'hugo file': element('{{ range $k, $v := .Params }} {{ printf "%s=\\"%s\\"" $k (htmlEscape $v) | safeHTMLAttr }}{{ end }}', style(630)) + '\n',
    'jekyll file': element('{% for p in include %} {{ p[0] }}="{{ p[1] | escape }}"{% endfor %}', style(630)) + '\n',
  };
}
