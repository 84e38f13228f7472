const name = 'then';

/** An address that leads back to `then` once the work there is done. */
export function withWayBack(href: string, then: string): string {
  const [path = '', hash] = href.split('#', 2);
  const sign = path.includes('?') ? '&' : '?';
  return `${path}${sign}${name}=${encodeURIComponent(then)}${hash === undefined ? '' : `#${hash}`}`;
}

/** Where to go when the work of this address is done; null where it says nothing, or a place outside `base`. */
export function wayBackOf(url: URL, base: string): string | null {
  const then = url.searchParams.get(name);
  if (then === null || !then.startsWith(`${base}/`)) return null;
  const target = URL.parse(then, url.origin);
  if (target === null || target.origin !== url.origin) return null;
  // Dots in the path are resolved by now; they must not have led out.
  if (!target.pathname.startsWith(`${base}/`)) return null;
  return `${target.pathname}${target.search}${target.hash}`;
}
