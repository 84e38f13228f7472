import { foldCase, squash } from '../../../kernel/text.ts';
import type { Change } from './enterprise-changes.ts';
import type { ReadRow } from './enterprise-row.ts';
import type { RowDecision } from './duplicates.ts';

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
    const certain = draft.email === null ? undefined : byEmail.get(draft.email);
    const likely = (byName.get(nameKey(draft.name)) ?? []).filter((one) => isLike(one, draft));
    const person =
      certain ?? likely.find((one) => changesOf(one, draft, compared).length === 0) ?? likely[0];
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
      const problem = {
        row,
        column: null,
        code: 'possible-duplicate',
        message,
        isRefusal: false,
      } as const;
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

function isLike(person: PersonKeys, draft: PersonKeys): boolean {
  if (draft.firmIds?.some((id) => person.firmIds?.includes(id)) === true) return true;
  if (person.email !== null && draft.email !== null) return false;
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

function nameKey(name: string): string {
  return foldCase(squash(name))
    .replace(/['’‘`´]/g, '')
    .replace(/^(mr|mrs|ms|miss|dr|prof|professor)\.? /, '');
}
