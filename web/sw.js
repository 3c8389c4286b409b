// Keeps the page and the lecture working without a network. Each version of the
// site (build) has a cache of its own, filled as a whole, so that no page is made
// of files of two. A new version takes over when the pages of the old are closed.
// Decks that the lecture was asked for have a cache of their own. A page in a frame
// of another site (embed.html) does not ask for this worker, and comes from the
// network; so do its files where they are of another build.

const build = '{{BUILD}}', programBuild = '{{PROGRAM}}';
const files = ["{{FILES}}"];
const mine = 'relu-three-ways ', decks = mine + 'decks';
const here = new URL('./', location.href);

self.addEventListener('install', e => {
  e.waitUntil(caches.open(mine + build).then(cache => Promise.all(files.map(name => take(cache, name)))));
});

/** Keeps a file. Pages, scripts and styles name their build: one of another is
 * none, and the browser will install this worker at another time. */
async function take(cache, name) {
  const page = /(\/|\.html)$/.test(name);
  const answer = await fetch(new URL(page ? name : `${name}?b=${build}`, here), {cache: 'reload'});
  if (!answer.ok) throw new Error(`${name}: the server answered ${answer.status}`);
  if ((page || /\.(js|css)$/.test(name)) && !(await answer.clone().text()).includes(build)) throw new Error(`${name} is of another build`);
  await cache.put(new URL(name, here), answer);
}

self.addEventListener('activate', e => {
  e.waitUntil(caches.keys().then(keys => Promise.all(keys.filter(k => k.startsWith(mine) && k !== mine + build && k !== decks).map(k => caches.delete(k)))));
});

// A deck of one's own is asked for again each time; without a network it is as it
// was the last time.
async function deck(request) {
  const cache = await caches.open(decks);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (e) {
    const found = await cache.match(request);
    if (found) return found;
    throw e;
  }
}

self.addEventListener('fetch', e => {
  const url = new URL(e.request.url);
  if (e.request.method !== 'GET' || url.origin !== here.origin) return;
  if (!url.pathname.startsWith(here.pathname) || url.pathname.endsWith('.json') && !files.includes(url.pathname.slice(here.pathname.length))) {
    if (url.pathname.endsWith('.json') && e.request.mode !== 'navigate') e.respondWith(deck(e.request));
    return;
  }
  if (url.pathname === here.pathname + 'embed.html') return;
  const asks = url.searchParams.get('b') ?? build; // a page of another build, or one that asks again, has its files from the network
  if (asks !== build && asks !== programBuild || e.request.cache === 'reload' || url.searchParams.has('again') || url.searchParams.has('program')) return;
  const name = url.pathname.slice(here.pathname.length);
  const asked = name === 'index.html' ? here : new URL(name, here);
  e.respondWith(caches.open(mine + build).then(async cache =>
    direct(await cache.match(asked)) || (name === 'app.wasm' && await program(cache)) || fetch(e.request)));
});

/** An answer as if it had come without a redirect: a host may send lecture.html on
 * to lecture, and a browser opens no page from such an answer. */
const direct = answer => answer?.redirected ? new Response(answer.body, answer) : answer;

/** The program, which is kept compressed. */
async function program(cache) {
  const packed = typeof DecompressionStream === 'function' && await cache.match(new URL('app.wasm.gz', here));
  return packed && new Response(packed.body.pipeThrough(new DecompressionStream('gzip')), {headers: {'content-type': 'application/wasm', 'content-encoding': 'identity'}});
}
