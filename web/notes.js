// The speaker's window: notes, what comes next, a clock, and the figure in
// small. It follows the lecture over a channel between the two windows, and
// either may be reloaded.

import './figure.js';
import {readDeck} from './deck.js';

const root = document.querySelector('[data-relu-figure]');
const find = selector => document.querySelector(selector);
const channel = new BroadcastChannel('relu-lecture');
const plain = text => text.replaceAll('_', '');

let deck = null, source, latest = null;

async function follow(m) {
  if (!m?.at) return;
  latest = m;
  if (!deck || m.source !== source) {
    source = m.source;
    deck = readDeck(source ?? await (await fetch('deck.json')).text());
  }
  const {at, link, black} = latest;
  const s = deck.scenes[at.scene - 1];
  if (!s) return;
  find('.notes-title').textContent = `${at.scene}. ${plain(s.title)}`;
  find('.notes-say').textContent = plain(s.say ?? '');
  find('.notes-text').textContent = s.trouble ?? s.notes ?? '';
  const left = s.steps.length - at.step;
  const next = deck.scenes[at.scene];
  find('.notes-next').textContent = left > 0 ? `${left === 1 ? 'one more step' : left + ' more steps'} here, then: ${next ? plain(next.title) : 'the end'}` : next ? `${plain(next.title)} – ${plain(next.say ?? '')}` : 'the end';
  const planned = deck.scenes.slice(0, at.scene).reduce((sum, t) => sum + (t.minutes ?? 0), 0);
  const whole = deck.scenes.reduce((sum, t) => sum + (t.minutes ?? 0), 0);
  find('.notes-plan').textContent = `scene ${at.scene} of ${deck.scenes.length}` + (whole ? `; done with it at ${clock(planned * 60)} of ${clock(whole * 60)}` : '');
  find('[data-go="black"]').setAttribute('aria-pressed', String(!!black));
  mirror(s.table ? null : link);
  if (at.scene > 1 || at.step > 0) start();
}

/** Shows the lecture's state in small. */
function mirror(link) {
  find('.notes-small').hidden = link === null;
  if (link === null || !['ready', 'lost'].includes(root.dataset.state)) return;
  root.dispatchEvent(new CustomEvent('relu-title', {detail: ' '}));
  root.dispatchEvent(new CustomEvent('relu-show', {detail: link}));
  root.dispatchEvent(new CustomEvent('relu-land'));
}
new MutationObserver(() => { if (latest) follow(latest); }).observe(root, {attributeFilter: ['data-state']});

const clock = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
const key = 'relu-lecture-began';
const start = () => { if (!sessionStorage.getItem(key)) sessionStorage.setItem(key, String(Date.now())); };
const tick = () => {
  const began = +sessionStorage.getItem(key);
  find('.notes-time').textContent = clock(began ? Math.max(0, Date.now() - began) / 1000 : 0);
};
setInterval(tick, 1000);
tick();

for (const button of document.querySelectorAll('[data-go]')) button.addEventListener('click', () => channel.postMessage({go: button.dataset.go}));
find('[data-clock]').addEventListener('click', () => { sessionStorage.removeItem(key); tick(); });
addEventListener('keydown', e => {
  if (e.ctrlKey || e.altKey || e.metaKey || ([' ', 'Enter'].includes(e.key) && e.target.closest('button'))) return;
  const go = {ArrowRight: 'next', ' ': 'next', n: 'next', PageDown: 'next', ArrowLeft: 'previous', p: 'previous', PageUp: 'previous', b: 'black', '.': 'black'}[e.key];
  if (!go) return;
  e.preventDefault();
  channel.postMessage({go});
});
channel.onmessage = e => follow(e.data);
channel.postMessage({who: true});
