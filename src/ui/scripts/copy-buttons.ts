/** Buttons marked `data-copy` put their text on the clipboard; where there is none they stay hidden. */
export function copyButtons(): void {
  if (!('clipboard' in navigator)) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    const word = button.firstChild;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
        if (word) word.textContent = 'Copied';
      } catch {
        if (word) word.textContent = 'Copy it by hand';
      }
    });
  }
}
