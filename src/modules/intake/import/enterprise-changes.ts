import { foldCase, normaliseName, squash } from '../../../kernel/text.ts';
import { postcodeKey } from '../../enterprises/postcode.ts';
import type { SicScheme } from '../../enterprises/sic.ts';
import type { ContactDraft, EnterpriseDraft } from './enterprise-draft.ts';

/** A firm as it is stored, as far as an import may compare and change it. */
export interface StoredEnterprise extends Omit<
  EnterpriseDraft,
  'contact' | 'previousNames' | 'adviser' | 'standing' | 'enrolledOn'
> {
  id: string;
  contacts: readonly Pick<ContactDraft, 'name' | 'email'>[];
  /** Set once the register has filled the record in: a partner's list no longer changes these fields. */
  isFromRegister: boolean;
  /** An adviser has confirmed the authority; a list never overrules that. */
  isAuthorityConfirmed: boolean;
}

export interface Change {
  field: string;
  from: unknown;
  to: unknown;
}

const registerFields = [
  ...([
    'companyStatus',
    'legalForm',
    'incorporatedOn',
    'registeredAddress',
    'registeredPostcode',
  ] as const),
  ...(['sicCodes', 'name'] as const),
] as const;
const listFields = [
  ...([
    'tradingName',
    'companyNumber',
    'vatNumber',
    'tradingSince',
    'sector',
    'description',
  ] as const),
  ...(['website', 'phone', 'tradingAddress', 'tradingPostcode', 'authorityCode'] as const),
  ...(['staffHundredths', 'turnover', 'yearEndsOn'] as const),
  ...(['externalReference', 'notes'] as const),
] as const;
type Field = (typeof registerFields)[number] | (typeof listFields)[number];

/** What taking the row would change in the stored firm; empty cells of the row change nothing. */
export function enterpriseChanges(
  stored: StoredEnterprise,
  draft: EnterpriseDraft,
  source: 'list' | 'register',
): Change[] {
  const fields: readonly Field[] = [...registerFields, ...listFields];
  const changes = fields
    .filter((field) => mayChange(field, stored, draft, source))
    .filter((field) => !isSame(field, stored[field], draft[field]))
    .map((field): Change => ({ field, from: stored[field], to: draft[field] }));
  if (draft.contact !== null && !hasContact(stored, draft.contact)) {
    changes.push({ field: 'contact', from: null, to: draft.contact });
  }
  return changes;
}

function mayChange(
  field: Field,
  stored: StoredEnterprise,
  draft: EnterpriseDraft,
  source: 'list' | 'register',
): boolean {
  if (draft[field] === null) return false;
  // Two partners call one firm by two names; only the register says which is the legal one.
  if (field === 'name') return source === 'register';
  if (field === 'externalReference') return stored.externalReference === null;
  // Staff go on with what was noted; the same list a second time does not take that away.
  if (field === 'notes') return stored.notes === null;
  if (field === 'authorityCode') return !stored.isAuthorityConfirmed;
  if (field === 'tradingPostcode' && isRegisteredOne(stored, draft)) return false;
  if (field === 'sicCodes' && draft.sicScheme === 'unknown' && stored.sicScheme === 'SIC2007') {
    if (stored.sicCodes !== null) return false;
  }
  const isTheRegisters = (registerFields as readonly string[]).includes(field);
  return !(isTheRegisters && stored.isFromRegister && source === 'list') || stored[field] === null;
}

/** A list of ours names the one postcode that is known: of the registered office, when none else is. */
function isRegisteredOne(stored: StoredEnterprise, draft: EnterpriseDraft): boolean {
  const { tradingPostcode, registeredPostcode } = stored;
  if (tradingPostcode !== null || registeredPostcode === null) return false;
  return (
    draft.tradingAddress === null &&
    draft.tradingPostcode !== null &&
    postcodeKey(draft.tradingPostcode) === postcodeKey(registeredPostcode)
  );
}

function isSame(field: Field, before: unknown, after: unknown): boolean {
  if (before === null || after === null) return before === after;
  if (typeof before === 'string' && typeof after === 'string') {
    if (field === 'name') return normaliseName(before) === normaliseName(after);
    if (field.endsWith('Postcode')) return postcodeKey(before) === postcodeKey(after);
    return plain(before) === plain(after);
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((one) => after.includes(one));
  }
  if (typeof before === 'object') return moneyKey(before) === moneyKey(after);
  return before === after;
}

function plain(text: string): string {
  return foldCase(squash(text));
}

function moneyKey(value: unknown): string {
  const { minor, currency } = value as { minor: number; currency: string };
  return `${currency} ${minor}`;
}

/** Known by address, or else by name: one firm's two people of one name are rarer than a mistyped address. */
function hasContact(stored: StoredEnterprise, contact: ContactDraft): boolean {
  return stored.contacts.some(
    ({ name, email }) =>
      (contact.email !== null && email?.toLowerCase() === contact.email) ||
      personKey(name) === personKey(contact.name),
  );
}

/** What to say when a contact is on record with another address: that one stays. Null when there is nothing to say. */
export function otherAddress(
  stored: StoredEnterprise,
  contact: ContactDraft | null,
): string | null {
  const email = contact?.email ?? null;
  if (contact === null || email === null) return null;
  if (stored.contacts.some((one) => one.email?.toLowerCase() === email)) return null;
  const same = stored.contacts.find((one) => personKey(one.name) === personKey(contact.name));
  if (same === undefined || same.email === null) return null;
  return `${same.name} is on record with ${same.email}; the list says ${email}. The one on record stays.`;
}

/** A name without case, accents and the several signs that stand for an apostrophe. */
function personKey(name: string): string {
  return plain(name).replace(/['’‘`´]/g, '');
}

/** The stored firm as it will be after the changes; what a later row of the same file is compared with. */
export function withChanges(
  stored: StoredEnterprise,
  changes: readonly Change[],
): StoredEnterprise {
  const next: StoredEnterprise = { ...stored };
  for (const { field, to } of changes) {
    if (field === 'contact') next.contacts = [...next.contacts, to as ContactDraft];
    else Object.assign(next, { [field]: to });
    if (field === 'sicCodes' && to !== null) next.sicScheme = schemeOfCodes(to as string[]);
  }
  return next;
}

/** The scheme to store with a row's codes, which are all of one. */
export function schemeOfCodes(codes: readonly string[]): SicScheme {
  return codes.every((code) => code.length === 5) ? 'SIC2007' : 'unknown';
}

/** The firm that a new row makes. */
export function storedFromDraft(
  id: string,
  draft: EnterpriseDraft,
  source: 'list' | 'register',
): StoredEnterprise {
  const { contact, previousNames: _, adviser: _a, standing: _s, enrolledOn: _e, ...rest } = draft;
  return {
    ...rest,
    id,
    contacts: contact === null ? [] : [contact],
    isFromRegister: source === 'register',
    isAuthorityConfirmed: false,
  };
}
