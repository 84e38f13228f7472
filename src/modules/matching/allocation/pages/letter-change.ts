import { type FormAnswer, listOf, textOf } from '../../../../kernel/form-answer.ts';

interface Pair {
  needId: string;
  mentor: { id: string };
  needsPlace: boolean;
}

/** How a letter stands against the one that was seen when the form was sent and refused. */
export type LetterChange = 'same' | 'new' | 'other-mentor';

export function letterChange(letter: Pair, { values }: FormAnswer): LetterChange {
  const seen = listOf(values, 'needs');
  if (seen.length === 0) return 'same';
  if (!seen.includes(letter.needId)) return 'new';
  return textOf(values, `mentor.${letter.needId}`) === letter.mentor.id ? 'same' : 'other-mentor';
}

/** Ticked at first, then as it was left; a pair that nobody has seen yet is never ticked again by itself. */
export function isTicked(letter: Pair, answer: FormAnswer): boolean {
  if (letterChange(letter, answer) !== 'same') return false;
  return listOf(answer.values, 'needs').length === 0
    ? !letter.needsPlace
    : listOf(answer.values, 'send').includes(letter.needId);
}

/** What was typed for this letter. For another mentor only the briefing holds: it is about the firm. */
export function typedFor(letter: Pair, answer: FormAnswer): FormAnswer {
  if (letterChange(letter, answer) === 'same') return answer;
  const name = `briefing.${letter.needId}`;
  const briefing = answer.values[name];
  return { values: briefing === undefined ? {} : { [name]: briefing } };
}

/** The needs whose letter was seen and is proposed no more. */
export function goneSince(letters: readonly Pair[], { values }: FormAnswer): string[] {
  const now = new Set(letters.map((letter) => letter.needId));
  return listOf(values, 'needs').filter((needId) => !now.has(needId));
}
