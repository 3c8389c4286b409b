// The figure's page for frames of a site that is on another host than the page
// around. Servers of packages show such a page as text. From such a server it
// is made here, as a blob, and names its files by their whole addresses: with a
// base element in their place, its links to itself would lead away.

/** The address to frame; a host that lets nobody read may still be framed. */
async function find(page) {
  const answer = await fetch(page);
  if (!answer.ok || /html/.test(answer.headers.get('content-type') ?? '')) {
    answer.body?.cancel();
    return page.href;
  }
  const whole = (await answer.text()).replace(/ (href|src)="(?!#|[a-z]+:)/g, ' $1="' + new URL('.', page));
  return URL.createObjectURL(new Blob([whole], {type: 'text/html'}));
}

let found; // once for all frames
export const framed = page => found ??= find(page).catch(() => page.href);
