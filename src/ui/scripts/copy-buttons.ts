/** Buttons marked `data-copy` put their text on the clipboard; where there is none they stay hidden. */
export function copyButtons(): void {
  if (!('clipboard' in navigator)) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const wasCopied = await navigator.clipboard.writeText(button.dataset['copy'] ?? '').then(
    () => true,
    () => false,
  );
  const word = button.firstChild;
  if (word) word.textContent = wasCopied ? 'Copied' : 'Copy it by hand';
}
