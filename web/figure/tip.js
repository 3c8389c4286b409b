// Tooltips: what a control is called or does, for who points at it, rests a finger on
// it or comes to it by a key. Its text is data-tip, or else the control's name.
// What was shown goes when another is, when something is pressed, or by a key.

const held = 400; // ms after which a finger asks what something is, too, and reads it after the press

/**
 * Lets a figure's root answer, beginning with an event that has been.
 *
 * @param {Root} root
 * @param {any} first
 * @param {AbortSignal} signal ends it
 */
export function tips(root, first, signal) {
  if (signal.aborted) return;
  const tip = Object.assign(document.createElement('div'), {className: 'rf-tip', id: 'rf-tip', role: 'tooltip', popover: 'manual'});
  let pressed = /** @type {HTMLElement | null} */ (null); // what has been pressed and is still pointed at has said what it is
  let owner = /** @type {HTMLElement | null} */ (null), by = '', since = 0, released = -1e9, keys = false; // the last thing that was pressed is a key
  const renamed = new MutationObserver(() => { // as a button that becomes "stop" under the pointer
    const el = owner;
    hide();
    show(el, by);
  });

  /** The control that something is in. */
  const of = e => {
    const el = e.target.closest?.('button, a, select, .rf-handle');
    return el && !el.closest('.rf-targets, .rf-picker, .rf-fail, dialog') ? el : null;
  };
  const textOf = el => el.dataset.tip || el.getAttribute('aria-label') ||
    (el.matches('.rf-handle') ? root.querySelector(`.rf-handle[data-control="${el.dataset.control}"][aria-label]`)?.getAttribute('aria-label') : '');

  function hide() {
    if (!owner) return;
    owner.removeAttribute('aria-describedby');
    owner = null;
    renamed.disconnect();
    tip.remove();
  }
  function show(el, how) {
    if (el === owner) return;
    hide();
    const text = el && root.dataset.held !== 'true' && textOf(el);
    if (!text) return;
    owner = el;
    by = tip.dataset.by = how;
    tip.textContent = text;
    root.append(tip);
    tip.showPopover?.(); // over everything, and cut off by nothing
    if (text !== el.getAttribute('aria-label')) el.setAttribute('aria-describedby', tip.id);
    renamed.observe(el, {attributeFilter: ['aria-label', 'data-tip']});
    place();
  }
  function place() {
    if (!owner) return;
    const at = owner.getBoundingClientRect(), {offsetWidth: w, offsetHeight: h} = tip, under = at.bottom + h < innerHeight && by !== 'touch';
    const x = owner.textContent ? at.x : at.x + at.width / 2 - w / 2; // beside words it begins where they do: numbers stand on their other side
    tip.style.left = `${Math.max(4, Math.min(x, document.documentElement.clientWidth - w - 4))}px`;
    tip.style.top = `${under || at.y < h ? at.bottom : at.y - h}px`;
  }

  const hears = {
    pointerover(e) {
      if (e.pointerType === 'touch' || tip.contains(e.target) || e.timeStamp - released < 300) return; // of what was dragged there is nothing to tell
      const el = of(e);
      if (el && el === pressed) return;
      pressed = null;
      if (el) show(el, 'pointer');
      else if (by === 'pointer') hide();
    },
    focusin(e) {
      const el = of(e);
      if (el && (keys || el.matches(':focus-visible'))) show(el, 'focus');
    },
    focusout() { if (by === 'focus') hide(); },
    pointerdown(e) {
      const el = of(e);
      keys = false;
      if (tip.contains(e.target)) return;
      hide();
      pressed = el;
      since = e.timeStamp;
      if (e.pointerType === 'touch' && el && !el.matches('.rf-handle')) show(el, 'touch');
    },
    pointerup(e) { released = e.timeStamp; },
    click(e) { if (by === 'touch' && e.timeStamp - since < held) hide(); },
    contextmenu(e) { if (owner && by === 'touch') e.preventDefault(); },
  };
  for (const [type, hear] of Object.entries(hears)) root.addEventListener(type, hear, {capture: true, signal});
  root.addEventListener('pointerleave', () => { pressed = null; if (by === 'pointer') hide(); }, {signal});
  addEventListener('keydown', () => { keys = true; hide(); }, {capture: true, signal});
  addEventListener('pointerdown', e => { if (!e.composedPath().includes(root)) hide(); }, {capture: true, signal});
  addEventListener('scroll', () => { if (by === 'focus') place(); else hide(); }, {capture: true, passive: true, signal});
  signal.addEventListener('abort', hide);
  hears[first.type]?.(first);
}
