// A page for the frames of a site on another host. Servers of packages send
// embed.html as text, so the page is made here, as a blob, and names its files by
// absolute addresses. A base element would not do: it would lead the page's links
// to itself elsewhere.

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
