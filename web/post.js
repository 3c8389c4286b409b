// The line for a post: an ordinary script, which brings the module embed.js. A
// browser may run no modules from a folder; there each <relu-three-ways> becomes
// a plain frame, in which embed.html shows the opening picture and says what to do.
{
  const here = document.currentScript.src;
  const frames = () => {
    for (const el of document.querySelectorAll('relu-three-ways')) {
      const frame = document.createElement('iframe');
      frame.src = new URL('embed.html', here);
      frame.title = 'Three ways to differentiate ReLU';
      frame.style.cssText = 'width:100%;height:420px;border:0';
      el.style.cssText = 'display:block';
      el.replaceChildren(frame);
    }
  };
  import('./embed.js').catch(e => {
    if (location.protocol !== 'file:') throw e;
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', frames); else frames();
  });
}
