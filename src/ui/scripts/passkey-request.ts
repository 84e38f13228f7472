/** Talks to the passkey endpoints; gives the answer, or throws with words for people. */
export async function askPasskey(path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`/auth/passkey/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    credentials: 'same-origin',
    ...(body === undefined
      ? {}
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (response.ok) return response.json();
  if (response.status === 429) throw new Error('Too many attempts. Wait a minute and try again.');
  if (response.status === 403) {
    throw new Error('You signed in a while ago. Sign out, sign in again and come back.');
  }
  throw new Error('The passkey was not accepted. Sign in another way.');
}

/** Whether this browser knows passkeys and their JSON form. */
export function knowsPasskeys(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential
  );
}

/** What to say when the browser's own dialogue ended without a passkey. */
export function wordsFor(error: unknown): string {
  if (error instanceof DOMException) {
    return error.name === 'InvalidStateError'
      ? 'This device has a passkey for you already.'
      : 'No passkey was used. Try again, or sign in another way.';
  }
  return error instanceof Error ? error.message : 'That did not work. Try again.';
}

/** Shows a block that needs scripts and runs `work` when its button is pressed; errors are said below it. */
export function onPress(block: HTMLElement, work: () => Promise<void>): void {
  const button = block.querySelector('button');
  const says = block.querySelector('[role=alert]');
  if (!button || !says || !knowsPasskeys()) return;
  block.hidden = false;
  button.addEventListener('click', () => {
    says.textContent = '';
    button.disabled = true;
    work()
      .catch((error: unknown) => {
        says.textContent = wordsFor(error);
      })
      .finally(() => {
        button.disabled = false;
      });
  });
}
