/**
 * A marked cell of a matrix can be dragged onto another cell of its row: that fills the form for moving and goes
 * to its reason. Nothing is sent by dragging, and without a mouse the same form does the same.
 */
export function movePairs(): void {
  const form = document.querySelector<HTMLElement>('[data-move-form]');
  if (!form) return;
  let dragged: HTMLElement | null = null;
  for (const cell of document.querySelectorAll<HTMLElement>('[data-move-from]')) {
    cell.draggable = true;
    for (const link of cell.querySelectorAll('a')) link.draggable = false;
    cell.addEventListener('dragstart', (event) => {
      dragged = cell.closest<HTMLElement>('[data-move-row]');
      event.dataTransfer?.setData('text/plain', dragged?.dataset['moveRow'] ?? '');
    });
    cell.addEventListener('dragend', () => {
      dragged = null;
    });
  }
  for (const cell of document.querySelectorAll<HTMLElement>('[data-move-to]')) {
    const row = cell.closest<HTMLElement>('[data-move-row]');
    const mark = (isOver: boolean) => cell.classList.toggle('app-drop', isOver);
    cell.addEventListener('dragover', (event) => {
      if (row === null || row !== dragged) return;
      event.preventDefault();
      mark(true);
    });
    cell.addEventListener('dragleave', () => mark(false));
    cell.addEventListener('drop', (event) => {
      event.preventDefault();
      mark(false);
      choose(form, 'needId', row?.dataset['moveRow'] ?? '');
      choose(form, 'mentorId', cell.dataset['moveTo'] ?? '');
      form.querySelector<HTMLInputElement>('[name="reason"]')?.focus();
    });
  }
}

function choose(form: HTMLElement, name: string, value: string): void {
  const select = form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  if (select) select.value = value;
}
