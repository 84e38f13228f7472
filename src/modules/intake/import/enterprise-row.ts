import { cutText, plural } from '../../../kernel/text.ts';
import { parseCompanyNumber } from '../../enterprises/company-number.ts';
import { formatPostcode } from '../../enterprises/postcode.ts';
import { isSilentSic, parseSic, type SicScheme } from '../../enterprises/sic.ts';
import { parseVatNumber } from '../../enterprises/vat-number.ts';
import { readContact, readEmailAndPhone, readPhone } from './contact-row.ts';
import { parseWebsite } from '../../../kernel/contact-details.ts';
import { readStanding, type Standing } from './standing.ts';
import type { EnterpriseDraft } from './enterprise-draft.ts';
import type { EnterpriseField } from './enterprise-fields.ts';
import type { Problem } from './problem.ts';
import type { ImportContext, ImportRow } from './import-context.ts';
import { quote, RowReader } from './row-reader.ts';
import { authoritiesWithin } from '../../programmes/authorities.ts';

/** What a row says; `draft` is null when it cannot be taken, and then a problem says why. */
export interface ReadRow<D> {
  row: number;
  draft: D | null;
  problems: Problem[];
}

/**
 * Reads one firm. A wrong name, company or VAT number or a shifted row refuses it, because it could be
 * joined with another firm; anything else that is wrong is left out of the row and noted.
 */
export function readEnterpriseRow(
  context: ImportContext,
  row: ImportRow,
): ReadRow<EnterpriseDraft> {
  const reader = new RowReader(context, row);
  const name = readName(reader);
  const sic = readSicCodes(reader);
  const draft: EnterpriseDraft = {
    name,
    tradingName: reader.line('tradingName' satisfies EnterpriseField, 200),
    companyNumber: readCompanyNumber(reader, 'companyNumber'),
    vatNumber: readVatNumber(reader),
    companyStatus: readStatus(reader),
    legalForm: reader.shortened('legalForm', 100),
    incorporatedOn: reader.pastDate('incorporatedOn'),
    tradingSince: reader.pastDate('tradingSince'),
    sicScheme: sic.scheme,
    sicCodes: sic.codes,
    sector: reader.shortened('sector', 100),
    description: reader.prose('description', 4000),
    website: readWebsite(reader),
    phone: readPhone(reader, 'phone'),
    registeredAddress: readAddress(reader, 'registeredAddress'),
    registeredPostcode: readPostcode(reader, 'registeredPostcode'),
    tradingAddress: readAddress(reader, 'tradingAddress'),
    tradingPostcode: readPostcode(reader, 'tradingPostcode'),
    authorityCode: readAuthority(reader),
    externalReference: reader.line('externalReference', 100),
    staffHundredths: readStaff(reader),
    turnover: readTurnover(reader, context.currency),
    yearEndsOn: reader.date('yearEndsOn', true),
    contact: readContact(reader, readEmailAndPhone(reader, 'contactEmail', 'contactPhone')),
    notes: reader.prose('notes', 4000),
    adviser: reader.adviser('adviser'),
    standing: readStandingOf(reader),
    enrolledOn: reader.pastDate('enrolledOn'),
    previousNames: reader.texts('previousNames').map(({ text }) => text),
  };
  if (reader.saysOnly('name')) {
    reader.note('name', 'name-only', 'Only the name is filled in. Check that it is a firm.');
  }
  return { row: row.number, draft: reader.isRefused() ? null : draft, problems: reader.problems };
}

function readName(reader: RowReader): string {
  const name = reader.line('name', 200);
  if (name !== null && /[\p{L}\p{N}]/u.test(name)) return name;
  reader.refuseName('The name is missing. Type the firm’s name.');
  return '';
}

/** The company number of a column, or null; a wrong one refuses the row. */
export function readCompanyNumber(reader: RowReader, field: string): string | null {
  const text = reader.line(field, 200);
  if (
    text === null ||
    /^(not (registered|incorporated)|sole trader|partnership|self[- ]employed|pending|applied for|0+)$/i.test(
      text,
    )
  ) {
    return null;
  }
  const parsed = parseCompanyNumber(text);
  if (parsed.ok) {
    if (/^\d{1,5}$/.test(text)) {
      const message = `${quote(text)} was read as ${parsed.value}. That is very short for a company number; check it.`;
      reader.note(field, 'company-number-short', message);
    }
    return parsed.value;
  }
  const code = parsed.reason === 'lost-digits' ? 'lost-digits' : 'company-number';
  reader.refuse(field, code, `${quote(text)}: ${parsed.message}`);
  return null;
}

function readVatNumber(reader: RowReader): string | null {
  const text = reader.line('vatNumber', 200);
  if (text === null || /^(no|not (vat )?registered|exempt|pending|0+)$/i.test(text)) return null;
  const parsed = parseVatNumber(text);
  if (parsed.ok) return parsed.value;
  const message = `${quote(text)}: ${parsed.message}`;
  if (parsed.reason === 'foreign') reader.note('vatNumber', 'vat-number', message);
  else
    reader.refuse(
      'vatNumber',
      parsed.reason === 'lost-digits' ? 'lost-digits' : 'vat-number',
      message,
    );
  return null;
}

function readStatus(reader: RowReader): string | null {
  const status = reader.line('companyStatus', 100);
  if (status !== null && !/^(active|open|registered)$/i.test(status)) {
    const meaning = `The register says ${quote(status)}`;
    reader.note(
      'companyStatus',
      'company-not-active',
      `${meaning}. Ask the firm before you go on.`,
    );
  }
  return status;
}

function readSicCodes(reader: RowReader): { scheme: SicScheme; codes: string[] | null } {
  const codes: Record<SicScheme, string[]> = { SIC2007: [], unknown: [] };
  for (const { text } of reader.texts('sicCodes')) {
    for (const part of codesIn(text)) {
      const parsed = parseSic(part);
      if (!parsed.ok) {
        if (/\d/.test(part))
          reader.note('sicCodes', 'sic', `${quote(part)} was left out. ${parsed.message}`);
        continue;
      }
      const { scheme, code } = parsed.value;
      if (!codes[scheme].includes(code)) codes[scheme].push(code);
      if (scheme === 'unknown') {
        const meaning = `${code} has four digits: it is of another list, or has lost its leading zero`;
        reader.note(
          'sicCodes',
          'sic-other-list',
          `${meaning}. It is kept but not compared with SIC 2007.`,
        );
      }
      if (isSilentSic(code)) {
        reader.note(
          'sicCodes',
          'company-not-active',
          `${code} says that the firm does not trade. Ask.`,
        );
      }
    }
  }
  const scheme = codes.SIC2007.length > 0 || codes.unknown.length === 0 ? 'SIC2007' : 'unknown';
  return { scheme, codes: codes[scheme].length > 0 ? codes[scheme] : null };
}

const mostCodes = 10;

/** `62012, 62020` and `62012;62020` are two codes; `62012 - This, and that` is one. */
function codesIn(text: string): string[] {
  const isList = text.length <= 500 && /^\d[\d./,;|\s]*\d$/.test(text) && /[,;|\s]/.test(text);
  return (isList ? text.split(/[,;|\s]+/) : text.split(/\n|;\s*(?=\d)/)).slice(0, mostCodes);
}

function readStandingOf(reader: RowReader): Standing | null {
  const text = reader.line('standing', 100);
  const standing = text === null ? null : readStanding(text);
  if (text !== null && standing === null) {
    const message = `${quote(text)} is no state that is known here and was left out.`;
    reader.note('standing', 'unknown-word', message);
  }
  return standing;
}

function readWebsite(reader: RowReader): string | null {
  const text = reader.line('website', 500);
  if (text === null) return null;
  const parsed = parseWebsite(text);
  if (parsed.ok) return parsed.value;
  reader.note('website', 'website', `${quote(text)} was left out. ${parsed.message}`);
  return null;
}

/** The lines of an address, joined; a line is not said twice in a row (London, London). */
function readAddress(reader: RowReader, field: EnterpriseField): string | null {
  const lines: string[] = [];
  for (const { text, header } of reader.texts(field)) {
    const isBox = /po\s*box/i.test(header) && /^\d+$/.test(text);
    for (const line of (isBox ? `PO Box ${text}` : text).split('\n')) {
      if (lines.at(-1)?.toLowerCase() !== line.toLowerCase()) lines.push(line);
    }
  }
  const address = lines.join(', ');
  if (address.length > 600)
    reader.note(field, 'too-long', 'The address was cut at 600 characters.');
  return address === '' ? null : cutText(address, 600);
}

function readPostcode(reader: RowReader, field: EnterpriseField): string | null {
  const text = reader.line(field, 40);
  if (text === null) return null;
  const postcode = formatPostcode(text);
  if (postcode !== null) return postcode;
  const isKept = text.length <= 12;
  const what = `${quote(text)} is not a UK postcode${isKept ? '' : ' and was left out'}`;
  reader.note(field, 'postcode', `${what}. Check it if the firm is in the UK.`);
  return isKept ? text.toUpperCase() : null;
}

function readAuthority(reader: RowReader): string | null {
  const text = reader.line('authorityCode', 100);
  if (text === null) return null;
  const code = reader.authority(text);
  if (code !== null) return code;
  const meaning =
    authoritiesWithin(text).length > 0
      ? 'names several local authorities'
      : 'is no local authority that is known here';
  reader.note(
    'authorityCode',
    'local-authority',
    `${quote(text)} ${meaning}; it was left out. Write the district or unitary authority by its name or its code.`,
  );
  return null;
}

function readStaff(reader: RowReader): number | null {
  const number = reader.number('employees');
  if (number === null) return null;
  if (number.value >= 0 && number.value <= 10_000_000) return Math.round(number.value * 100);
  reader.note(
    'employees',
    'number',
    `${plural(number.value, 'employee')} cannot be right; it was left out.`,
  );
  return null;
}

function readTurnover(reader: RowReader, usual: string): EnterpriseDraft['turnover'] {
  const number = reader.number('turnover');
  if (number === null) return null;
  if (number.isThousandfold) {
    const message =
      'A point before three digits may stand for thousands; it was left out. Write it without.';
    reader.note('turnover', 'ambiguous-number', message);
    return null;
  }
  const named = reader.line('turnoverCurrency', 40)?.toUpperCase() ?? '';
  if (number.value < 0) {
    reader.note('turnover', 'number', 'A turnover is not below zero; it was left out.');
    return null;
  }
  const minor = Math.round(number.value * 100);
  if (!Number.isSafeInteger(minor)) {
    reader.note('turnover', 'number', 'This turnover is too large to be right; it was left out.');
    return null;
  }
  return { minor, currency: number.currency ?? (/^[A-Z]{3}$/.test(named) ? named : usual) };
}
