import { type Instant, instantOf, isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import { type FormValues, optionalOf, textOf } from '../../../kernel/form-answer.ts';
import type { ContactKind } from '../contact.ts';

/** The four questions of every week (domain notes: progress, plan, obstacle, learning). */
export const weeklyQuestions = [
  { name: 'achieved', label: 'What have you achieved since we last spoke?' },
  { name: 'planned', label: 'What do you hope to achieve next?' },
  { name: 'blocking', label: 'What stops you?' },
  { name: 'learned', label: 'What have you learned?' },
] as const;

/** How the programme's contact log can be sorted and narrowed. */
export const contactTable = {
  sorts: ['-when', 'enterprise', 'adviser', 'next'],
  filters: ['kind', 'changed'],
} as const;

/** When it was: now unless a day is entered; a day without a time is noon. */
function happenedAtOf(form: FormValues, zone: string): Instant | undefined {
  const date = optionalOf(form, 'date');
  const time = textOf(form, 'time') || '12:00';
  if (date === undefined) return undefined;
  if (!isCalendarDate(date)) throw invalid({ date: 'Enter a real date.' });
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw invalid({ time: 'Enter a time such as 14:30.' });
  return instantOf(date, time, zone);
}

/** A contact as the command takes it. */
export function contactOfForm(form: FormValues, zone: string) {
  const changed = textOf(form, 'hasIssueChanged');
  return {
    kind: textOf(form, 'kind') as ContactKind,
    happenedAt: happenedAtOf(form, zone),
    withPersonId: optionalOf(form, 'withPersonId'),
    achieved: textOf(form, 'achieved'),
    planned: textOf(form, 'planned'),
    blocking: textOf(form, 'blocking'),
    learned: textOf(form, 'learned'),
    hasIssueChanged: changed === '' ? null : changed === 'yes',
    changedIssue: changed === 'yes' ? textOf(form, 'changedIssue') : '',
    nextContactOn: optionalOf(form, 'nextContactOn'),
  };
}
