// A page of a state that is only there to be looked at by programs sends people on to
// the figure. What stands behind # in its own address goes before its state.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const link = location.hash.slice(1) || script.dataset.link;
  location.replace(new URL('../' + (link && '#' + link), script.src));
})();
