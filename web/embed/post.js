// The script for a post. It loads the module embed.js. Where it cannot, since
// the figure's host does not let other sites have modules, or since the post was
// opened from a folder, each <relu-three-ways> becomes a plain frame of its state.
// From a folder embed.html shows the opening picture and says what to do.
{
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const frames = () => {
    for (const el of document.querySelectorAll('relu-three-ways')) {
      const frame = document.createElement('iframe');
      const state = new URLSearchParams([...el.attributes].filter(a => !['id', 'class', 'style', 'slot'].includes(a.name)).map(a => [a.name, a.value]));
      frame.src = new URL('embed.html', here) + (here.startsWith('file:') ? '' : '#' + String(state).replaceAll('+', '%20'));
      frame.title = 'Three ways to differentiate ReLU';
      frame.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;border:0';
      Object.assign(el.style, {display: 'block', position: 'relative', minHeight: '420px'}); // the room that the post has reserved, or one
      el.replaceChildren(frame);
    }
  };
  import(new URL('embed.js', here).href).catch(e => { // by its whole address: a script of another origin has no base
    if (location.protocol !== 'file:') console.warn(`relu-three-ways: ${e.message} Plain frames are used instead.`);
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', frames); else frames();
  });
}
