// The dialog for sharing and saving. One half gives a state in the form that a place
// takes, the other makes a picture; both show what they give.

import {address, home} from '../figure/address.js';
import {arrows, boxed, choice, copy, field as named, make, open, options, save, saved} from '../figure/dialog.js';
import {choices, drawn, fileOf, nameOf, onPage, pngFile, sizeOf, width, wish} from './picture.js';
import {cardOf, forms, published, sitewide} from './snippets.js';
import {words} from '../figure/words.js';

/** @typedef {{half: string, place: string, how: {theme?: string, ui?: string, paper?: string, height?: number}, picture: Record<string, any>}} Chosen */
/** What was chosen last in each figure, for the next time. */
/** @type {WeakMap<Root, Chosen>} */
const choicesOf = new WeakMap();
const first = () => ({half: 'share', place: 'link', how: {}, picture: {format: 'png', part: 'drawing', handles: 'off', text: 'outlines'}});

/** Px of the column that the preview of an embed is as wide as. */
const column = 720;

/** Saves a text, or a blob as it is, and returns what was saved. */
function keep(content, file, type) {
  const blob = content instanceof Blob ? content : new Blob([content], {type});
  save(blob, file);
  return blob;
}

/** A choice of words. */
const select = (label, list, value, onchange) => named(label, choice(list, value, {onchange: e => onchange(e.target.value)}));

/** A number of something. */
const number = (label, value, {unit, ...has}, onchange) => named(label, make('span', {class: 'rf-number'}, make('input', {type: 'number', inputmode: 'numeric', value, ...has, onchange: e => onchange(e.target.value)}), unit));

/** Opens the dialog of a figure that is ready, perhaps for a place that the state goes to. */
export async function share(root, to = '') {
  const chosen = choicesOf.get(root) ?? /** @type {Chosen} */ (first());
  choicesOf.set(root, chosen);
  if (to) Object.assign(chosen, {half: 'share', place: to});
  const say = await words(root.lang || document.documentElement.lang);
  const link = root.dataset.link ?? '', shown = root.dataset.theme;
  const state = make('p', {class: 'rf-said', role: 'status'});
  /** Says a text, or, where it is on a button, to screen readers only. */
  const tell = (text, seen = true) => {
    state.textContent = text;
    state.classList.toggle('rf-aloud', !seen);
  };
  const orTell = does => does().catch(e => tell(say(e.message)));
  const alt = () => `${drawn(root, {link}).querySelector('title').textContent}. ${root.querySelector('.rf-description')?.textContent ?? ''}`.trim();

  /** The picture that is asked for, and the one that a post has: its pixels. */
  const asked = () => ({...wish(chosen.picture), ...chosen.picture.format === 'tikz' && {paper: undefined}, link, shown});
  const inPost = () => ({...asked(), width: /mm$/.test(chosen.picture.width ?? '') ? undefined : wish(chosen.picture).width});

  // The preview is the drawing of the file.
  const preview = make('div', {class: 'rf-preview'});
  function show(ask, more = {}) {
    const svg = document.importNode(drawn(root, ask, {...more, id: 'preview'}), true);
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', say('What it looks like'));
    svg.removeAttribute('width');
    svg.removeAttribute('height');
    for (const about of svg.querySelectorAll(':scope > title, :scope > metadata')) about.remove(); // a title is a tooltip
    preview.replaceChildren(svg);
    preview.classList.remove('rf-framed');
    preview.classList.toggle('rf-clear', ask.paper === 'none');
    preview.classList.toggle('rf-bright', ask.paper === 'white' || ask.paper === 'none' && ask.theme !== 'dark');
  }
  /** Shows an embed as it will stand in a column, small: the page for frames itself, over its
   * drawing until that answers. In other people's pages, whose policies may allow no frame,
   * and in a sandbox it is the drawing alone. */
  function embedded(link, how) {
    const {paper, theme} = how, dark = (theme === 'auto' ? '' : theme || shown) === 'dark';
    show({link, shown, part: 'drawing', paper: paper === 'none' ? 'none' : 'theme', theme: theme === 'auto' ? shown : theme || shown}, {white: false});
    preview.classList.add('rf-framed');
    preview.style.setProperty('--high', String(how.height ?? 432));
    if (!home || boxed || !root.hasAttribute('data-address')) return;
    frame = make('iframe', {inert: true, tabindex: -1, title: say('What it looks like'), src: new URL(`embed.html#${link}${link && '&'}painter=svg`, home).href});
    frame.style.colorScheme = dark ? 'dark' : 'light'; // else it is not transparent
    preview.append(frame);
  }
  /** @type {HTMLIFrameElement | undefined} */
  let frame;
  const hear = e => { if (frame && e.source === frame.contentWindow) frame.classList.add('rf-there'); }; // it has begun to talk
  const fit = new ResizeObserver(() => preview.style.setProperty('--small', String(preview.clientWidth / column)));
  fit.observe(preview);

  /** Does something that a button is for, and says on it that it is done. */
  const act = (label, done, does, more = {}) => {
    const button = make('button', {
      type: 'button', text: label, ...more,
      onclick: async () => {
        tell(say('Drawing…'));
        try {
          const said = await does();
          tell(said || done, !!said);
          if (!said) button.textContent = done;
        } catch (e) {
          tell(`${button.textContent}: ${say(e.message)}`);
        }
      },
    });
    button.dataset.label = label;
    return button;
  };
  const rename = (button, label) => { button.dataset.label = button.textContent = label; };
  /** Lets the buttons say again what they are for. */
  const anew = () => { for (const button of dialog.querySelectorAll('[data-label]')) button.textContent = button.dataset.label ?? ''; };

  // One half: the state, for a place.
  /** @type {[string, string[][]][]} */
  const places = [
    ['', [['link', say('Link')], ['card', say('Link with a picture')], ['cite', say('Citation')]]],
    [say('Web page'), [['element', say('HTML with a script')], ['frame', say('HTML frame')], ['html', say('HTML without scripts')]]],
    [say('Site generator'), [['markdown', 'Markdown'], ['mdx', 'MDX'], ['hugo', 'Hugo'], ['jekyll', 'Jekyll']]],
    [say('Elsewhere'), [['feed', say('Feed or mail')]]],
  ];
  const pictured = ['html', 'markdown', 'feed'], live = ['element', 'frame', 'mdx', 'hugo', 'jekyll'];
  const field = make('textarea', {rows: 3, readonly: true, spellcheck: 'false', class: 'rf-form', 'aria-label': say('Text to copy')});
  const note = make('p', {class: 'rf-note'});
  const copying = act(say('Copy'), say('Copied ✓'), async () => await copy(field) ? '' : say('Selected: copy it with the keyboard.'), {class: 'rf-first'});
  let asks = 0; // how often something was chosen
  let beside = {file: '', make: async () => /** @type {any} */ ('')};
  const saving = act('', '', async () => {
    keep(await beside.make(), beside.file, 'text/html');
    return saved(say, beside.file);
  });
  /** The text for a place; what goes with it. */
  function given() {
    const {place, how} = chosen, old = published(link), ask = inPost();
    const svg = drawn(root, ask), {px} = sizeOf(svg, ask), file = nameOf(svg, ask, 'png');
    const dark = (how.theme || shown) === 'dark';
    const texts = forms(link, live.includes(place) || place === 'link' ? how : {}, {src: old?.picture ?? file, alt: alt(), width: old ? 1200 : px[0], height: old ? 630 : px[1]}, say);
    field.value = texts[place] ?? texts.link;
    const mine = ++asks;
    if (place === 'card' && !old) cardOf(link).then(card => {
      if (!card || mine !== asks) return;
      field.value = card.page;
      note.textContent = say('Where a link is shown with a picture, this one has one: that of the function as it opens. It leads to this state.');
      preview.replaceChildren(make('img', {src: card.picture, alt: say('What it looks like')}));
    });
    field.rows = Math.min(8, Math.max(2, Math.ceil(field.value.length / 44)));
    beside = sitewide[place] ? {file: 'relu.html', make: async () => texts[place + ' file']} : {file, make: () => pngFile(root, ask)};
    saving.hidden = !sitewide[place] && (!pictured.includes(place) || !!old);
    rename(saving, say('Save {file}', {file: beside.file}));
    rename(copying, say('Copy'));
    note.textContent = sitewide[place] ? say('Once for the site: save relu.html as {file}.', {file: sitewide[place]})
      : !saving.hidden ? place === 'feed' ? say('Save the picture, put it on your site, and write its whole address in place of its name.') : say('Save the picture and put it beside your post.')
        : place === 'card' ? old ? say('Where a link is shown with a picture, this one has one. It leads to the figure.')
          : say('Only functions as they open have a page with a picture here; for this state take Markdown or HTML without scripts, which bring its picture.')
          : place === 'element' || place === 'mdx' ? say('It is as tall as it needs to be, and changes with your page.') : '';
    looks.hidden = !(live.includes(place) || place === 'link');
    tall.hidden = !['element', 'frame', 'mdx'].includes(place);
    behind.hidden = place === 'link';
    preview.classList.remove('rf-framed');
    if ((pictured.includes(place) || place === 'card') && old) preview.replaceChildren(make('img', {src: old.picture, alt: say('What it looks like')}));
    else if (place === 'card' && home) preview.replaceChildren(make('img', {src: new URL('og.png?b={{BUILD}}', home).href, alt: say('What it looks like')})); // all that the link brings
    else if (pictured.includes(place)) show(ask);
    else if (live.includes(place)) embedded(texts['framed link'] + (place !== 'frame' && !how.theme && root.dataset.scheme ? (texts['framed link'] && '&') + 'scheme=' + root.dataset.scheme : ''), how);
    else show({link, shown, part: how.ui === 'none' ? 'drawing' : 'slide', paper: 'theme', theme: how.theme === 'auto' ? shown : how.theme || shown}, {white: false});
    preview.classList.toggle('rf-bright', preview.classList.contains('rf-bright') && !dark);
    tell('');
  }
  const look = (key, value) => { chosen.how = {...chosen.how, [key]: value}; given(); };
  const behind = select(say('Background'), [['', say('its own')], ['none', say('the page’s')]], chosen.how.paper ?? (root.dataset.paper === 'none' ? 'none' : ''), v => look('paper', v));
  if (root.dataset.paper === 'none') chosen.how.paper ??= 'none';
  const tall = number(say('Height'), chosen.how.height ?? '', {min: 160, max: 2000, placeholder: say('automatic'), unit: 'px'}, v => {
    const height = Math.round(+v);
    look('height', v && height >= 160 && height <= 2000 ? height : undefined);
    if (v && !chosen.how.height) tell(say('A height is a number of px from {lo} to {hi}.', {lo: 160, hi: 2000}));
  });
  const looks = make('div', {class: 'rf-choices'},
    select(say('Theme'), [['', say('as it is now')], ['auto', say('the reader’s')], ['light', say('light')], ['dark', say('dark')], ['contrast', say('high contrast')]], chosen.how.theme ?? '', v => look('theme', v)),
    select(say('Shows'), [['full', say('everything')], ['min', say('no buttons, no readouts')], ['none', say('the drawing alone')]], chosen.how.ui ?? 'full', v => look('ui', v)),
    behind, tall);
  const available = forms(link, {}, {src: '', alt: '', width: 1, height: 1}, say);
  if (!(chosen.place in available)) chosen.place = 'link';
  const place = named(say('For'), make('select', {onchange: e => { chosen.place = e.target.value; given(); }},
    ...places.flatMap(([group, list]) => {
      const there = options(list.filter(([value]) => value in available), chosen.place);
      return group ? [make('optgroup', {label: group}, ...there)] : there;
    })));
  place.classList.add('rf-place');
  const sharing = [make('div', {class: 'rf-options-of'}, place, looks, field, note, make('div', {class: 'rf-take'}, copying, saving))];

  // The other half: a picture.
  const want = (key, value) => { chosen.picture = {...chosen.picture, [key]: value}; drawnAnew(); };
  const sort = value => { // of file: LaTeX has no pixels
    if (value === 'tikz' && /px$/.test(chosen.picture.width ?? '')) {
      chosen.picture.width = undefined;
      digits.value = '';
    }
    if (/mm$/.test(chosen.picture.width ?? '')) unit = 'mm';
    want('format', value);
  };
  let unit = /mm$/.test(chosen.picture.width ?? '') ? 'mm' : 'px';
  const units = choice(['px', 'mm'].map(text => [text, text]), unit, {'aria-label': say('Unit'), onchange: e => { unit = e.target.value; measured(); }});
  const wide = number(say('Width'), parseFloat(chosen.picture.width ?? '') || '', {min: 5, max: 8192, step: 'any', placeholder: '1600', unit: units}, () => measured());
  const digits = /** @type {HTMLInputElement} */ (wide.querySelector('input'));
  function measured() {
    const v = digits.value, unit = units.value;
    let wrong = '';
    const found = v && wish({width: v + unit}, () => { wrong = say('The width is not from {lo} to {hi} {unit}.', unit === 'mm' ? {lo: 5, hi: 1000, unit} : {lo: 16, hi: 8192, unit}); }).width;
    want('width', found || undefined);
    if (wrong) tell(wrong);
  }
  const ground = select(say('Paper'), [['', say('the theme’s')], ['white', say('white')], ['none', say('transparent')]], chosen.picture.paper ?? '', v => want('paper', v || undefined));
  const density = select(say('Resolution'), [150, 300, 600].map(n => [String(n), `${n} dpi`]), String(chosen.picture.dpi ?? 300), v => want('dpi', +v));
  const lettering = select(say('Text'), [['outlines', say('as outlines')], ['fonts', say('as text, with its fonts')]], chosen.picture.text, v => want('text', v));
  const whole = select(say('Source'), [['document', say('a whole document')], ['picture', say('the picture alone')]], chosen.picture.frame ?? 'document', v => want('frame', v));
  const grips = named(say('Show the handles'), make('input', {type: 'checkbox', checked: chosen.picture.handles !== 'off', onchange: e => want('handles', e.target.checked ? 'on' : 'off')}));
  const file = () => fileOf(root, asked(), chosen.picture.format);
  const types = {svg: 'image/svg+xml', png: 'image/png', tikz: 'application/x-tex'};
  const filename = () => nameOf(drawn(root, asked()), asked(), chosen.picture.format);
  const keeping = act('', '', async () => {
    const name = filename(), made = await file();
    const bytes = keep(made, name, types[chosen.picture.format]).size;
    return `${saved(say, name)} (${Math.max(1, Math.round(bytes / 1000))} kB)`;
  }, {class: 'rf-first rf-save'});
  const holding = act(say('Copy'), say('Copied ✓'), async () => {
    if (chosen.picture.format === 'png') await navigator.clipboard.write([new ClipboardItem({'image/png': pngFile(root, asked())})]);
    else await navigator.clipboard.writeText(String(await file()));
    return '';
  });
  function drawnAnew() {
    const {format} = chosen.picture, tikz = format === 'tikz';
    density.hidden = format !== 'png' || !/mm$/.test(chosen.picture.width ?? '');
    lettering.hidden = format !== 'svg';
    whole.hidden = !tikz;
    ground.hidden = tikz;
    units.value = tikz ? 'mm' : unit;
    units.disabled = tikz;
    rename(keeping, say('Save {file}', {file: filename()}));
    rename(holding, say('Copy'));
    holding.hidden = format === 'png' && !globalThis.ClipboardItem || !navigator.clipboard;
    const ask = asked();
    show(tikz ? onPage(ask) : ask);
    digits.placeholder = tikz ? String(10 * width(drawn(root, ask), {...ask, width: undefined})) : unit === 'mm' ? '' : String(sizeOf(drawn(root, ask), {...ask, width: undefined}).px[0]);
    tell('');
  }
  const moving = make('button', {type: 'button', text: say('Film'), onclick: () => orTell(async () => (await import('./film-dialog.js')).film(root))}); // of what moves
  const pictures = [make('div', {class: 'rf-options-of'}, make('div', {class: 'rf-choices'},
    select(say('File'), [['png', 'PNG'], ['svg', 'SVG'], ['tikz', 'TikZ']], chosen.picture.format, sort),
    select(say('Shows'), [['drawing', say('the drawing alone')], ['slide', say('the slide')]], chosen.picture.part, v => want('part', v)),
    ground,
    select(say('Theme'), choices.theme.map(t => [t, {'': say('as it is now'), light: say('light'), dark: say('dark'), contrast: say('high contrast')}[t]]), chosen.picture.theme ?? '', v => want('theme', v || undefined)),
    wide, density, lettering, whole), grips, make('div', {class: 'rf-take'}, keeping, holding, moving))];

  // Both.
  const halves = {share: [say('Share'), sharing, given], picture: [say('Picture'), pictures, drawnAnew]};
  const panel = make('div', {class: 'rf-half', role: 'tabpanel', id: 'rf-half'});
  const tabs = Object.entries(halves).map(([half, [text]]) => make('button', {type: 'button', role: 'tab', 'aria-controls': 'rf-half', 'data-half': half, text, onclick: () => turn(half)}));
  function turn(half) {
    chosen.half = half;
    for (const tab of tabs) {
      const on = tab.dataset.half === half;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
    }
    const [text, content, fill] = halves[half];
    panel.setAttribute('aria-label', text);
    panel.replaceChildren(...content, preview);
    fill();
  }
  const list = make('div', {class: 'rf-halves', role: 'tablist', 'aria-label': say('Share, embed and save')}, ...tabs);
  arrows(list, tabs, () => ['ArrowLeft', 'ArrowRight'], tab => { turn(tab.dataset.half); tab.focus(); });
  turn(chosen.half);
  const dialog = open(root, say('Share, embed and save'), say('Close'), list, panel, state,
    make('p', {class: 'rf-more'},
      ...root.closest('.relu-page') ? [make('a', {href: 'lecture.html', text: say('Lecture: teach with this figure')})] : [], // which the header has no room for on a phone
      ...home ? [make('a', {href: address(link), target: '_blank', rel: 'noopener', text: say('Open on a page of its own')})] : [],
      ...boxed ? [] : [make('button', {type: 'button', text: say('Print or save as PDF'), onclick: () => orTell(async () => { await (await import('./handout.js')).printState(root); dialog.close(); })})],
      make('button', {type: 'button', text: say('Keys and hints'), onclick: () => orTell(async () => (await import('../figure/help.js')).help(root))})));
  dialog.classList.add('rf-sharing');
  for (const kind of ['pointerdown', 'keydown']) dialog.addEventListener(kind, anew, true); // Safari gives a button that is clicked no focus to lose
  addEventListener('message', hear);
  dialog.addEventListener('close', () => {
    removeEventListener('message', hear);
    fit.disconnect();
  });
}
