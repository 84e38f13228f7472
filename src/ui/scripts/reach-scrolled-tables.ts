/** A table that is wider than its place can be scrolled by keyboard. */
export function reachScrolledTables(): void {
  for (const wrap of document.querySelectorAll<HTMLElement>('.app-table-wrap')) {
    if (wrap.scrollWidth <= wrap.clientWidth) continue;
    wrap.tabIndex = 0;
    wrap.setAttribute('role', 'region');
    wrap.setAttribute('aria-label', wrap.querySelector('caption')?.textContent ?? 'Table');
  }
}
