import type { FormValues } from '../../kernel/form-answer.ts';

/** A letter that an ending sends, as it is shown before it goes. */
export interface LetterDraft {
  key: string;
  to: string;
  text: string;
}

/** What hangs on something that is about to end, in sentences, and the letters that go with it. */
export interface Hanging {
  lines: string[];
  letters: LetterDraft[];
  /** Matches that must be ended first, each with a handover. */
  blocking: { id: string; label: string }[];
}

const prefix = 'letter:';

/** The name of the field in which a letter is worded. */
export function letterField(key: string): string {
  return `${prefix}${key}`;
}

/** The letters of a form, by what they are about. */
export function lettersOf(form: FormValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      name.startsWith(prefix) && typeof value === 'string'
        ? [[name.slice(prefix.length), value]]
        : [],
    ),
  );
}
