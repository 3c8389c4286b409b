// Keeps the page and the lecture working without a network. Each version of the
// site is a cache of its own, taken whole, so that no page is ever made of files
// of two versions; a new one takes over when the pages of the old are closed.
// Decks that the lecture was asked for have a cache of their own.
// The page in a frame of another site (embed.html) does not ask for this worker.

const version = "{{VERSION}}";
const files = ["{{FILES}}"];
const mine = 'relu-three-ways ', decks = mine + 'decks';
const here = new URL('./', location.href);

self.addEventListener('install', e => {
  e.waitUntil(caches.open(mine + version).then(cache => cache.addAll(files.map(name => new Request(new URL(name, here), {cache: 'reload'})))));
});

self.addEventListener('activate', e => {
  e.waitUntil(caches.keys().then(keys => Promise.all(keys.filter(k => k.startsWith(mine) && k !== mine + version && k !== decks).map(k => caches.delete(k)))));
});

// A deck of one's own is asked for anew each time; without a network it is as it
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
  const name = url.pathname.slice(here.pathname.length);
  const asked = name === 'index.html' ? here : new URL(name, here);
  e.respondWith(caches.open(mine + version).then(async cache =>
    await cache.match(asked) || (name === 'app.wasm' && await program(cache)) || fetch(e.request)));
});

/** The program, which is kept compressed. */
async function program(cache) {
  const packed = typeof DecompressionStream === 'function' && await cache.match(new URL('app.wasm.gz', here));
  return packed && new Response(packed.body.pipeThrough(new DecompressionStream('gzip')), {headers: {'content-type': 'application/wasm', 'content-encoding': 'identity'}});
}
