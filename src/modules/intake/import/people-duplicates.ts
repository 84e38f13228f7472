import { foldCase, squash } from '../../../kernel/text.ts';
import { totalOrNote } from './no-firm.ts';
import type { Change } from './enterprise-changes.ts';
import type { ReadRow } from './enterprise-row.ts';
import type { RowDecision } from './duplicates.ts';
import type { Problem, ProblemCode } from './problem.ts';

/** What people and mentors are found by. */
export interface PersonKeys {
  name: string;
  email: string | null;
  phone: string | null;
  /** Where they work: two people of one name in one firm are asked about, whatever their addresses. */
  firmIds?: readonly string[];
}

export type StoredPerson<D> = { id: string } & D;

/**
 * The same for people and mentors: an email address decides, a name with the same telephone number or
 * without any address asks. `compared` are the fields that an import may change.
 */
export function decidePeople<D extends PersonKeys>(
  rows: Iterable<ReadRow<D>>,
  stored: Iterable<StoredPerson<D>>,
  compared: readonly (keyof D & string)[],
): RowDecision<D>[] {
  const byEmail = new Map<string, StoredPerson<D>>();
  const byName = new Map<string, StoredPerson<D>[]>();
  const rowOf = new Map<string, number>();
  const put = (person: StoredPerson<D>) => {
    if (person.email !== null) byEmail.set(person.email.toLowerCase(), person);
    const others = (byName.get(nameKey(person.name)) ?? []).filter((one) => one.id !== person.id);
    byName.set(nameKey(person.name), [...others, person]);
  };
  for (const person of stored) put(person);
  return Array.from(rows, ({ row, draft, problems }): RowDecision<D> => {
    const base = { row, draft, matchId: null, sameAsRow: null, changes: [], problems };
    if (draft === null) return { ...base, outcome: 'rejected' };
    const none = draft.email === null && draft.phone === null ? totalOrNote(draft.name) : null;
    if (none !== null) {
      const message = `This looks like a ${none}, not like a person. Take the row as new, or skip it.`;
      return {
        ...base,
        outcome: 'ask',
        problems: [...problems, asked(row, 'may-be-no-firm', message)],
      };
    }
    const withAddress = draft.email === null ? undefined : byEmail.get(draft.email);
    const shares = withAddress !== undefined && !mayBeOnePerson(withAddress.name, draft.name);
    const certain = shares ? undefined : withAddress;
    const likely = (byName.get(nameKey(draft.name)) ?? []).filter((one) => isLike(one, draft));
    const person =
      certain ??
      (shares ? withAddress : undefined) ??
      likely.find((one) => changesOf(one, draft, compared).length === 0) ??
      likely[0];
    if (!person) {
      const made = { ...draft, id: `row:${row}` };
      put(made);
      rowOf.set(made.id, row);
      return { ...base, outcome: 'create' };
    }
    const changes = changesOf(person, draft, compared);
    const sameAsRow = rowOf.get(person.id) ?? null;
    const matchId = person.id.startsWith('row:') ? null : person.id;
    const found = { ...base, matchId, sameAsRow, changes };
    if (changes.length === 0) {
      rowOf.set(person.id, sameAsRow ?? row);
      return { ...found, outcome: 'unchanged' };
    }
    if (!certain) {
      const known = person.email === null ? '' : ` with the address ${person.email}`;
      const message = `“${person.name}” is already known${known}. Merge the two, take the row as new, or skip it.`;
      const problem = asked(row, 'possible-duplicate', message);
      return { ...found, outcome: 'ask', problems: [...problems, problem] };
    }
    if (sameAsRow !== null && changes.some(({ from }) => !isNothing(from))) {
      const message = `Row ${sameAsRow} has the same email address and says something else. Keep one of them.`;
      const problem = {
        row,
        column: null,
        code: 'conflicting-row',
        message,
        isRefusal: true,
      } as const;
      return { ...found, outcome: 'rejected', changes: [], problems: [...problems, problem] };
    }
    rowOf.set(person.id, sameAsRow ?? row);
    put({ ...person, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) });
    return { ...found, outcome: 'update' };
  });
}

function asked(row: number, code: ProblemCode, message: string): Problem {
  return { row, column: null, code, message, isRefusal: false };
}

/**
 * Whether an address that two names share is one person's: the same name in any order, the same first name (people
 * marry), or an initial for it. Office and family mailboxes have several people.
 */
function mayBeOnePerson(one: string, other: string): boolean {
  if (nameKey(one) === nameKey(other)) return true;
  const [a = '', b = ''] = [one, other].map((name) => nameWords(name)[0] ?? '');
  const isShort = a.length === 1 || b.length === 1;
  const last = (name: string) => nameWords(name).at(-1);
  return isShort ? a[0] === b[0] && last(one) === last(other) : a === b;
}

function isLike(person: PersonKeys, draft: PersonKeys): boolean {
  if (draft.firmIds?.some((id) => person.firmIds?.includes(id)) === true) return true;
  if (person.email !== null && draft.email !== null) {
    return mailbox(person.email) === mailbox(draft.email);
  }
  const digits = (phone: string | null) => phone?.replace(/\D/g, '').slice(-9) ?? null;
  return (
    person.phone === null || draft.phone === null || digits(person.phone) === digits(draft.phone)
  );
}

function changesOf<D>(stored: D, draft: D, compared: readonly (keyof D & string)[]): Change[] {
  return compared
    .filter((field) => !isNothing(draft[field]) && key(stored[field]) !== key(draft[field]))
    .map((field) => ({ field, from: stored[field], to: draft[field] }));
}

/** An empty list or `false` in a list says nothing: it never takes away what is stored. */
function isNothing(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

function key(value: unknown): string {
  return typeof value === 'string' ? foldCase(squash(value)) : JSON.stringify(value);
}

/** The words of a name without titles; what stands before a comma goes last. */
function nameWords(name: string): string[] {
  const [last = '', first] = foldCase(squash(name))
    .replace(/['’‘ʼ`´′]/g, '')
    .split(',');
  const ordered = first === undefined ? last : `${first} ${last}`;
  return ordered
    .trim()
    .replace(/^((mr|mrs|ms|mx|miss|dr|prof|professor|sir|dame|rev)\.? )+/, '')
    .split(/[\s.]+/)
    .filter((word) => word !== '');
}

/** One key for first and last name in either order. */
function nameKey(name: string): string {
  return nameWords(name).toSorted().join(' ');
}

/** Without what some put behind a plus to sort their letters. */
function mailbox(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*/, '');
}
