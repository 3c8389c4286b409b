// Keeps the page and the lecture working without a network. Each version of the
// site (build) has a cache of its own, filled as a whole, so that no page is made
// of files of two. A new version takes over when the pages of the old are closed.
// Decks that the lecture was asked for have a cache of their own. A page in a frame
// of another site (embed.html) does not ask for this worker, and comes from the
// network; so do its files where they are of another build.
//
// Hosts differ in how they send a file: from another address, with another type,
// unpacked or not, or a page in its place. So what is kept is the file itself, as
// bytes that have been checked, with the type that its name has. Whatever cannot be
// kept or read comes from the network, as without a worker.

const build = '{{BUILD}}', programBuild = '{{PROGRAM}}';
const files = ["{{FILES}}"];
const mine = 'relu-three-ways ', decks = mine + 'decks';
const here = new URL('./', location.href);

self.addEventListener('install', e => {
  e.waitUntil(caches.open(mine + build).then(cache => Promise.all(files.map(name =>
    name === 'app.wasm.gz' ? take(cache, name).catch(() => take(cache, 'app.wasm')) : take(cache, name)))));
});

/** Keeps a file. One that is not ours is an error, and the browser will install
 * this worker at another time. */
async function take(cache, name) {
  const page = /(\/|\.html)$/.test(name);
  const answer = await fetch(new URL(page ? name : `${name}?b=${build}`, here), {cache: 'reload'});
  if (!answer.ok) throw new Error(`${name}: the server answered ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (!await isOurs(name, bytes)) throw new Error(`${name} is something else, or of another build`);
  if (name.startsWith('app.wasm')) name = isPacked(bytes) ? 'app.wasm.gz' : 'app.wasm';
  await cache.put(new URL(name, here), new Response(bytes, {headers: kept(answer.headers, name)}));
}

const isPacked = bytes => bytes[0] === 0x1f; // as gzip; a program begins with 0

/** Whether bytes are what a file of a name has: pages, scripts, styles, words and
 * the program name their build, and no other file is a page, as some hosts send for
 * what is not there. */
async function isOurs(name, bytes) {
  if (name.startsWith('app.wasm')) {
    const program = isPacked(bytes) ? new Uint8Array(await new Response(unpack(new Blob([bytes]).stream())).arrayBuffer()) : bytes;
    return program[0] === 0 && new TextDecoder('latin1').decode(program.subarray(-programBuild.length)) === programBuild;
  }
  const text = new TextDecoder('latin1').decode(bytes);
  if (/(\/|\.(html|js|css))$|^lang\//.test(name)) return text.includes(build);
  return bytes.length > 0 && !/^[^<]{0,9}<(!doctype )?html/i.test(text);
}

const unpack = stream => stream.pipeThrough(new DecompressionStream('gzip'));

const types = {html: 'text/html', js: 'text/javascript', css: 'text/css', json: 'application/json', svg: 'image/svg+xml', txt: 'text/plain', woff2: 'font/woff2', wasm: 'application/wasm', gz: 'application/gzip'};

/** The headers to keep: those of the host, its policy among them, but for what
 * they say of the way to here. */
function kept(headers, name) {
  const said = new Headers(headers);
  for (const of of ['content-encoding', 'content-length', 'content-range', 'vary']) said.delete(of);
  const type = types[/(\w+)$/.exec(name)?.[1] ?? 'html'];
  said.set('content-type', /^(text|application\/json)/.test(type) ? type + '; charset=utf-8' : type);
  return said;
}

self.addEventListener('activate', e => {
  e.waitUntil(caches.keys().then(keys => Promise.all(keys.filter(k => k.startsWith(mine) && k !== mine + build && k !== decks).map(k => caches.delete(k)))));
});

// A deck of one's own is asked for again each time; without a network it is as it
// was the last time.
async function deck(request) {
  let answer;
  try {
    answer = await fetch(request);
  } catch (e) {
    const found = await find(decks, request);
    if (found) return found;
    throw e;
  }
  if (answer.ok && !/html/.test(answer.headers.get('content-type') ?? '')) await keepDeck(request, answer.clone()).catch(() => {});
  return answer;
}
async function keepDeck(request, answer) {
  await (await caches.open(decks)).put(request, new Response(await answer.arrayBuffer(), {headers: kept(answer.headers, 'deck.json')}));
}

/** What a cache has, or nothing where it cannot be read. */
const find = (cacheName, request) => caches.match(request, {cacheName}).catch(() => undefined);
const file = name => find(mine + build, new URL(name, here).href);

self.addEventListener('fetch', e => {
  const url = new URL(e.request.url);
  if (e.request.method !== 'GET' || url.origin !== here.origin) return;
  const name = url.pathname.startsWith(here.pathname) ? url.pathname.slice(here.pathname.length) : null;
  if (url.pathname.endsWith('.json') && !files.includes(name ?? '')) {
    if (e.request.mode !== 'navigate') e.respondWith(deck(e.request));
    return;
  }
  if (name === null || /^embed(\.html)?$/.test(name)) return;
  const asks = url.searchParams.get('b') ?? build; // a page of another build, or one that asks again, has its files from the network
  if (asks !== build && asks !== programBuild || e.request.cache === 'reload' || url.searchParams.has('again') || url.searchParams.has('program')) return;
  if (name === 'app.wasm') e.respondWith(program().then(found => found ?? fetch(e.request)));
  else if (/^(index\.html)?$/.test(name) || files.includes(name)) e.respondWith(file(/^(index\.html)?$/.test(name) ? './' : name).then(found => found ?? fetch(e.request)));
  else if (e.request.mode === 'navigate' && (name === 'index' || files.includes(name + '.html'))) e.respondWith(short(e.request, name === 'index' ? './' : name + '.html'));
});

/** A page without its ending, as some hosts call it: only the host knows whether
 * it does. Without it the page is the one that is kept. */
async function short(request, name) {
  const answer = await fetch(request).catch(() => null);
  return answer && answer.status < 500 ? answer : await file(name) ?? answer ?? Response.error();
}

/** The program, which is mostly kept compressed. The page need not look for a
 * smaller one. */
async function program() {
  const plain = await file('app.wasm'), packed = plain ? undefined : await file('app.wasm.gz');
  const bytes = plain?.body ?? (packed?.body && typeof DecompressionStream === 'function' ? unpack(packed.body) : null);
  return bytes && new Response(bytes, {headers: {'content-type': 'application/wasm', 'content-encoding': 'identity'}});
}
