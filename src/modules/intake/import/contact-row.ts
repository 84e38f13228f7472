import { parseEmail, parsePhone } from '../../../kernel/contact-details.ts';
import type { ContactDraft } from './enterprise-draft.ts';
import { quote, type RowReader } from './row-reader.ts';
import { cutText } from '../../../kernel/text.ts';

/** The first email address of a column, or null with a note. */
export function readEmail(reader: RowReader, field: string): string | null {
  const text = reader.line(field, 1000);
  if (text === null) return null;
  const parsed = parseEmail(text);
  if (!parsed.ok) {
    reader.note(field, 'email', `${quote(text)} was left out. ${parsed.message}`);
    return null;
  }
  if (parsed.value.others > 0) {
    reader.note(field, 'several-emails', 'The cell holds several addresses; the first was taken.');
  }
  return parsed.value.email;
}

/** The telephone number of a column, or null with a note. */
export function readPhone(reader: RowReader, field: string): string | null {
  const text = reader.line(field, 200);
  if (text === null || /^0+$/.test(text)) return null;
  const first = text.split(/\s*[;|,&]\s*|\s+(?:or|and|\/)\s+/)[0] ?? text;
  const parsed = parsePhone(first);
  if (!parsed.ok) {
    const code = parsed.reason === 'lost-digits' ? 'lost-digits' : 'phone';
    reader.note(field, code, `${quote(text)} was left out. ${parsed.message}`);
    return null;
  }
  if (parsed.value.isZeroRestored) {
    reader.note(
      field,
      'phone-zero-restored',
      'A leading zero lost in Excel was put back. Check the number.',
    );
  }
  return parsed.value.phone;
}

export function readEmailAndPhone(reader: RowReader, emailField: string, phoneField: string) {
  return { email: readEmail(reader, emailField), phone: readPhone(reader, phoneField) };
}

/** One name from a column for it, or from first and last name. */
export function readPersonName(
  reader: RowReader,
  whole: string,
  first: string,
  last: string,
): string | null {
  const parts = [reader.line(first, 100, true), reader.line(last, 100, true)].filter(
    (part) => part !== null,
  );
  return nobody(reader.line(whole, 200, true)) ?? (parts.length > 0 ? parts.join(' ') : null);
}

/** A whole name may be a word for "nobody"; a part of one never is. */
function nobody(name: string | null): string | null {
  return name !== null && /^(none|nobody|unknown|not known|tbc|tba|n\.?a\.?)$/i.test(name)
    ? null
    : name;
}

/** The firm's contact; without a name there is none, and the address stands in for it when it is known. */
export function readContact(
  reader: RowReader,
  reach: { email: string | null; phone: string | null },
): ContactDraft | null {
  const name =
    readPersonName(reader, 'contactName', 'contactFirstName', 'contactLastName') ?? reach.email;
  if (name === null) return null;
  return { name: cutText(name, 200), ...reach, position: reader.line('contactPosition', 100) };
}
