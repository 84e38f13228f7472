const pause = 2_000;

/** Sends a long form's entries to its own action a while after typing stops. */
export function saveDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-saves-draft]')) {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    form.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void send(form), pause);
    });
    form.addEventListener('submit', () => clearTimeout(waiting));
  }
}

async function send(form: HTMLFormElement): Promise<void> {
  const state = form.querySelector('[data-draft-state]');
  const body = new FormData(form);
  // The key belongs to the press of the button: a draft that took it would swallow the real one.
  body.delete('_key');
  body.set('_draft', 'yes');
  const wasSaved = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).then(
    (answer) => answer.ok || answer.type === 'opaqueredirect',
    () => false,
  );
  if (state) {
    state.textContent = wasSaved
      ? 'Draft saved.'
      : 'The draft could not be saved yet. Your entries are still here.';
  }
}
