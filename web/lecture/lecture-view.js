// What the lecture shows over and around the figure: title and sentence of the
// scene, a table or a vote in place of the figure, the toolbar, the mistakes of a deck, and
// the black screen.

import {columnsAt, sayAt} from './deck.js';
import {arrows, make, marked, plain, table} from '../figure/dialog.js';
import {choiceList} from './lecture-vote.js';

/** Where a slide would be too small to be read: words and figure stand below one another. */
export const stacked = matchMedia('(max-width: 767.98px), (max-height: 431.98px), (max-aspect-ratio: 1)');

const icons = {
  previous: 'M16 10H4M9 5l-5 5 5 5', next: 'M4 10h12M11 5l5 5-5 5', reset: 'M4 8.2A6.4 6.4 0 1 1 3.7 11.5M3.5 4.2v4h4', notes: 'M3.5 5h13M3.5 10h13M3.5 15h8',
  code: 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h2M16.5 11.5v2M11.5 16.5h2.5M16.5 16.5v.1', record: 'M4 16l.8-3.4L13.4 4l2.6 2.6-8.6 8.6zM11.4 6l2.6 2.6',
  handout: 'M5 3h7l3 3v11H5zM11.5 3.5V7H15M7.5 10.5h5M7.5 13.5h5',
  length: 'M10 3.5a6.5 6.5 0 1 0 .1 0M10 6.2V10l2.8 1.8', fullScreen: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4', hints: 'M7.2 7.6a2.9 2.9 0 1 1 4.2 2.6c-.9.5-1.4 1-1.4 2M10 15.4v.1',
};

/**
 * Makes the toolbar: one stop for Tab, arrows within.
 *
 * @param {Say} say
 * @param {Record<string, () => void>} does functions by the names of the icons
 */
function toolbar(say, does) {
  const labels = {
    previous: say('previous'), next: say('next'), reset: say('reset the step'), notes: say('speaker’s window'), code: say('QR code of this state'),
    record: say('write a scene or open a deck'), handout: say('handout and film'), length: say('length of the lecture'), fullScreen: say('full screen'), hints: say('keys and hints'),
  };
  const buttons = Object.entries(labels).map(([name, label], i) => {
    const b = make('button', {type: 'button', 'aria-label': label, title: label, tabindex: i ? -1 : 0, onclick: does[name]});
    b.innerHTML = `<svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${icons[name]}"/></svg>`;
    return b;
  });
  const bar = make('div', {class: 'lec-bar', role: 'toolbar', 'aria-label': say('Lecture')}, ...buttons);
  const way = () => bar.setAttribute('aria-orientation', stacked.matches ? 'horizontal' : 'vertical');
  way();
  stacked.addEventListener('change', way);
  arrows(bar, buttons, () => stacked.matches ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']);
  bar.addEventListener('focusin', e => { for (const b of buttons) b.tabIndex = b === e.target ? 0 : -1; });
  return bar;
}

/**
 * Puts the parts around a figure, which has them within when it is ready.
 *
 * @param {Root} root
 * @param {Say} say
 * @param {Record<string, () => void>} does what the toolbar needs
 * @param {{count: (i: number, n: number) => void, choose: (i: number) => void}} votes what a vote's buttons do
 */
export function view(root, say, does, votes) {
  const page = root.parentElement;
  const title = make('h1', {class: 'lec-title'}), sentence = make('p', {class: 'lec-say'}), number = make('p', {class: 'lec-number'}), digits = make('p', {class: 'lec-digits'});
  const foot = make('div', {class: 'lec-foot'}, sentence, digits, number), spoken = make('p', {class: 'lec-spoken', role: 'status'});
  const panel = make('section', {class: 'lec-table', hidden: true, tabindex: '0'});
  const dark = make('div', {class: 'lec-black', role: 'status'});
  const left = new CSSStyleSheet(); // the handles that a scene leaves out
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, left];
  root.before(title);
  root.after(foot, spoken, toolbar(say, does));
  let told = ''; // what was said last
  let place = ''; // the number of the scene, which gives way to one that is typed
  let voted = {of: null, update: (/** @type {number[]} */ _counts, /** @type {number} */ _at) => {}}; // the list that is there

  /** Gives the foot the room that its words need, however they are set. */
  function fit() {
    let more = 0;
    page.style.setProperty('--more', '0px');
    for (let i = 0; i < 6 && !stacked.matches; i++) {
      const over = foot.getBoundingClientRect().bottom - innerHeight;
      if (over < 1) break;
      page.style.setProperty('--more', `${more += over}px`);
    }
  }
  new ResizeObserver(fit).observe(sentence);
  addEventListener('resize', fit);

  const colours = () => { document.body.dataset.theme = root.dataset.theme; };
  new MutationObserver(colours).observe(root, {attributeFilter: ['data-theme']});
  colours();

  /** A table, of which the last columns come one by one, and with the last of them the source. They have their room from the beginning. */
  const rows = (s, step) => {
    const {head, source, late} = s.table, n = columnsAt(s, step);
    return [table(s.table, {'aria-label': plain(title.textContent), 'data-large': !!late}, n), ...source ? [make('p', {class: 'lec-source', text: source, 'data-late': n < head.length})] : []];
  };

  /** The choices of a vote to be counted, or the bars with what has been found. */
  function choices(s, {choices}, step, lang) {
    const made = choiceList(say, choices, {label: plain(title.textContent), lang, ...s.vote ? {change: votes.count, choose: votes.choose} : {answers: step ? s.bars.answers : choices.map(() => '')}});
    voted = {of: s, update: made.update};
    return [made.list];
  }

  let question; // of the figure
  return {
    /** The figure is ready. */
    begin() {
      question = root.querySelector('.rf-question');
      question.setAttribute('aria-hidden', 'true'); // the title says it
      root.append(panel);
    },

    /** Shows a scene after a step, the nth of a count, in a language, perhaps with the counts of a vote. */
    show(s, {step, number: n, count, lang, vote, counts}) {
      const named = s.title || say('A scene');
      title.replaceChildren(...marked(named));
      root.dispatchEvent(new CustomEvent('relu-title', {detail: named}));
      if (question) question.lang = lang;
      const said = sayAt(s, step, counts ?? undefined);
      sentence.replaceChildren(...marked(said.replace(/ ?[=∈<>→+−] ?/g, at => at.replaceAll(' ', '\u00a0')))); // no line ends within a formula
      sentence.toggleAttribute('data-trouble', !!s.trouble);
      number.textContent = place = `${n} / ${count}`;
      digits.textContent = s.vote ? say('Digits count hands for “{choice}”, Enter goes on.', {choice: s.vote.choices[step]}) : '';
      for (const el of [title, panel, spoken, sentence]) el.lang = lang;
      if (s.trouble) sentence.removeAttribute('lang'); // it is ours
      const full = !!(s.table || s.vote || s.bars);
      page.toggleAttribute('data-table', full);
      panel.hidden = !full;
      if (!s.vote || voted.of !== s) { // else a button of the list may have the focus
        voted = {of: null, update() {}};
        panel.replaceChildren(...full ? [make('p', {class: 'lec-heading', 'aria-hidden': 'true'}, ...marked(named)), ...s.table ? rows(s, step) : vote ? choices(s, vote, step, lang) : []] : []);
      }
      voted.update(counts ?? [], s.vote ? step : -1);
      left.replaceSync(s.touch ? `.rf-handle:not(${['none', ...s.touch].map(c => `[data-control="${c}"]`).join(',')}){display:none}` : '');
      const words = `${n}. ${plain(named)}${/[?!.…]$/.test(named) ? '' : '.'} ${plain(said)}${s.vote ? ` ${s.vote.choices[step]}` : ''}`;
      if (words !== told) spoken.textContent = told = words;
      fit();
    },

    /** Says something to those who listen. */
    say(text) { spoken.textContent = text; },

    /** Shows what has been typed of a scene's number. */
    typing(text) {
      number.toggleAttribute('data-typing', !!text);
      number.textContent = text ? say('to scene {n} …', {n: text}) : place;
    },

    /**
     * Lists what is wrong with a deck, or takes the list away. A list that was
     * closed does not come back by itself.
     */
    trouble(list, heading = say('This deck works, except for these mistakes:')) {
      page.querySelector('.lec-trouble:not(.lec-notice)')?.remove();
      const key = 'relu-told', all = list.join('\n');
      let closed;
      try { closed = sessionStorage.getItem(key); } catch { /* it may come back */ }
      if (!list.length || closed === all) return;
      const most = 12, more = list.length - most;
      const box = make('div', {class: 'lec-trouble', role: 'alert'}, make('p', {text: heading}), make('ul', {}, ...list.slice(0, most).map(text => make('li', {text}))),
        ...more > 0 ? [make('p', {text: say('and {n} more', {n: more})})] : [], make('button', {type: 'button', text: say('Close'), onclick: () => this.close()}));
      box.dataset.all = all;
      page.append(box);
    },

    /**
     * Says what could not be done, over a list of mistakes if there is one, or no longer. A
     * button may do something about it; what is passing goes with the next key.
     *
     * @param {string} text
     * @param {{label: string, does: () => void, passing?: boolean}} [way]
     */
    notice(text, way) {
      page.querySelector('.lec-notice')?.remove();
      if (!text) return;
      const button = way && make('button', {type: 'button', text: way.label, onclick: way.does});
      page.append(make('div', {class: 'lec-trouble lec-notice', role: 'alert', 'data-passing': !!way?.passing}, make('p', {text}), ...button ? [button] : [], make('button', {type: 'button', text: say('Close'), onclick: () => this.close()})));
      if (way?.passing) button?.focus();
    },

    /** Takes a passing notice away. */
    pass() { page.querySelector('.lec-notice[data-passing]')?.remove(); },

    /** Closes the notice, or else the list of mistakes; false if there is neither. */
    close() {
      const box = page.querySelector('.lec-notice') ?? page.querySelector('.lec-trouble');
      if (!box) return false;
      try { if (box.dataset.all) sessionStorage.setItem('relu-told', box.dataset.all); } catch { /* it may come back */ }
      box.remove();
      return true;
    },

    /** Whether the screen is black. */
    get isBlack() { return dark.isConnected; },
    black(on) {
      for (const el of page.children) if (el !== dark) el.inert = on; // no focus goes where nothing is seen
      if (!on) return dark.remove();
      dark.textContent = say('The screen is black.');
      page.append(dark);
    },
  };
}
