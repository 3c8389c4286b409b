// Addresses for other people's screens: as they can reach them, and as a QR code.

/**
 * An address as others can reach it, if they can: on a computer that only it can reach
 * itself it is that of the site, if that is known.
 *
 * @param {URL} own
 * @returns {{url: string, local: boolean}} local: whether no other device can open it
 */
export function reachable(own) {
  const local = /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(own.hostname), site = document.querySelector('link[rel="canonical"]')?.href;
  if (!local || !site) return {url: own.href, local};
  return {url: new URL(own.pathname.slice(new URL('.', location.href).pathname.length) + own.hash, new URL('.', site)).href, local: false};
}

/**
 * A picture of an address as a QR code, black where it has no style.
 *
 * @param {string} url
 * @param {'L' | 'M'} level of correction
 * @param {number} margin modules
 */
export async function qrPicture(url, level, margin) {
  const {qrcode} = await import('./vendor/qr.js');
  const qr = qrcode(0, level), ns = 'http://www.w3.org/2000/svg';
  qr.addData(url);
  qr.make();
  const n = qr.getModuleCount(), svg = document.createElementNS(ns, 'svg'), path = svg.appendChild(document.createElementNS(ns, 'path'));
  let d = '';
  for (let y = 0; y < n; y++) for (let x = 0; x < n; x++) if (qr.isDark(y, x)) d += `M${x} ${y}h1v1h-1z`;
  path.setAttribute('d', d);
  path.setAttribute('shape-rendering', 'crispEdges');
  svg.setAttribute('viewBox', `${-margin} ${-margin} ${n + 2 * margin} ${n + 2 * margin}`);
  return svg;
}
