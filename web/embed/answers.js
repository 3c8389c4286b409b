// What a figure says to the page that has it, and hears from it: messages
// {source: 'relu-three-ways', v: 1, type, …}, by way of frame.js or, where the
// figure is in the page itself, of embed.js.
//
//   out  ready   {state, readout, words, link, n}  once the figure answers
//        change  the same                 at most sixty times a second; state and
//                                         link are what a glide leads to, readout
//                                         and words what is seen on the way
//        error   {message}                it could not be loaded, or a message or
//                                         a value in it or in the address was invalid
//   in   set     {state: {x: 0, lens: 'sub', …}} or {link: 'x=0&lens=sub'};
//                what is null in a state takes its default; a number n comes
//                back with what is said from then on
//        scheme  {scheme: 'light' | 'dark'}  of the page, for theme=auto
//        play, pause, next, prev          of the derivation
//        export {format: 'svg' | 'png' | 'tikz', …} with what is wanted of the picture,
//                                         a Wish as at the top of picture.js, or a
//                                         scale of 960 px; answered by export
//                                         {format, link, file, data}: a name for the
//                                         file, and what is in it; the data of a png is
//                                         a data: address
//
// paper=none in the address, or in a state that is set, leaves the background to
// the page; scheme=dark or light in the address is what the page is, for theme=auto.

import {merge, readLink, writeLink} from '../figure/link.js';

/** What does not go back to its default with the figure's state. */
const firsts = {theme: 'auto', ui: 'full', lang: 'en', scene: '0', paper: 'theme'};

/**
 * Lets a figure answer.
 *
 * @param {Root} root
 * @param {(message: {type: string, [key: string]: any}) => void} out gets what it says
 * @returns {(message: any) => void} takes what it hears
 */
export function answers(root, out) {
  const say = (type, more) => out({type, ...more});
  const tell = (name, detail) => root.dispatchEvent(new CustomEvent('relu-' + name, {detail}));
  const opening = root.hasAttribute('data-address') ? location.hash.slice(1) : root.dataset.link ?? '';

  // What it shows, about once a frame of the display.
  /** @type {import('./embed.js').Shown} */
  let latest;
  let due = false, ready = false, heard = 0;
  const waiting = []; // messages that came before it was ready
  /** The report with what a page around it has: whose background shows. */
  const shown = () => {
    const clear = root.dataset.paper === 'none';
    return {...latest, link: latest.link + (clear ? (latest.link && '&') + 'paper=none' : ''), state: {...latest.state, paper: clear ? 'none' : 'theme'}, scheme: root.dataset.scheme, n: heard};
  };
  const change = () => {
    if (due || !ready) return;
    due = true;
    setTimeout(() => { due = false; say('change', shown()); }, 16); // out of sight there are no animation frames
  };
  root.addEventListener('relu-change', e => { latest = e.detail; change(); });

  new MutationObserver(() => {
    const {state} = root.dataset;
    if (state === 'ready' && !ready) {
      ready = true;
      check(opening);
      say('ready', shown());
      for (const message of waiting.splice(0)) obey(message);
    } else if (state === 'failed') {
      say('error', {message: root.querySelector('.rf-fail-text')?.textContent ?? 'The figure could not be loaded.'});
    }
  }).observe(root, {attributeFilter: ['data-state']});
  const bad = (message, told) => {
    if (!told) console.warn('relu-three-ways: ' + message);
    say('error', {message});
  };

  /** Reports the invalid values of a link, read onto another link if there is one.
   * The program reports them in the console. */
  function check(link, /** @type {string | undefined} */ onto = undefined) {
    const detail = {link, onto};
    tell('check', detail);
    const warnings = (detail.warnings ?? '').split('\n').filter(Boolean), paper = new URLSearchParams(link).get('paper');
    for (const message of warnings) bad(message, true);
    if (!paper || paper === 'none' || paper === 'theme') return warnings.length;
    bad(`paper=${paper.slice(0, 40)} is not one of theme, none`);
    return 1;
  }

  /** Does what a message of type set says; false if a value in it was invalid. */
  function set({link, state}) {
    if (typeof link !== 'string' && (!state || typeof state !== 'object')) return bad('a message of type set needs a state or a link');
    const asked = typeof link === 'string' ? readLink(link) : new URLSearchParams(Object.entries(state).filter(([, v]) => ['string', 'number'].includes(typeof v)));
    const gone = typeof link === 'string' ? [] : Object.keys(state).filter(k => state[k] === null);
    const ill = check(writeLink(asked), root.dataset.link ?? ''); // relu-steer names them in the console
    for (const k of gone) if (k in firsts) asked.set(k, firsts[k]);
    paper(asked.get('paper'));
    if (gone.length) { // all that is shown but for them, onto the defaults
      const rest = readLink(root.dataset.link ?? '');
      for (const k of gone) rest.delete(k);
      merge(rest, asked);
      tell('show', writeLink(rest));
    } else tell('steer', writeLink(asked));
    return !ill;
  }

  /** Answers a message of type export. */
  async function hand(message) {
    try {
      const {format} = message, link = root.dataset.link ?? '';
      if (!['svg', 'png', 'tikz'].includes(format)) return bad(`cannot export ${JSON.stringify(format)?.slice(0, 40)}; use svg, png or tikz`);
      const {dataAddress, drawn, fileOf, nameOf, wish} = await import('../take/picture.js');
      const ask = {...wish(message, bad), link, shown: root.dataset.theme};
      const made = await fileOf(root, ask, format), data = made instanceof Blob ? await dataAddress(made) : made;
      say('export', {format, link, file: nameOf(drawn(root, ask), ask, format), data});
    } catch (e) {
      bad(`the export failed: ${e.message}`);
    }
  }

  /** Lets the paper be the page's own, or the theme's. */
  function paper(value) {
    if (value !== 'none' && value !== 'theme' || value === root.dataset.paper) return;
    root.dataset.paper = value;
    change();
  }

  /** Lets theme=auto be the page's brightness instead of the system's. */
  function bright(value) {
    if (value !== 'light' && value !== 'dark') return bad('scheme must be light or dark');
    root.dataset.scheme = value;
    tell('scheme');
  }

  function obey(message) {
    if (message?.source !== 'relu-three-ways') return; // not ours
    if (message.v !== 1) return bad(`message version ${JSON.stringify(message.v)?.slice(0, 40)} is not supported; send v: 1`);
    if (!ready) return waiting.push(message);
    switch (message.type) {
      case 'set':
        if (typeof message.n === 'number') heard = message.n;
        return set(message) || change();
      case 'scheme':
        return bright(message.scheme);
      case 'play': case 'pause': case 'next': case 'prev':
        return tell(message.type);
      case 'export':
        return hand(message);
    }
    bad(`unknown message type ${JSON.stringify(message.type)?.slice(0, 40)}; use set, scheme, play, pause, next, prev or export`);
  }

  paper(new URLSearchParams(opening).get('paper'));
  return obey;
}
