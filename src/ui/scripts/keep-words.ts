import {
  type Entries,
  entryOf,
  type Field,
  fieldsOf,
  isTyped,
  isUntouched,
  keyOf,
  putEntry,
} from './kept-fields.ts';

const prefix = 'espalier-words ';

interface Kept {
  /** The page with the form. */
  path: string;
  isSent: boolean;
  entries: Entries;
}

/** Pages of accounts answer some forms without leading on, and hold little but what is secret. */
const leftAlone = /^\/(sign-in|account|setup|invitation)(\/|$)/;

/**
 * Keeps a copy of what is being entered, in this tab only, until the form has been taken: after a lost connection the
 * browser shows a page of its own in place of the form, and Back does not bring the words back. Private remarks are
 * never copied, and signing out forgets everything.
 */
export function keepWords(): void {
  if (wasTaken()) forget((kept) => kept.isSent);
  for (const [at, form] of [...document.querySelectorAll<HTMLFormElement>('form')].entries()) {
    if (form.getAttribute('action')?.startsWith('/sign-out')) {
      form.addEventListener('submit', () => forget(() => true));
      continue;
    }
    if (form.getAttribute('method') !== 'post' || leftAlone.test(location.pathname)) continue;
    const fields = fieldsOf(form);
    if (fields.some(isTyped)) watch(form, fields, form.getAttribute('aria-label') ?? String(at));
  }
  leadBack();
}

/** A form that was taken leads on to another address, or says so at the top. */
function wasTaken(): boolean {
  const isElsewhere = /^\/sign-in|\/kept\//.test(location.pathname);
  if (isElsewhere || document.querySelector('.govuk-error-summary')) return false;
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return document.querySelector('.app-said') !== null || (visit?.redirectCount ?? 0) > 0;
}

function watch(form: HTMLFormElement, fields: Field[], name: string): void {
  const path = `${location.pathname}${location.search}`;
  const key = `${prefix}${path} ${name}`;
  const keep = (isSent: boolean) => {
    const entries = Object.fromEntries(fields.map((field) => [keyOf(field), entryOf(field)]));
    write(key, { path, isSent, entries });
  };
  const kept = read(key);
  if (kept && !document.querySelector('.govuk-error-summary')) {
    const differs = fields.filter((field) => {
      const entry = kept.entries[keyOf(field)] ?? entryOf(field);
      return entry.trim() !== '' && entry !== entryOf(field) && isUntouched(field);
    });
    // A choice alone is asked about only when it was sent: one changes one's mind more often than one loses it.
    const isLost = differs.some((field) => kept.isSent || field instanceof HTMLTextAreaElement);
    if (isLost)
      offer(
        form,
        () => putBack(form, differs, kept),
        () => sessionStorage.removeItem(key),
      );
    else if (kept.isSent) sessionStorage.removeItem(key);
  }
  let waiting: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => keep(false), 300);
  });
  form.addEventListener('submit', () => {
    clearTimeout(waiting);
    keep(true);
  });
}

function putBack(form: HTMLFormElement, fields: readonly Field[], kept: Kept): void {
  for (const field of fields) {
    putEntry(field, kept.entries[keyOf(field)] ?? '');
    openAround(field);
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
  fields.find(isTyped)?.focus();
}

/** What is folded away cannot be read. */
function openAround(element: Element): void {
  const details = element.closest('details');
  if (!details) return;
  details.open = true;
  if (details.parentElement) openAround(details.parentElement);
}

function offer(form: HTMLFormElement, restore: () => void, drop: () => void): void {
  openAround(form);
  const note = document.createElement('div');
  note.className = 'app-said';
  note.setAttribute('role', 'status');
  note.append(sentence('What you typed here before was not saved.'));
  for (const [label, work] of [
    ['Put it back', restore],
    ['Throw it away', drop],
  ] as const) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'govuk-button govuk-button--secondary';
    button.textContent = label;
    button.addEventListener('click', () => {
      work();
      note.remove();
    });
    note.append(button, ' ');
  }
  form.prepend(note);
}

/** After a form that never arrived, Back may lead to the page before it. */
function leadBack(): void {
  const here = `${location.pathname}${location.search}`;
  const lost = entries().find(([, kept]) => kept.isSent && kept.path !== here);
  const main = document.querySelector('main');
  if (!lost || !main || document.querySelector('.govuk-error-summary')) return;
  const link = document.createElement('a');
  link.href = lost[1].path;
  link.textContent = 'Go back to it';
  const note = document.createElement('div');
  note.className = 'app-said';
  note.setAttribute('role', 'status');
  const text = sentence('What you sent last did not arrive. It is still here: ');
  text.append(link, '.');
  note.append(text);
  main.prepend(note);
}

function sentence(text: string): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  return paragraph;
}

function entries(): [string, Kept][] {
  return Object.keys(sessionStorage)
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const kept = read(key);
      return kept ? [[key, kept]] : [];
    });
}

function forget(which: (kept: Kept) => boolean): void {
  for (const [key, kept] of entries()) if (which(kept)) sessionStorage.removeItem(key);
}

function read(key: string): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<Kept> | null;
    return kept?.entries ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

function write(key: string, kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Full, or not allowed: the form still works.
    sessionStorage.removeItem(key);
  }
}
