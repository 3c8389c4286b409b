// A laser pointer: a light under the pointer while it is held down away from
// the handles, also on terms and areas, which light up by themselves.

/** Lets a figure's root show the light. */
export function laser(root) {
  const light = document.createElement('div');
  light.className = 'lec-laser';
  const move = e => {
    const at = root.getBoundingClientRect(), k = at.width / root.offsetWidth || 1; // the page may be zoomed
    light.style.transform = `translate(${(e.clientX - at.x) / k}px,${(e.clientY - at.y) / k}px)`;
  };
  const off = () => {
    light.remove();
    root.removeAttribute('data-laser');
    removeEventListener('pointermove', move);
  };
  root.addEventListener('pointerdown', e => {
    if (e.button !== 0 || e.target.closest('button:not(.rf-target), a, input, .rf-handle, .rf-picker, dialog')) return;
    move(e);
    root.append(light);
    root.setAttribute('data-laser', '');
    addEventListener('pointermove', move);
  });
  for (const kind of ['pointerup', 'pointercancel', 'blur']) addEventListener(kind, off);
}
