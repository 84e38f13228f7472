import type { ReactNode } from 'react';

/** A number that opens the list it counts; without a link where there is nothing to open, or not for this reader. */
export function Figure({ href, children }: { href: string | null; children: ReactNode }) {
  return href === null ? <>{children}</> : <a href={href}>{children}</a>;
}
