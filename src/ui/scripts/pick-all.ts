/** "Choose all" above a table ticks every row's box of its form. */
export function pickAll(): void {
  for (const label of document.querySelectorAll<HTMLLabelElement>('label[data-picks-all]')) {
    const all = label.querySelector('input');
    const form = label.closest('form');
    if (!all || !form) continue;
    label.hidden = false;
    all.addEventListener('change', () => {
      for (const box of form.elements) {
        if (box instanceof HTMLInputElement && box.name === label.dataset['picksAll']) {
          box.checked = all.checked;
        }
      }
    });
  }
}
