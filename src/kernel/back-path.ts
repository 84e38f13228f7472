/** A place of our own to go back to after signing in; anything else becomes the start page. */
export function backPath(wanted: unknown): string {
  // Browsers leave tabs and line breaks out: "/<tab>/host" would lead to that host.
  if (typeof wanted !== 'string' || wanted.length > 500) return '/';
  if (!/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(wanted)) return '/';
  const home = 'https://home.invalid';
  const target = URL.parse(wanted, home);
  if (target === null || target.origin !== home || target.pathname.startsWith('//')) return '/';
  return target.pathname.startsWith('/sign-') ? '/' : wanted;
}

/** The address of a page of signing in that still knows where one was going. */
export function withBack(path: string, back: string): string {
  return back === '/' ? path : `${path}?back=${encodeURIComponent(back)}`;
}

/** Where a decision leads: whoever came from the list of what waits goes on with the next of it. */
export function afterDeciding(url: URL, list: string, otherwise: string): string {
  return url.searchParams.get('from') === fromList ? list : otherwise;
}

const fromList = 'verify';

/** The address of a page on which something is decided, opened from the list of what waits. */
export function fromWaiting(path: string): string {
  return `${path}?from=${fromList}`;
}
