// Films to save. The program draws the frames, each from the one before, so that the
// drawings are the same on every machine; their pixels are the browser's. Here they
// become a file. Video is encoded by the browser and put together by vendor/film.js;
// every browser can make the rest.

import {address} from '../figure/address.js';
import {outlined, paint, pngOf} from './picture.js';

/** @typedef {{play: string, steps?: string[], says?: string[], title?: string, dwell?: number}} Film what is played; see relu-draw in web/host/talk.go */
/** @typedef {{link: string, theme: string, height: number, clear: boolean, film: Film, format: string}} Wish height: 720 or 1080; clear: without paper */

/** How many frames a second has. */
const rates = {video: 30, gif: 20, png: 30, svg: 30};

/**
 * The kinds of video, the first that a browser encodes being the best; those with sides can be transparent.
 *
 * @type {{ext: string, codec: string, full: string, sides?: boolean, more?: object}[]}
 */
const videos = [
  ...['640028', '4d0028', '42e028'].map(level => ({ext: 'mp4', codec: 'avc', full: 'avc1.' + level, more: {avc: {format: 'avc'}}})),
  {ext: 'webm', codec: 'vp9', full: 'vp09.00.40.08', sides: true},
  {ext: 'webm', codec: 'vp8', full: 'vp8', sides: true},
  {ext: 'webm', codec: 'av1', full: 'av01.0.08M.08'},
];
const bt709 = /** @type {const} */ ({primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false});

const sizeOf = wish => ({width: wish.height * 16 / 9, height: wish.height});
const sizeNames = wish => ({codedWidth: sizeOf(wish).width, codedHeight: wish.height});
const config = (kind, wish) => ({
  codec: kind.full, ...sizeOf(wish), framerate: rates.video, bitrate: wish.height === 1080 ? 6_000_000 : 3_500_000,
  bitrateMode: /** @type {const} */ ('variable'), latencyMode: /** @type {const} */ ('quality'), ...kind.more,
});

/** The best kind of video that this browser says it encodes, if any. WebKit on Linux
 * is not asked: with the GStreamer of 2025 the question ends the page. */
export async function videoKind(wish) {
  const asked = self.VideoEncoder && !/Linux.*AppleWebKit(?!.*Chrom)/.test(navigator.userAgent);
  for (const kind of asked ? videos : []) {
    if (wish.clear && !kind.sides) continue;
    try {
      if ((await VideoEncoder.isConfigSupported(config(kind, wish))).supported) return kind;
    } catch { /* it does not even know it */ }
  }
}

/** Lets the page work; unlike a timer it is not slowed down in a hidden tab. */
const breathe = () => new Promise(done => {
  const {port1, port2} = new MessageChannel();
  port1.onmessage = () => { port1.close(); done(undefined); };
  port2.postMessage(0);
});

/** Asks the program for a frame, or without a number for how many there are. */
function asked(root, wish, frame = /** @type {number | undefined} */ (undefined)) {
  const film = {...wish.film, rate: rates[wish.format], frames: 0, frame};
  const detail = {link: wish.link, theme: wish.theme, clear: wish.clear, white: wish.clear && wish.theme !== 'dark', width: 1920, height: 1080, id: 'film', film, svg: ''};
  root.dispatchEvent(new CustomEvent('relu-draw', {detail}));
  if (!film.frames) throw new Error('the figure is not ready');
  return detail;
}

/** Lets the program forget the film that was asked for last. */
export const forget = root => root.dispatchEvent(new CustomEvent('relu-draw', {detail: {link: '', film: {play: ''}}}));

/** How long a film is: its frames and its seconds. */
export function lengthOf(root, wish) {
  const frames = asked(root, wish).film.frames;
  return {frames, seconds: (frames - 1) / rates[wish.format]};
}

/** Draws frames on a canvas, one after another, as they are asked for. */
function drawer(root, wish, canvas) {
  const {width, height} = sizeOf(wish);
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d', {willReadFrequently: true});
  let last = '', file = '', paper = [255, 255, 255];
  return {
    /** Draws a frame, and tells whether it is another than the one before. */
    async to(n) {
      const {svg: text} = asked(root, wish, n);
      if (text === last) return false;
      last = text;
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('svg');
      svg.setAttribute('width', String(width));
      svg.setAttribute('height', String(height));
      const sheet = svg.querySelector('rect[width="100%"]'), ink = sheet.getAttribute('fill') ?? '#ffffff';
      paper = [1, 3, 5].map(i => parseInt(ink.slice(i, i + 2), 16));
      if (wish.clear) sheet.remove();
      file = new XMLSerializer().serializeToString(await outlined(svg));
      if (wish.format === 'svg' && n) return true; // the canvas has the first
      await paint(file, canvas);
      return true;
    },
    /** What was drawn last: its pixels, or as a file. */
    pixels: () => pen.getImageData(0, 0, width, height).data,
    png: () => pngOf(canvas),
    svg: () => file,
    get paper() { return paper; },
    width, height,
  };
}

/** Draws one frame to look at. */
export const still = (root, wish, canvas, n = 0) => drawer(root, wish, canvas).to(n);

/**
 * Makes a film.
 *
 * @param {Element} root a figure that is ready
 * @param {Wish} wish
 * @param {HTMLCanvasElement} canvas on which each frame is seen when it is done
 * @param {AbortSignal} signal
 * @param {(done: number) => void} tell is told the share that is done
 * @returns {Promise<{blob: Blob, ext: string, frames: number}>}
 */
export async function filmFile(root, wish, canvas, signal, tell) {
  const {frames} = lengthOf(root, wish), draw = drawer(root, wish, canvas);
  const about = {title: document.title, comment: address(wish.link.replace(/^#/, ''))};
  /** Calls take for each frame in turn: with its number, and whether it is another than before. */
  const each = async (take, from = 0) => {
    for (let n = 0; n < frames; n++) {
      const other = await draw.to(n);
      await take(n, other);
      tell(from + (1 - from) * (n + 1) / frames);
      await breathe();
      signal.throwIfAborted();
    }
  };
  const blob = await {video, gif, png: zip, svg: zip}[wish.format]({wish, draw, each, frames, about, signal, tell});
  const ext = wish.format === 'video' ? blob.type.split('/')[1] : wish.format === 'gif' ? 'gif' : 'zip';
  return {blob, ext, frames};
}

// ---- Video

async function video({wish, draw, each, frames, about, signal}) {
  const kind = await videoKind(wish);
  if (!kind) throw new Error('this browser encodes no such video');
  const {BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output, WebMOutputFormat} = await import('./vendor/film.js');
  const target = new BufferTarget(), source = new EncodedVideoPacketSource(kind.codec);
  const output = new Output({format: kind.ext === 'mp4' ? new Mp4OutputFormat({fastStart: 'in-memory'}) : new WebMOutputFormat(), target});
  output.addVideoTrack(source, {frameRate: rates.video});
  output.setMetadataTags(about);
  await output.start();

  let fail = /** @type {(why: any) => void} */ (() => {});
  const failure = new Promise((_, no) => { fail = no; });
  failure.catch(() => {}); // it is heard where something waits
  const orStop = promise => Promise.race([promise, failure]);
  signal.addEventListener('abort', () => fail(signal.reason), {once: true});
  const lanes = (wish.clear ? ['colour', 'alpha'] : ['colour']).map(() => {
    const lane = {packets: /** @type {{data: Uint8Array, type: 'key' | 'delta', meta: any}[]} */ ([]), encoder: new VideoEncoder({
      output(chunk, meta) {
        const data = new Uint8Array(chunk.byteLength);
        chunk.copyTo(data);
        const {codec, description: said} = meta?.decoderConfig ?? {};
        const description = said && new Uint8Array(/** @type {ArrayBuffer} */ (said)); // Firefox has it from another realm
        lane.packets.push({data, type: chunk.type, meta: codec && {decoderConfig: {...sizeNames(wish), codec, description, colorSpace: bt709}}});
      },
      error: fail,
    })};
    lane.encoder.configure(config(kind, wish));
    return lane;
  });
  let written = 0;
  const write = async () => {
    while (lanes.every(l => l.packets.length)) {
      const [colour, alpha] = lanes.map(l => /** @type {any} */ (l.packets.shift()));
      const packet = new EncodedPacket(colour.data, colour.type, written / rates.video, 1 / rates.video, undefined, undefined, alpha && {alpha: alpha.data});
      await source.add(packet, written++ ? undefined : colour.meta);
    }
  };
  const planes = lanes.map(() => new Uint8Array(draw.width * draw.height * 1.5));
  try {
    await each(async (n, other) => {
      if (other) toPlanes(draw, planes);
      for (const [i, {encoder}] of lanes.entries()) {
        const second = 1e6 / rates.video;
        const frame = new VideoFrame(planes[i], {format: 'I420', ...sizeNames(wish), timestamp: Math.round(n * second), duration: Math.round(second), colorSpace: bt709});
        try { encoder.encode(frame, {keyFrame: n % (2 * rates.video) === 0}); } finally { frame.close(); }
        while (encoder.encodeQueueSize > 3) await orStop(new Promise(done => encoder.addEventListener('dequeue', done, {once: true})));
      }
      await write();
    });
    for (const {encoder} of lanes) await orStop(encoder.flush());
    await write();
    if (written !== frames) throw new Error('this browser encodes no such video');
    await output.finalize();
  } finally {
    for (const {encoder} of lanes) if (encoder.state !== 'closed') encoder.close();
  }
  return new Blob([/** @type {ArrayBuffer} */ (target.buffer)], {type: 'video/' + kind.ext});
}

/**
 * Converts what was drawn to the planes of a video, Y′CbCr as of BT.709 with the
 * range of television, and 2 × 2 pixels to a colour. In whole numbers, so that
 * it is the same in every browser:
 *
 *     Y = 16 + 219/255 (0.2126 R + 0.7152 G + 0.0722 B), Cb = 128 + 224/255 (B − Y′)/1.8556, …
 *
 * The second, if there is one, has the opacity as its brightness, from 0 to 255 as
 * browsers read it.
 */
function toPlanes(draw, planes) {
  const [colour, alpha] = planes;
  const {width: w, height: h, paper} = draw, rgba = draw.pixels();
  let u = w * h, v = u * 1.25;
  if (alpha) {
    for (let i = 0; i < w * h; i++) {
      const a = rgba[4 * i + 3];
      alpha[i] = a;
      if (!a) for (let k = 0; k < 3; k++) rgba[4 * i + k] = paper[k]; // it shines through at edges
    }
    alpha.fill(128, w * h);
  }
  for (let y = 0; y < h; y += 2) {
    for (let x = 0; x < w; x += 2) {
      let red = 0, green = 0, blue = 0;
      for (let k = 0; k < 4; k++) {
        const i = (y + (k >> 1)) * w + x + (k & 1), r = rgba[4 * i], g = rgba[4 * i + 1], b = rgba[4 * i + 2];
        colour[i] = 16 + (r * 11966 + g * 40254 + b * 4064 + 32768 >> 16);
        red += r; green += g; blue += b;
      }
      colour[u++] = 128 + (28785 * blue - 6596 * red - 22189 * green + 131072 >> 18);
      colour[v++] = 128 + (28785 * red - 26145 * green - 2640 * blue + 131072 >> 18);
    }
  }
}

// ---- GIF

/** Frames from which the colours of a film are taken. */
const samples = 12;

/**
 * A GIF has 256 colours: one palette for the film, so that none flickers, with the
 * flat inks exactly. Of each frame only what differs from the one before is written,
 * and one that does not differ makes that one last longer; where there is no paper,
 * each is whole.
 */
async function gif({wish, draw, each, frames, about, signal, tell}) {
  const {GIFEncoder, quantize} = await import('./vendor/gif.js');
  const share = 0.1; // of the time, for the palette
  const counts = new Map();
  for (let i = 0; i < samples; i++) {
    await draw.to(Math.round(i * (frames - 1) / (samples - 1)));
    const at = new Uint32Array(flat(draw, wish).buffer);
    for (let k = 0, run = 0; k < at.length; k++) {
      run++;
      if (at[k] !== at[k + 1]) {
        counts.set(at[k], (counts.get(at[k]) ?? 0) + run);
        run = 0;
      }
    }
    tell(share * (i + 1) / samples);
    await breathe();
    signal.throwIfAborted();
  }
  const sorted = [...counts].filter(([c]) => c >>> 24).sort((a, b) => b[1] - a[1]).map(([c]) => c);
  const inks = sorted.slice(0, 96), rest = new Uint32Array(sorted.slice(96));
  const palette = [...inks.map(c => [c & 255, c >> 8 & 255, c >> 16 & 255]), ...rest.length ? quantize(new Uint8Array(rest.buffer), 159) : []].slice(0, 255);
  const none = palette.length; // the colour that is none
  palette.push(draw.paper);
  const known = new Map();
  const nearest = c => {
    if (!(c >>> 24)) return none;
    let best = 0, least = Infinity;
    for (let i = 0; i < none; i++) {
      const [r, g, b] = palette[i], d = (r - (c & 255)) ** 2 + (g - (c >> 8 & 255)) ** 2 + (b - (c >> 16 & 255)) ** 2;
      if (d < least) [best, least] = [i, d];
    }
    known.set(c, best);
    return best;
  };
  const indexed = () => {
    const at = new Uint32Array(flat(draw, wish).buffer), index = new Uint8Array(at.length);
    for (let k = 0, was = -1, is = none; k < at.length; k++) {
      if (at[k] !== was) is = known.get(was = at[k]) ?? nearest(was);
      index[k] = is;
    }
    return index;
  };

  const file = GIFEncoder(), parts = [];
  let before, waiting, lasts = 0; // the frame that is seen, what of it is to be written, and for how long
  const write = () => {
    file.writeFrame(waiting, draw.width, draw.height, {palette: parts.length ? undefined : palette, transparent: true, transparentIndex: none, delay: lasts, dispose: wish.clear ? 2 : 1});
    parts.push(new Blob([file.stream.bytes()])); // which need not stay in memory
    file.stream.reset();
  };
  await each(async (_, other) => {
    if (other) {
      const index = indexed(), change = index.slice();
      let differs = !before;
      for (let k = 0; before && k < index.length; k++) {
        if (index[k] !== before[k]) differs = true;
        else if (!wish.clear) change[k] = none;
      }
      if (differs) {
        if (before) write();
        [before, waiting, lasts] = [index, change, 0];
      }
    }
    lasts += 1000 / rates.gif;
  }, share);
  write();
  const words = new TextEncoder().encode(about.comment);
  file.stream.writeBytes(new Uint8Array([0x21, 0xfe]));
  for (let i = 0; i < words.length; i += 255) {
    const block = words.subarray(i, i + 255);
    file.stream.writeByte(block.length);
    file.stream.writeBytes(block);
  }
  file.stream.writeByte(0);
  file.finish();
  return new Blob([...parts, file.stream.bytes()], {type: 'image/gif'});
}

/** The pixels of a frame, each opaque or nothing: what is half of each is set on paper. */
function flat(draw, wish) {
  const rgba = draw.pixels();
  if (wish.clear) {
    for (let i = 0; i < rgba.length; i += 4) {
      const a = rgba[i + 3] / 255;
      for (let k = 0; k < 3; k++) rgba[i + k] = a < 0.5 ? 0 : rgba[i + k] * a + draw.paper[k] * (1 - a);
      rgba[i + 3] = a < 0.5 ? 0 : 255;
    }
  }
  return rgba;
}

// ---- Frames

async function zip({wish, draw, each, frames, about}) {
  const {Zip, ZipDeflate, ZipPassThrough} = await import('./vendor/zip.js');
  let parts = [], done = /** @type {(v?: any) => void} */ (() => {}), fail = done;
  const whole = new Promise((yes, no) => { [done, fail] = [yes, no]; });
  const file = new Zip((error, part, last) => {
    if (error) return fail(error);
    parts.push(part);
    if (last) done();
  });
  const add = (entry, bytes) => {
    file.add(entry);
    entry.push(bytes, true);
    if (parts.length > 64) parts = [new Blob(parts)]; // which need not stay in memory
  };
  let bytes = new Uint8Array(), text = s => new TextEncoder().encode(s);
  await each(async (n, other) => {
    if (other) bytes = wish.format === 'svg' ? text(draw.svg()) : new Uint8Array(await (await draw.png()).arrayBuffer());
    const name = `frame-${String(n).padStart(4, '0')}.${wish.format}`;
    add(wish.format === 'svg' ? new ZipDeflate(name) : new ZipPassThrough(name), bytes);
  });
  add(new ZipDeflate('README.txt'), text(`${about.comment}\n\n${frames} frames, ${rates[wish.format]} a second.\n`
    + (wish.format === 'svg' ? 'As PNG, with rsvg-convert:\n\n    for f in frame-*.svg; do rsvg-convert $f -o ${f%.svg}.png; done\n\n' : '')
    + `A film, with ffmpeg:\n\n    ffmpeg -framerate ${rates[wish.format]} -i frame-%04d.png -pix_fmt yuv420p film.mp4\n`));
  file.end();
  await whole;
  return new Blob(parts, {type: 'application/zip'});
}
