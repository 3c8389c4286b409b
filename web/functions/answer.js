// What a host can answer that runs a function: the state in an address is known to it
// where it stands after a question mark, and to programs that ask for an embedding.
//
//   /oembed?url=…&maxwidth=…&maxheight=…   oEmbed 1.0, type rich, of an address of this site
//   /f/state?lens=sub&x=0                  a page of a state for sites that show links with
//                                          a title and a picture; people go on to the figure
//
// Everything that comes from outside is read as keys and values of the address, of which
// only known ones are passed on, and is written as text.

const names = {{NAMES}}; // of functions, by their keys
const lenses = {{LENSES}}; // by their keys: a name, and what the lens asks
const title = {{TITLE}};
const keys = {{KEYS}}; // of the address
const shell = {{PAGE}}; // page.html

const escape = s => String(s).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

/** The state that keys and values say, as far as they are the figure's. */
function stateOf(text) {
  const all = new URLSearchParams(text.replace(/^[#?]/, '').replaceAll('+', '%2B')), state = new URLSearchParams();
  for (const key of keys) {
    const value = all.get(key);
    if (value !== null && value.length <= 300 && !/[\0-\x1f\x7f]/.test(value)) state.set(key, value);
  }
  return state;
}
const written = state => String(state).replaceAll('+', '%20');

/** Title, sentence and picture of a state. */
function about(state) {
  const fn = state.get('fn') ?? 'relu', asked = state.get('lens') ?? '', lens = Object.hasOwn(lenses, asked) ? lenses[asked] : lenses.point, known = !state.has('f') && Object.hasOwn(names, fn);
  const f = state.get('f') ?? '', plain = /^[\w .,|+*/^()−-]{1,60}$/.test(f); // who takes a title for markup finds none
  const name = state.has('f') ? plain ? 'f(x) = ' + f : 'a function of your own' : known ? names[fn] : names.relu;
  const x = state.get('x'), at = /^-?\d{1,4}(\.\d{1,6})?$/.test(x ?? '') && state.get('lens') !== 'compare' ? ` At x = ${x.replace('-', '−')}.` : '';
  return {
    title: `${title} ${name}: ${lens[0]}`,
    text: `${lens[1]}${at} Drag the point, and see three answers.`,
    picture: known ? `f/${fn}.png` : 'og.png', // of the site
  };
}

/** A number of px that was asked for; undefined where none was. */
function px(text) {
  const n = Number(text);
  return text !== null && Number.isFinite(n) && n >= 1 ? Math.floor(n) : undefined;
}

/** The frame of a state, as large as it may be. */
function frame(state, site, most, tallest) {
  const width = Math.min(720, most ?? 720), below = state.get('lens') === 'dist' ? 630 : 605; // the words are below the drawing in a narrow frame
  const height = Math.min(width < 560 ? Math.ceil(below + 0.91 * width) : 420, tallest ?? 2000);
  const link = written(state), said = about(state);
  return {width, height, html: `<iframe src="${escape(new URL('embed.html' + (link && '#' + link), site).href)}" title="${escape(said.title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy" allow="fullscreen"></iframe>`};
}

/** What oEmbed says of a state. */
function embedding(state, site, most, tallest) {
  const said = about(state);
  return {
    version: '1.0', type: 'rich', title: said.title, provider_name: `${title} ReLU`, provider_url: site.href, cache_age: 86400,
    ...frame(state, site, most, tallest),
    thumbnail_url: new URL(said.picture, site).href, thumbnail_width: 1200, thumbnail_height: 630,
  };
}

const answered = (body, type, status = 200) => new Response(body, {status, headers: {
  'Content-Type': type + '; charset=utf-8', 'Cache-Control': 'public, max-age=3600', 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff',
}});
const refused = (status, why) => answered(JSON.stringify({error: why}), 'application/json', status);

function oembed(asked, site) {
  const format = asked.searchParams.get('format') ?? 'json', text = asked.searchParams.get('url');
  if (format !== 'json') return refused(501, 'format is json only');
  if (!text) return refused(400, 'url is missing: write the address of a state');
  let url;
  try {
    url = new URL(text);
  } catch {
    return refused(400, 'url is not an address');
  }
  if (url.host !== site.host || !/^https?:$/.test(url.protocol)) return refused(404, 'url is not an address of this site');
  const page = /^\/(?:|index|index\.html|embed|embed\.html|f\/state|f\/([a-z]+)(?:\.html)?)$/.exec(url.pathname);
  if (!page || page[1] && !Object.hasOwn(names, page[1])) return refused(404, 'url is not a page of the figure');
  const state = stateOf(url.hash.length > 1 ? url.hash : url.search);
  if (page[1] && url.hash.length < 2) state.set('fn', page[1]);
  return answered(JSON.stringify(embedding(state, site, px(asked.searchParams.get('maxwidth')), px(asked.searchParams.get('maxheight')))), 'application/json');
}

function page(asked, site) {
  const state = stateOf(asked.search), said = about(state), link = written(state), here = 'f/state' + (link && '?' + link);
  const is = {TITLE: said.title, TEXT: said.text, SITE: site.href, HERE: here, OEMBED: 'oembed?url=' + encodeURIComponent(site.href + here), PICTURE: said.picture, LINK: link};
  return answered(shell.replace(/\{\{([A-Z]+)\}\}/g, (_, name) => escape(is[name])), 'text/html');
}

/**
 * Answers what it is asked for; nothing where that is not its matter.
 *
 * @param {Request} request
 * @returns {Response | undefined}
 */
function answer(request) {
  const asked = new URL(request.url), site = new URL('/', asked), does = {'/oembed': oembed, '/f/state': page}[asked.pathname];
  if (!does) return undefined;
  if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405, 'GET and HEAD only');
  const found = does(asked, site);
  return request.method === 'HEAD' ? new Response(null, found) : found;
}
