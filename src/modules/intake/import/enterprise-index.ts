import { normaliseName } from '../../../kernel/text.ts';
import { postcodeKey } from '../../enterprises/postcode.ts';
import type { StoredEnterprise } from './enterprise-changes.ts';
import type { EnterpriseDraft } from './enterprise-draft.ts';

export type Likeness =
  | 'vat-number'
  | 'name-and-postcode'
  | 'name'
  | 'name-elsewhere'
  | 'contact-address';

/** An address of more firms than this is an office's or a consultant's, and tells nothing of one firm. */
const mostOfOneAddress = 3;

export interface Candidate {
  firm: StoredEnterprise;
  because: Likeness;
}

/** Firms by the keys on which duplicates are found; looking one up takes the same time for any number. */
export class EnterpriseIndex {
  private readonly firms = new Map<string, StoredEnterprise>();
  private readonly byNumber = new Map<string, string>();
  private readonly byVat = new Map<string, Set<string>>();
  private readonly byName = new Map<string, Set<string>>();
  private readonly byAddress = new Map<string, Set<string>>();

  constructor(firms: Iterable<StoredEnterprise>) {
    for (const firm of firms) this.put(firm);
  }

  /** Adds a firm, or brings its keys up to date; keys that it had before still find it. */
  put(firm: StoredEnterprise): void {
    this.firms.set(firm.id, firm);
    if (firm.companyNumber !== null) this.byNumber.set(firm.companyNumber, firm.id);
    if (firm.vatNumber !== null) add(this.byVat, vatKey(firm.vatNumber), firm.id);
    for (const key of nameKeys(firm)) add(this.byName, key, firm.id);
    for (const { email } of firm.contacts) {
      if (email !== null) add(this.byAddress, email.toLowerCase(), firm.id);
    }
  }

  withCompanyNumber(number: string | null): StoredEnterprise | null {
    const id = number === null ? undefined : this.byNumber.get(number);
    return id === undefined ? null : (this.firms.get(id) ?? null);
  }

  withVatNumber(number: string | null): StoredEnterprise[] {
    return number === null ? [] : this.found(this.byVat.get(vatKey(number)));
  }

  /** Firms that may be the same without the same company number; two known numbers tell them apart. */
  candidates(draft: EnterpriseDraft): Candidate[] {
    const isPossible = (firm: StoredEnterprise) =>
      firm.companyNumber === null ||
      draft.companyNumber === null ||
      firm.companyNumber === draft.companyNumber;
    const list: Candidate[] = this.withVatNumber(draft.vatNumber)
      .filter(isPossible)
      .map((firm) => ({ firm, because: 'vat-number' }));
    const own = postcodesOf(draft);
    for (const key of nameKeys(draft)) {
      for (const firm of this.found(this.byName.get(key)).filter(isPossible)) {
        if (list.some((one) => one.firm.id === firm.id)) continue;
        const theirs = postcodesOf(firm);
        const shares = theirs.some((postcode) => own.includes(postcode));
        if (shares) list.push({ firm, because: 'name-and-postcode' });
        else if (own.length === 0 || theirs.length === 0) list.push({ firm, because: 'name' });
        else list.push({ firm, because: 'name-elsewhere' });
      }
    }
    for (const firm of this.withAddress(draft.contact?.email ?? null).filter(isPossible)) {
      if (list.some((one) => one.firm.id === firm.id)) continue;
      list.push({ firm, because: 'contact-address' });
    }
    return list;
  }

  private withAddress(email: string | null): StoredEnterprise[] {
    const firms = email === null ? [] : this.found(this.byAddress.get(email.toLowerCase()));
    return firms.length > mostOfOneAddress ? [] : firms;
  }

  private found(ids: Iterable<string> | undefined): StoredEnterprise[] {
    return [...(ids ?? [])].map((id) => this.firms.get(id)).filter((firm) => firm !== undefined);
  }
}

/**
 * Whether two names may be one firm's: the same when reduced, or sharing a word that is not everybody's, or
 * known as an earlier or a trading name. Guards against a mistyped company number.
 */
export function haveRelatedNames(firm: StoredEnterprise, draft: EnterpriseDraft): boolean {
  const theirs = [firm.name, firm.tradingName].filter((name) => name !== null).map(normaliseName);
  const own = [draft.name, draft.tradingName, ...draft.previousNames]
    .filter((name) => name !== null)
    .map(normaliseName);
  return own.some((name) => theirs.some((other) => isRelated(name, other)));
}

function isRelated(name: string, other: string): boolean {
  if (name === other || name.replaceAll(' ', '') === other.replaceAll(' ', '')) return true;
  const words = new Set(other.split(' ').filter(isTelling));
  return name.split(' ').some((word) => isTelling(word) && words.has(word));
}

const common = new Set(
  'and for services service solutions consulting consultancy systems technology technologies international england london'.split(
    ' ',
  ),
);

function isTelling(word: string): boolean {
  return word.length >= 3 && !common.has(word);
}

function nameKeys(firm: { name: string; tradingName: string | null }): string[] {
  const names = [firm.name, firm.tradingName].filter((name) => name !== null);
  return [...new Set(names.flatMap(namesWithin).map(nameWithoutBlanks))].filter(
    (key) => key !== '',
  );
}

/** `Ash Ltd t/a Birch Cafe` names the firm, what it trades as, and both. */
export function namesWithin(name: string): string[] {
  const parts = name.split(/\s+(?:t\/a|t\.a\.|trading as|formerly(?: known as)?|aka)[\s:]+/i);
  return parts.length === 1
    ? parts
    : [name, ...parts.map((part) => part.replace(/[()]/g, ' ').trim())];
}

/** `3 M` and `3M`, `O Brien` and `O'Brien` are written in both ways. */
export function nameWithoutBlanks(name: string): string {
  return normaliseName(name).replaceAll(' ', '');
}

function postcodesOf(firm: {
  tradingPostcode: string | null;
  registeredPostcode: string | null;
}): string[] {
  return [firm.tradingPostcode, firm.registeredPostcode]
    .filter((postcode) => postcode !== null)
    .map(postcodeKey);
}

/** Country and branch say nothing about the firm. */
function vatKey(number: string): string {
  return number.replace(/^(GB|XI)/, '').slice(0, 9);
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}
