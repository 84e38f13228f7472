/** "Choose all" above a table ticks every row's box of its form. */
export function pickAll(): void {
  for (const label of document.querySelectorAll<HTMLLabelElement>('label[data-picks-all]')) {
    const all = label.querySelector('input');
    const form = label.closest('form');
    if (!all || !form) continue;
    label.hidden = false;
    all.addEventListener('change', () => {
      for (const box of form.elements) {
        if (!(box instanceof HTMLInputElement) || box.name !== label.dataset['picksAll']) continue;
        // What must be thought about one by one is never ticked with the others, only cleared with them.
        if (all.checked && box.dataset['pickedAlone'] !== undefined) continue;
        box.checked = all.checked;
      }
      countTicked(form);
    });
    form.addEventListener('change', () => countTicked(form));
  }
}

function countTicked(form: HTMLFormElement): void {
  for (const output of form.querySelectorAll<HTMLOutputElement>('output[data-counts]')) {
    const name = output.dataset['counts'];
    const boxes = [...form.elements].filter(
      (box) => box instanceof HTMLInputElement && box.name === name && box.checked,
    );
    output.textContent = String(boxes.length);
  }
}
