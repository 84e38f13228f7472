import { type FormValues, numberOf, textOf } from '../../kernel/form-answer.ts';
import { type AreaKey, areaKeys } from './areas.ts';

export const importanceWords = ['Not at all', 'A little', 'Quite', 'Very'] as const;
export const urgencyWords = ['No hurry', 'This year', 'This quarter', 'Now'] as const;

export const confidenceWords: Record<number, string> = {
  1: 'A first impression',
  2: 'Fairly sure',
  3: 'Sure, with evidence',
};

const scoreOf = (form: FormValues, name: string): number | null =>
  textOf(form, name) === 'unknown' ? null : (numberOf(form, name) ?? null);

/** The adviser's scores from the form; an area left empty stays null. */
export function adviserScoresOfForm(form: FormValues) {
  return areaKeys.map((area) => ({
    area,
    maturity: scoreOf(form, `maturity.${area}`),
    importance: scoreOf(form, `importance.${area}`),
    urgency: scoreOf(form, `urgency.${area}`),
    note: textOf(form, `note.${area}`),
  }));
}

/** A few areas at a time: twelve on one page are two metres of telephone. */
const areasAStep = 3;

/** The areas in which a firm scores itself, step by step. */
export const selfScoreSteps: readonly (readonly AreaKey[])[] = Array.from(
  { length: Math.ceil(areaKeys.length / areasAStep) },
  (_, at) => areaKeys.slice(at * areasAStep, (at + 1) * areasAStep),
);

/** The step of an address, from 0; the first where it names none. */
export function selfScoreStep(named: string | null): number {
  const step = Number(named) - 1;
  return Number.isInteger(step) && step in selfScoreSteps ? step : 0;
}

/** The firm's own scores of these areas from its form. */
export function selfScoresOfForm(form: FormValues, areas: readonly AreaKey[]) {
  return areas.map((area) => ({ area, maturity: scoreOf(form, `maturity.${area}`) }));
}

/** `scores.4.note` of the command as the form calls it, `note.finance`, so that errors land where they belong. */
export function namedAsScores(
  fields: Record<string, string>,
  areas: readonly AreaKey[] = areaKeys,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, message]) => {
      const [, at, field] = /^scores\.(\d+)\.(\w+)$/.exec(name) ?? [];
      const area = at === undefined ? undefined : areas[Number(at)];
      return [area === undefined ? name : `${field}.${area}`, message];
    }),
  );
}

interface Scored {
  area: string;
  adviser_maturity: number | null;
  importance: number | null;
  urgency: number | null;
}

/** One area's score in a line, for comparing two versions. */
export function scoreLine(score: Scored | undefined): string {
  if (!score || score.adviser_maturity === null) return 'Not scored';
  const { adviser_maturity: maturity, importance, urgency } = score;
  if (importance === null || urgency === null) return `Maturity ${maturity}, not complete`;
  const priority = (5 - maturity) * importance * (1 + urgency);
  return `Maturity ${maturity}, importance ${importance}, urgency ${urgency}: ${priority}`;
}

/** What an earlier version said of an area, to stand beside the choices; its words, not its sum. */
export function earlierScore(score: Scored & { note: string }): string {
  const parts = [
    score.adviser_maturity === null ? 'not scored' : `maturity ${score.adviser_maturity}`,
    score.importance === null
      ? ''
      : `important: ${importanceWords[score.importance]?.toLowerCase() ?? ''}`,
    score.urgency === null ? '' : `urgent: ${urgencyWords[score.urgency]?.toLowerCase() ?? ''}`,
    score.note === '' ? '' : `“${score.note}”`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
