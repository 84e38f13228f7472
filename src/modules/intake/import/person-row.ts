import { readEmailAndPhone, readPersonName } from './contact-row.ts';
import { type ReadRow, readCompanyNumber } from './enterprise-row.ts';
import type { ImportContext, ImportRow } from './import-context.ts';
import { RowReader } from './row-reader.ts';

/** A row of a list of people; null says nothing. */
export interface PersonDraft {
  name: string;
  email: string | null;
  phone: string | null;
  position: string | null;
  /** The firm, by name and number; the number decides when both are there. */
  enterpriseName: string | null;
  companyNumber: string | null;
  isLead: boolean;
  /** The firm on record, once it is found. */
  firmIds?: readonly string[];
}

/** Reads one person; without a name the row is refused. */
export function readPersonRow(context: ImportContext, row: ImportRow): ReadRow<PersonDraft> {
  const reader = new RowReader(context, row);
  const name = requiredPersonName(reader);
  const draft: PersonDraft = {
    name,
    ...readEmailAndPhone(reader, 'email', 'phone'),
    position: reader.line('position', 100),
    enterpriseName: reader.line('enterpriseName', 200),
    companyNumber: readCompanyNumber(reader, 'companyNumber'),
    isLead: /^(y|yes|true|1|x|lead|main|primary)$/i.test(reader.line('isLead', 40) ?? ''),
  };
  return { row: row.number, draft: reader.isRefused() ? null : draft, problems: reader.problems };
}

/** The person's name; its absence refuses the row. */
export function requiredPersonName(reader: RowReader): string {
  const name = readPersonName(reader, 'name', 'firstName', 'lastName');
  if (name !== null && /\p{L}/u.test(name)) return name;
  reader.refuseName('The name is missing. Type the person’s name.');
  return '';
}
