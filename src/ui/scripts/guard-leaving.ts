/** Asks before a page is left whose long form has entries that were not saved. */
export function guardLeaving(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guards-leaving]')) {
    let isChanged = false;
    form.addEventListener('input', () => {
      isChanged = true;
    });
    form.addEventListener('submit', () => {
      isChanged = false;
    });
    window.addEventListener('beforeunload', (event) => {
      if (isChanged) event.preventDefault();
    });
  }
}
