// Says why a page cannot run. From a folder it cannot, since browsers run no
// modules from there. And while the site is being updated, a page may receive files
// of two builds: then it fetches all of them once more, past every cache, and starts
// again, once. This is an ordinary script, since a module may be what is missing.

(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** Shows a sentence at the foot of the page, in German where the figure speaks it: the catalogue may be what is missing. */
  function show(english, german) {
    const lang = document.documentElement.lang === 'de' || /[#&]lang=de\b/.test(location.hash) ? 'de' : 'en';
    const note = document.createElement('p');
    note.className = 'trouble';
    note.setAttribute('role', 'alert');
    note.style.cssText = 'position:fixed;left:0;right:0;bottom:0;z-index:9;margin:0;padding:14px 20px;background:#fff;color:#0e0d0b;border-top:2px solid #b80012;font:17px/1.4 Georgia,serif';
    note.lang = lang;
    note.textContent = lang === 'de' ? german : english;
    document.querySelector('.trouble')?.remove();
    document.body.append(note);
  }

  // Without early.js the page is as for those without scripts.
  const still = document.getElementById('drawn') && document.querySelector('.rf-poster > noscript');
  if (still) still.outerHTML = still.textContent;

  if (location.protocol === 'file:') {
    document.addEventListener('DOMContentLoaded', () => show('Browsers cannot run this page from a local folder. Start a web server in the folder, for instance with python3 -m http.server, and open http://127.0.0.1:8000',
      'Aus einem Ordner führt ein Browser diese Seite nicht aus. Starten Sie im Ordner einen Webserver, zum Beispiel mit python3 -m http.server, und öffnen Sie http://127.0.0.1:8000'));
    return;
  }

  // The mark outlives the reload, in a sandbox too, and is taken away at once: a
  // reload by hand is another first try.
  let {renewed, ...state} = history.state ?? {};
  if (renewed) history.replaceState(state, '');
  let renewing = false;

  /** Fetches the page, its scripts and its styles again and reloads it. Reports false if that has been tried. */
  function renew() {
    if (renewed || renewing) return renewing;
    renewing = true;
    const base = new URL('.', script.src).href; // the page itself may be a blob, see elsewhere.js
    const parts = performance.getEntriesByType('resource').map(part => part.name).filter(name => name.startsWith(base) && /\.(js|css)(\?|$)/.test(name));
    Promise.all([location.href, ...new Set(parts)].map(name => fetch(name, {cache: 'reload'}))).then(() => {
      history.replaceState({...history.state, renewed: true}, '');
      location.reload();
    }, () => { // without a network the page is better than none
      renewed = true;
      renewing = false;
      show('This page has received files from different versions, and there is no network to fetch them again. Reload it later.',
        'Diese Seite hat Dateien verschiedener Versionen erhalten, und ohne Netz lassen sie sich nicht neu laden. Laden Sie die Seite später neu.');
    });
    return true;
  }

  const amiss = () => show('This page has received files from different versions, probably because it is being updated. Reload it in a minute.',
    'Diese Seite hat Dateien verschiedener Versionen erhalten, vermutlich weil sie gerade aktualisiert wird. Laden Sie sie in einer Minute neu.');

  /** A module of another build says so in its first line, or cannot be linked. */
  const heard = e => { if ((e instanceof SyntaxError || /different versions/.test(e?.message)) && !renew()) amiss(); };
  addEventListener('error', e => heard(e.error));
  addEventListener('unhandledrejection', e => heard(e.reason));

  // A module that waits for something in its head is started here: of what fails
  // in one WebKit tells nobody else.
  const {starts} = script.dataset;
  if (starts) import(new URL(starts, script.src).href); // in a sandbox an ordinary script has no address that ./ could mean

  // A script that may go on by itself asks first whether the page starts again.
  addEventListener('relu-stale', e => { if (renew()) e.preventDefault(); });
})();
