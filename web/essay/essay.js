// The essay around the figure: its links set the figure, which stays in view
// while the essay is read.

import '../embed/prose.js'; // links and outputs that name a figure
import {haveShortcuts, isOff} from '../figure/shortcuts.js';
import {words} from '../figure/words.js';

const essay = document.querySelector('.essay');
const figure = document.querySelector('#figure');

// The essay is being read once it has come up to the middle of the window.
// The room that the figure leaves is kept, so that nothing moves.
const opening = document.querySelector('.opening');
let goals = /** @type {any} */ (null); // of the exercises, from when somebody reads
const middle = new IntersectionObserver(seen => {
  const reading = seen.at(-1).isIntersecting;
  if (reading === document.body.classList.contains('reading')) return;
  opening.style.minHeight = reading ? opening.offsetHeight + 'px' : '';
  document.body.classList.toggle('reading', reading);
  goals ??= import('./goals.js').then(({watch}) => watch(essay.querySelector('.exercises'), figure), () => { goals = null; });
}, {rootMargin: '0px 0px -50% 0px'});
middle.observe(essay);

// A theme that is chosen in the figure is the page's.
const theme = () => { if (figure.dataset.theme) document.body.dataset.theme = figure.dataset.theme; };
new MutationObserver(theme).observe(figure, {attributeFilter: ['data-theme']});
theme();

// What leads on, in the figure's language: to the essay, whose address would be the
// figure's, and on phones to what the header has elsewhere.
const [on, lecture, embed] = document.querySelectorAll('.on > *');
const lead = async () => {
  const say = await words(figure.lang || 'en');
  on.textContent = say('The story, and twelve exercises ↓');
  lecture.textContent = say('Lecture');
  embed.textContent = say('Embed');
};
on.addEventListener('click', e => {
  e.preventDefault();
  essay.scrollIntoView({behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'});
  essay.focus({preventScroll: true});
});
embed.addEventListener('click', () => figure.querySelector('.rf-share').click());
new MutationObserver(lead).observe(figure, {attributeFilter: ['lang']});
if (figure.lang && figure.lang !== 'en') lead();
// From a link of the text f leads to the figure it sets, and Escape back to the
// link, if it had nothing else to do there: no slope came back, nothing closed.
let link = /** @type {HTMLElement | null} */ (null), before = '';
essay.addEventListener('keydown', e => {
  const a = e.target.closest('a[data-figure]');
  if (!a || isOff(e.key) || e.key.toLowerCase() !== 'f' || e.ctrlKey || e.altKey || e.metaKey) return;
  const handle = [...figure.querySelectorAll('[role="slider"]')].find(h => h.checkVisibility());
  if (!handle) return;
  link = a;
  handle.focus();
  e.preventDefault();
});
const busy = () => `${figure.dataset.link}${!!figure.querySelector('dialog, [aria-expanded="true"]')}`;
addEventListener('keydown', () => { before = busy(); }, true);
addEventListener('keydown', e => {
  if (e.key === 'Escape' && link && figure.contains(e.target) && busy() === before && before.endsWith('false')) link.focus();
});

// On paper the answers are there.
let shut = [];
addEventListener('beforeprint', () => { shut = [...essay.querySelectorAll('details:not([open])')]; for (const d of shut) d.open = true; });
addEventListener('afterprint', () => { for (const d of shut.splice(0)) d.open = false; });

// Keys of the page: the hints are a ? away wherever the focus is.
haveShortcuts();
addEventListener('keydown', async e => {
  if (isOff(e.key) || e.key !== '?' || e.ctrlKey || e.altKey || e.metaKey || e.target.closest?.('.relu-figure, input, textarea, select')) return;
  (await import('../figure/help.js')).help(figure);
});

try { navigator.serviceWorker?.register('sw.js').catch(() => {}); } catch { /* a sandbox has none */ }
