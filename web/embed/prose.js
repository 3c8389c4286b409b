// Links, outputs and steps in the prose around figures, each of which names a
// figure by its id, looked for from its own tree outward:
//
//   <a href="#id" data-figure="id" data-link="x=0&lens=sub">the corner</a>
//   <output data-figure="id" data-show="slope"></output>
//   <p data-figure-step="x=0" data-figure="id">…</p>   when it comes into view
//
// A figure is set by the event relu-steer, and tells its values by ready, change
// and relu-change.

/** The element that one of the prose names. */
function named(from) {
  for (let tree = from.getRootNode(); tree; tree = tree.host?.getRootNode()) {
    const found = tree.getElementById?.(from.dataset.figure);
    if (found) return found;
  }
}

/** Sends the figure that something in the prose names to a link. */
function steer(from, link) {
  named(from)?.dispatchEvent(new CustomEvent('relu-steer', {detail: link}));
}

/** The link for a figure to which something happens, and the state that it has. */
function linkOf(e) {
  const a = /** @type {HTMLAnchorElement | undefined} */ (e.composedPath().find(node => node.matches?.('a[data-figure]')));
  const link = a?.dataset.link ?? a?.getAttribute('href')?.split('#')[1];
  return a && link !== undefined && link !== a.dataset.figure && named(a) ? {a, link} : {};
}

// A router that was there before hears a click before, too, and takes no link with
// a target for its own.
for (const type of ['pointerdown', 'keydown']) addEventListener(type, e => {
  const {a} = linkOf(e);
  if (a) a.target ||= '_self';
}, true);

// Before all other scripts of the page.
addEventListener('click', e => {
  const {a, link} = linkOf(e);
  if (!a || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey || e.button !== 0) return;
  steer(a, link);
  e.preventDefault();
  e.stopImmediatePropagation();
}, true);

// ---- What comes and goes in a page, in its open shadow trees too

const trees = new Set();
const rules = [];

/** What matches in a node, itself included. */
const within = (node, selector) => [...node.matches?.(selector) ? [node] : [], ...node.querySelectorAll?.(selector) ?? []];

/** Has come called for each element that matches, now or later, and go when it is taken out. */
export function each(selector, come, go = _ => {}) {
  rules.push({selector, come, go});
  for (const tree of trees) for (const el of within(tree, selector)) come(el);
}

const comes = new MutationObserver(list => {
  for (const {target, addedNodes, removedNodes} of list) {
    if (/** @type {Element} */ (target).closest?.('[data-root]')) continue; // what a figure draws
    for (const {selector, go} of rules) for (const node of removedNodes) for (const el of within(node, selector)) go(el);
    for (const node of addedNodes) look(node);
  }
});

function look(node) {
  for (const {selector, come} of rules) for (const el of within(node, selector)) come(el);
  for (const {shadowRoot} of within(node, '*')) if (shadowRoot && !trees.has(shadowRoot) && !shadowRoot.querySelector('.relu-figure')) enter(shadowRoot); // not a figure's own
}

function enter(tree) {
  trees.add(tree);
  comes.observe(tree, {childList: true, subtree: true});
  look(tree);
}
enter(document);

const steps = new IntersectionObserver(seen => {
  for (const s of seen) if (s.isIntersecting) steer(s.target, s.target.dataset.figureStep);
}, {rootMargin: '-45% 0px -45% 0px'});
each('[data-figure-step]', step => steps.observe(step)); // once each, however often

// ---- Values

const outputs = new Map(), latest = new WeakMap(); // whether each is in sight; words, by figure

/** Shows a value, which is written from the left whatever the prose is. */
function show(out) {
  const words = latest.get(named(out));
  if (!out.hasAttribute('dir')) out.dir = 'ltr';
  const text = words?.[out.dataset.show ?? ''] ?? '';
  if (words && out.value !== text) out.value = text;
}

// What is out of sight follows when the figure rests: each has the page laid out.
let late = 0;
const sight = new IntersectionObserver(list => {
  for (const {target, isIntersecting} of list) if (outputs.has(target)) {
    outputs.set(target, isIntersecting);
    show(target);
  }
});
each('output[data-figure]', out => { outputs.set(out, true); show(out); sight.observe(out); }, out => outputs.delete(out));

for (const type of ['ready', 'change', 'relu-change']) {
  document.addEventListener(type, e => {
    const [figure] = /** @type {HTMLElement[]} */ (e.composedPath());
    if (!e.detail?.words || !figure.id) return;
    latest.set(figure, e.detail.words);
    if (type === 'ready') look(document); // shadow trees that came without a notice
    for (const tree of trees) if (!(tree.host?.isConnected ?? true)) trees.delete(tree);
    for (const [out, seen] of outputs) {
      if (!out.isConnected) outputs.delete(out); // its tree is gone
      else if (seen && named(out) === figure) show(out);
    }
    clearTimeout(late);
    late = setTimeout(() => outputs.forEach((_, out) => show(out)), 250);
  });
}
