/** Where an answer comes from and how it is asked. */
export interface AskedField {
  name: string;
  label: string;
  hint?: string;
  as: 'line' | 'email' | 'tel' | 'text' | 'number' | 'money' | 'day' | 'one' | 'many' | 'tick';
  options?: readonly { value: string; label: string }[];
  isOptional?: boolean;
  /** Asked for only when this question of the page was answered with yes. */
  onlyAfter?: string;
}

export const applySteps = [
  'about-you',
  'your-firm',
  'numbers',
  'place',
  'size',
  'help',
  'growth',
  'support',
  'declarations',
] as const;

export type ApplyStep = (typeof applySteps)[number];

/** Answers as typed, by step and field. */
export type Answers = Partial<Record<ApplyStep, Record<string, string | string[]>>>;

/** Steps that only a firm which trades can answer. */
const firmOnly: ReadonlySet<ApplyStep> = new Set(['numbers', 'size']);

export function isPotentialEntrepreneur(answers: Answers): boolean {
  return answers['your-firm']?.['isTrading'] === 'no';
}

/** The pages of this application, in their order. */
export function stepsOf(answers: Answers): ApplyStep[] {
  const skips = isPotentialEntrepreneur(answers);
  return applySteps.filter((step) => !(skips && firmOnly.has(step)));
}

/** The first page that has no answers yet; null when all have. */
export function openStep(answers: Answers): ApplyStep | null {
  return stepsOf(answers).find((step) => answers[step] === undefined) ?? null;
}

/** The page behind one; null behind the last. */
export function stepAfter(step: ApplyStep, answers: Answers): ApplyStep | null {
  const steps = stepsOf(answers);
  return steps[steps.indexOf(step) + 1] ?? null;
}

export function isApplyStep(text: string): text is ApplyStep {
  return (applySteps as readonly string[]).includes(text);
}
