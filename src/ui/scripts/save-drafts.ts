const pause = 2_000;

/** Waits before what could not be sent is tried again; the last one over and over. */
const patience = [5_000, 15_000, 60_000];

type Outcome = 'saved' | 'signed-out' | 'refused' | 'away';

const words: Record<Outcome, string> = {
  saved: 'Draft saved.',
  'signed-out':
    'Not saved: you are signed out. Sign in in another tab, then go on here. What you typed is still here.',
  refused: 'Not saved: something has to be mended first. Press the button to see what.',
  away: 'Not saved yet: the server cannot be reached. It is tried again by itself; what you typed is still here.',
};

/** Sends a long form's entries to its own action a while after typing stops, and again when it is back online. */
export function saveDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-saves-draft]')) {
    watch(form);
  }
}

function watch(form: HTMLFormElement): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isUnsaved = false;
  let failures = 0;
  const later = (delay: number) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void save(), delay);
  };
  async function save(): Promise<void> {
    if (!isUnsaved) return;
    isUnsaved = false;
    const outcome = await send(form);
    say(form, words[outcome]);
    if (outcome === 'saved') {
      failures = 0;
      return;
    }
    isUnsaved = true;
    if (outcome === 'refused') return;
    later(patience[Math.min(failures, patience.length - 1)] ?? pause);
    failures += 1;
  }
  form.addEventListener('input', () => {
    isUnsaved = true;
    say(form, 'Not saved yet.');
    later(pause);
  });
  form.addEventListener('submit', () => {
    isUnsaved = false;
    clearTimeout(waiting);
  });
  window.addEventListener('online', () => void save());
}

function say(form: HTMLFormElement, text: string): void {
  const state = form.querySelector('[data-draft-state]');
  if (state && state.textContent !== text) state.textContent = text;
}

/** Believes nothing but the answer that a draft gets when it is stored: the page for signing in is an answer, too. */
async function send(form: HTMLFormElement): Promise<Outcome> {
  const body = new FormData(form);
  // The key belongs to the press of the button: a draft that took it would swallow the real one.
  body.delete('_key');
  body.set('_draft', 'yes');
  const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(
    () => null,
  );
  if (answer === null || answer.status >= 500) return 'away';
  if (answer.status === 204) return 'saved';
  return answer.status === 401 || answer.type === 'opaqueredirect' ? 'signed-out' : 'refused';
}
