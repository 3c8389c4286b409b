// The line between a lecture and its speaker's windows. Pages of one site share
// channels. In a frame of another site a lecture has channels of its own, which no
// window hears. So a window that was opened by a page hands it a port, and the
// lecture takes one only from a window that it has opened, of its own origin, that
// knows its name. What goes through a port is heard at its other end alone.

/** A channel, or none where the browser keeps a frame from using any. */
function channel(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

/** Who may hear that somebody asks: an origin, where this page has one. */
const own = () => self.origin === 'null' ? '*' : self.origin;

/**
 * The lecture's end.
 *
 * @param {string} id the lecture's name
 * @param {(m: any) => void} hear is told what windows say
 * @param {() => boolean} isReady whether the lecture has begun
 * @param {() => string} about where it is, in words, for those who may choose one
 */
export function lectureLine(id, hear, isReady, about) {
  const all = channel('relu-lecture'), mine = channel('relu-lecture ' + id);
  const ports = new Map(); // by window
  const name = more => all?.postMessage({lecture: id, ...more});
  if (all) all.onmessage = e => { if (e.data?.who && isReady()) name({about: about()}); };
  if (mine) mine.onmessage = e => hear(e.data);
  addEventListener('message', e => {
    const [port] = e.ports, from = /** @type {Window | null} */ (e.source);
    if (!port || e.data?.lecture !== id || e.origin !== self.origin || from?.opener !== window) return;
    ports.get(from)?.close();
    ports.set(from, port);
    port.onmessage = e => hear(e.data);
    hear({who: true});
  });
  addEventListener('pagehide', () => {
    name({gone: true});
    for (const port of ports.values()) port.postMessage({gone: true});
  });
  return {
    /** Tells windows without a lecture that one begins, */
    begin() { name({about: about(), begins: true}); },
    /** and all windows where it is. */
    name() { name({about: about()}); },
    send(m) { for (const to of [mine, ...ports.values()]) to?.postMessage(m); },
  };
}

/**
 * A window's end. It asks until the lecture answers, and again when the lecture's
 * page has gone, perhaps to be loaded anew.
 *
 * @param {string} id the lecture's name
 * @param {(m: any) => void} hear is told what the lecture shows
 */
export function speakerLine(id, hear) {
  const shared = channel('relu-lecture ' + id);
  /** @type {MessagePort | undefined} */
  let port;
  let way = null; // by which the lecture is heard; a port comes first, so that it is told nothing twice
  const heard = by => ({data: m}) => {
    if (m?.gone && by === way) way = null;
    if (!m?.at || by === shared && way === port && port) return;
    way = by;
    hear(m);
  };
  function ask() {
    shared?.postMessage({who: true});
    if (!window.opener) return;
    const {port1, port2} = new MessageChannel();
    port?.close();
    port = port1;
    port.onmessage = heard(port);
    window.opener.postMessage({lecture: id}, own(), [port2]);
  }
  if (shared) shared.onmessage = heard(shared);
  ask();
  const asking = setInterval(() => { if (!way) ask(); }, 1000);
  return {
    send(m) { (way ?? shared)?.postMessage(m); },
    close() {
      clearInterval(asking);
      shared?.close();
      port?.close();
    },
  };
}

/**
 * Calls f with the names of lectures that begin, move or go, and of all that are there if asked.
 *
 * @param {(id: string, told: {about?: string, begins?: boolean, gone?: boolean}) => void} f
 */
export function lectures(f) {
  const all = channel('relu-lecture');
  if (all) all.onmessage = e => { if (typeof e.data?.lecture === 'string') f(e.data.lecture, e.data); };
  return {ask() { all?.postMessage({who: true}); }};
}
