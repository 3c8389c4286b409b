// The dialog that makes films: what is played, as which kind of file, and how it
// gets on.

import {choice, field, make, open, save, saved} from '../figure/dialog.js';
import {filmFile, forget, lengthOf, still, videoKind} from './film.js';
import {bare, merge, readLink, writeLink} from '../figure/link.js';
import {words} from '../figure/words.js';

const lenses = {point: 'Pointwise', sub: 'Subgradient', dist: 'Distribution', compare: 'Compare'};

/** What can be played of a state: a name, and what the program is asked for. */
function films(link, say) {
  const at = readLink(link), lens = at.get('lens') ?? 'point';
  const from = more => { const l = readLink(link); merge(l, readLink(more)); return writeLink(l); };
  const to = names => names.map(name => 'lens=' + name);
  return [
    {name: 'derivation', label: say('The derivation, line by line'), link, film: {play: 'derivation'}, first: lens === 'dist' && at.get('sweep') !== 'on'},
    {name: 'h-to-0', label: say('h → 0'), link, film: {play: 'shrink'}, first: lens === 'point'},
    {name: 'sweep', label: say('The bump slides across'), link, film: {play: 'sweep'}, first: lens === 'dist' && at.get('sweep') === 'on'},
    ...(at.get('steps') ?? 'off') === 'off' || lens !== 'sub' ? [] : [{name: 'optimiser', label: say('The steps of the optimiser'), link, film: {play: 'descent'}, first: true}],
    {name: 'lenses', label: say('Through all four lenses'), link: from('lens=point'), film: {play: 'steps', steps: to(['sub', 'dist', 'compare'])}, first: lens === 'compare'},
    ...Object.keys(lenses).filter(other => other !== lens).map(other => (
      {name: `${lens}-to-${other}`, label: say('From {a} to {b}', {a: say(lenses[lens]), b: say(lenses[other])}), link, film: {play: 'steps', steps: to([other])}, first: lens === 'sub' && other === 'dist'})),
  ];
}

/**
 * Opens the dialog of a figure that is ready.
 *
 * @param {Root} root
 * @param {{link: string, film: import('./film.js').Film, number: number}} [scene] of the lecture, to be played too
 */
export async function film(root, scene) {
  const say = await words(root.lang || document.documentElement.lang);
  const link = bare(root.dataset.link ?? '');
  const all = [...scene ? [{name: `scene-${scene.number}`, label: say('This scene of the lecture'), ...scene, first: true}] : [], ...films(link, say)];
  const first = all.findIndex(f => f.first);

  const what = choice(all.map((f, i) => [i, f.label]), first);
  const format = choice([['video', say('Video')], ['gif', 'GIF'], ['png', say('Frames as PNG (zip)')], ['svg', say('Frames as SVG (zip)')]], 'video');
  const height = choice([[1080, '1920 × 1080'], [720, '1280 × 720']], 1080);
  const theme = choice([['light', say('Light')], ['dark', say('Dark')]], root.dataset.theme === 'dark' ? 'dark' : 'light');
  const clear = make('input', {type: 'checkbox'}), dwell = make('input', {type: 'number', min: 0.5, max: 20, step: 0.5, value: 4});
  const dwells = field(say('Seconds on each step'), dwell), about = make('p', {class: 'rf-note rf-film-about'});
  const canvas = make('canvas', {role: 'img', 'aria-label': say('The first frame')});
  const bar = make('progress', {max: 1, value: 0, 'aria-label': say('Film')}), percent = make('span', {text: '', 'aria-hidden': 'true'});
  const going = make('p', {class: 'rf-more', hidden: true}, bar, percent);
  const said = make('p', {class: 'rf-said', role: 'status'});
  const start = make('button', {type: 'button', class: 'rf-first', text: say('Make the film'), onclick: () => run ? run.abort() : work()});
  const fields = [what, format, height, theme, clear, dwell];
  /** @type {AbortController | undefined} */
  let run;
  let seen = 0; // how often the choice was changed

  const chosen = () => all[+what.value];
  const wish = () => ({
    link: chosen().link, theme: theme.value, height: +height.value, clear: clear.checked && !clear.disabled, format: format.value,
    film: {...chosen().film, dwell: Math.min(Math.max(0.5, +dwell.value || 4), 20)},
  });

  /** Brings the dialog up to what is chosen. */
  const anew = () => chose().catch(e => { said.textContent = say(e.message); });

  /** What the browser can make of it, how long it is, its first frame. */
  async function chose() {
    const now = ++seen, opaque = await videoKind({...wish(), clear: false}), sided = await videoKind({...wish(), clear: true});
    if (now !== seen) return;
    const video = format.options[0];
    video.disabled = !opaque;
    video.textContent = opaque ? say('Video') + ` (${opaque.ext === 'mp4' ? 'MP4' : 'WebM'})` : isSecureContext ? say('Video (not in this browser)') : say('Video (not on this page)');
    if (!opaque && format.value === 'video') format.value = 'gif';
    clear.disabled = format.value === 'video' && !sided;
    clear.parentElement?.toggleAttribute('data-off', clear.disabled);
    dwells.hidden = chosen().film.play !== 'steps';
    const {seconds, frames} = lengthOf(root, wish());
    about.textContent = [say('{s} seconds, {n} frames.', {s: Math.round(seconds), n: frames}),
      ...opaque ? [] : [isSecureContext ? say('This browser encodes no video; a GIF plays everywhere.') : say('Browsers encode video only where the page comes by https; a GIF plays everywhere.')],
      ...wish().clear && format.value === 'video' ? [say('Transparent video is WebM, which browsers play, but not every program for slides.')] : [],
    ].join(' ');
    const frame = make('canvas'); // of its own: a film may have begun on the other one
    await still(root, {...wish(), height: 360 * Math.ceil(devicePixelRatio)}, frame);
    if (now !== seen) return;
    [canvas.width, canvas.height] = [frame.width, frame.height];
    canvas.getContext('2d', {willReadFrequently: true})?.drawImage(frame, 0, 0);
  }
  for (const el of fields) el.addEventListener('change', anew);

  async function work() {
    const control = run = new AbortController(), asked = wish(), name = `three-ways-${chosen().name}-${readLink(asked.link).get('fn') ?? 'relu'}-${asked.height}p`;
    seen++; // no first frame comes between those of the film
    for (const el of fields) el.disabled = true;
    start.textContent = say('Cancel');
    going.hidden = false;
    said.classList.add('rf-aloud'); // the bar says it to the eye
    said.textContent = say('Drawing…');
    let told = 0;
    try {
      const {blob, ext} = await filmFile(root, asked, canvas, control.signal, done => {
        bar.value = done;
        percent.textContent = Math.floor(100 * done) + '%';
        if (done >= told + 0.25 && done < 1) said.textContent = say('Drawing… {n}%', {n: 100 * (told += 0.25)}); // now and then only, since it is read out
      });
      save(blob, `${name}.${ext}`);
      said.textContent = `${saved(say, `${name}.${ext}`)} (${Math.ceil(blob.size / 1000)} kB)`;
    } catch (e) {
      said.textContent = control.signal.aborted ? say('Cancelled.') : asked.format === 'video' ? say('The browser could not encode this video ({why}). A GIF works everywhere.', {why: say(e.message)}) : say(e.message);
    }
    run = undefined;
    going.hidden = true;
    said.classList.remove('rf-aloud');
    start.textContent = say('Make the film');
    for (const el of fields) el.disabled = false;
    if (dialog.open) await anew();
  }

  const of = field(say('Film of'), what);
  of.classList.add('rf-wide');
  const dialog = open(root, say('Film'), say('Close'), make('div', {class: 'rf-half'},
    make('div', {class: 'rf-options-of'}, make('div', {class: 'rf-choices'}, of, field(say('Format'), format), field(say('Size'), height), field(say('Theme'), theme), dwells), field(say('Transparent'), clear), about,
      make('div', {class: 'rf-take'}, start), going),
    make('div', {class: 'rf-preview'}, canvas)), said);
  dialog.classList.add('rf-sharing');
  dialog.addEventListener('close', () => {
    seen++; // no first frame comes any more
    run?.abort();
    forget(root);
  });
  await anew();
}
