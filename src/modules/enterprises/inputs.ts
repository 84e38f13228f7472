import { z } from 'zod';
import { isCalendarDate } from '../../kernel/calendar.ts';
import { parsePhone } from '../../kernel/contact-details.ts';
import { isId } from '../../kernel/ids.ts';
import { holdsAddress, squash } from '../../kernel/text.ts';
import { parseDate } from '../../kernel/typed-date.ts';

/** An id of a record, as it comes from an address or a hidden field. */
export const recordId = z.string().max(36).refine(isId, 'This is not a valid reference.');

/** A calendar day that exists. */
export const calendarDate = z
  .string()
  .max(60)
  .transform(typedDay)
  .refine(isCalendarDate, 'Enter a real date, for example 23 November 2026.');

/** `23/11/2026` and `23 November 2026` as the day they are; anything else stays as typed and is refused. */
function typedDay(text: string): string {
  const parsed = parseDate(text);
  return parsed.ok && parsed.value.precision === 'day' ? parsed.value.date : text;
}

/** A telephone number as typed, or nothing. */
export const phoneNumber = z
  .string()
  .max(50, 'Use 50 characters or fewer for the telephone number.')
  .transform((text, context) => {
    const typed = squash(text);
    const parsed = typed === '' ? null : parsePhone(typed, { isFromSheet: false });
    if (parsed === null) return '';
    if (parsed.ok) return parsed.value.phone;
    const message = 'Enter a telephone number such as 024 7600 0000.';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

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
