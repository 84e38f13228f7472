import { z } from 'zod';
import { isCalendarDate } from '../../kernel/calendar.ts';
import { isId } from '../../kernel/ids.ts';
import { holdsAddress, squash } from '../../kernel/text.ts';

/** An id of a record, as it comes from an address or a hidden field. */
export const recordId = z.string().max(36).refine(isId, 'This is not a valid reference.');

/** A calendar day that exists. */
export const calendarDate = z
  .string()
  .max(10)
  .refine(isCalendarDate, 'Enter a real date, for example 2026-11-23.');

/** One line of text: white space squeezed, control characters dropped. */
export function line(max: number) {
  return z.string().max(max, `Use ${max} characters or fewer.`).transform(squash);
}

/** One line that must say something; `message` says what. */
export function requiredLine(max: number, message: string) {
  return line(max).refine((text) => text !== '', message);
}

/** Several lines of text. */
export function prose(max: number) {
  return z.string().max(max, `Use ${max} characters or fewer.`).trim();
}

/** Several lines that must say something; `message` says what. */
export function requiredProse(max: number, message: string) {
  return prose(max).refine((text) => text !== '', message);
}

/** A person's name as a stranger types it: it stands in letters, so it is short and holds no address. */
export function strangersName(message: string) {
  return requiredLine(80, message).refine(
    (name) => !holdsAddress(name),
    'Enter your name without a web or mail address.',
  );
}
