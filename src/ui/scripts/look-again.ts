const pause = 2000;

/**
 * Brings what is marked up to date while the server works, and reloads the page once it is no longer there.
 * Only the marked part changes, so that nobody loses their place (WCAG 2.2, 2.2.1).
 */
export function lookAgain(): void {
  if (document.querySelector('[data-looks-again]')) setTimeout(() => void look(), pause);
}

async function look(): Promise<void> {
  const part = document.querySelector<HTMLElement>('[data-looks-again]');
  const text = await fetch(location.href)
    .then((answer) => (answer.ok ? answer.text() : null))
    .catch(() => null);
  if (part && text !== null) {
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    const next = fresh.querySelector<HTMLElement>('[data-looks-again]');
    // Another word in the mark: the page around it is another one, too.
    if (next?.dataset['looksAgain'] !== part.dataset['looksAgain']) return location.reload();
    if (next && next.innerHTML !== part.innerHTML) part.replaceChildren(...next.childNodes);
  }
  setTimeout(() => void look(), pause);
}
