import { type FormAnswer, listOf } from '../../kernel/form-answer.ts';
import { mentorChoiceWords, mentoringModelWords } from './programme.ts';

const fields = [
  ['name', 'name', 'Name'],
  ['startsOn', 'starts_on', 'First day'],
  ['endsOn', 'ends_on', 'Last day'],
  ['about', 'about', 'What it is'],
  ['sizeBands', 'size_bands', 'Sizes allowed'],
  ['sicDivisions', 'sic_divisions', 'Activities in remit'],
  ['description', 'remit_description', 'The remit in words'],
  ['tradingAtLeastMonths', 'trading_at_least_months', 'Trading for at least, months'],
  ['tradingBelowMonths', 'trading_below_months', 'Trading for less than, months'],
  ['businessSalesAtLeast', 'business_sales_at_least', 'Sales to businesses, percent'],
  ['mentoringModel', 'mentoring_model', 'Mentoring'],
  ['mentorChoice', 'mentor_choice', 'May the firm choose its mentor?'],
  ['answerDays', 'answer_days', 'Days to answer an offer'],
  ['introductionDays', 'introduction_days', 'Days to an introduction'],
  ['decisionDays', 'decision_days', 'Days to a decision'],
] as const satisfies readonly (readonly [name: string, column: string, label: string])[];

/** The columns of a programme that are shown beside what was typed. */
export const shownColumns = fields.map(([, column]) => column);

const labels: Record<string, Readonly<Record<string, { label: string }>>> = {
  mentoringModel: mentoringModelWords,
  mentorChoice: mentorChoiceWords,
};

/** What was typed beside what is stored, for the fields of the form that was sent; null without a clash. */
export function programmeConflict(
  answer: FormAnswer,
): { label: string; mine: string; theirs: string }[] | null {
  const { theirs, values } = answer;
  if (!theirs) return null;
  return fields
    .filter(([name]) => values[name] !== undefined)
    .map(([name, column, label]) => ({
      label,
      mine: labelled(name, listOf(values, name).join(', ')),
      theirs: labelled(name, wordsOf(theirs[column])),
    }));
}

function labelled(name: string, text: string): string {
  return labels[name]?.[text]?.label ?? text;
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
