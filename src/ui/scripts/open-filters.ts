/** Opens the filters of a list on a wide window, where they need no fold; on a phone only those that are set are open. */
export function openFilters(): void {
  const all = document.querySelectorAll<HTMLDetailsElement>('details[data-filters]');
  if (all.length === 0) return;
  const wide = matchMedia('(min-width: 40.01em)');
  const show = () => {
    if (wide.matches) for (const filters of all) filters.open = true;
  };
  wide.addEventListener('change', show);
  show();
}
