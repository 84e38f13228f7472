/** Cells copied from a spreadsheet fill the fields of a grid to the right of and below the one pasted into. */
export function pasteGrid(): void {
  for (const table of document.querySelectorAll('.app-grid table')) {
    table.addEventListener('paste', (event) => {
      const field = event.target;
      const text =
        event instanceof ClipboardEvent ? (event.clipboardData?.getData('text') ?? '') : '';
      if (!(field instanceof HTMLInputElement) || !/[\t\n]/.test(text.trim())) return;
      event.preventDefault();
      const rows = [...table.querySelectorAll('tbody tr')].map((row) => [
        ...row.querySelectorAll<HTMLInputElement>('input:not([type=hidden])'),
      ]);
      const top = rows.findIndex((row) => row.includes(field));
      const left = rows[top]?.indexOf(field) ?? 0;
      const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
      for (const [down, line] of lines.entries()) {
        for (const [right, cell] of line.split('\t').entries()) {
          const target = rows[top + down]?.[left + right];
          if (target) target.value = cell.trim();
        }
      }
    });
  }
}
