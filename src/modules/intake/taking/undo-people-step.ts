import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import { referencedIds } from './reference-rows.ts';
import { madeByRun, type Refusals, type UndoSubject, untouched } from './undo-rows.ts';

/** Takes back people whom a run made, what it changed of others, and the places in firms that it gave. */
export async function undoPeople(
  tx: Tx,
  runId: string,
  subjects: readonly UndoSubject[],
): Promise<Refusals> {
  const refusals: Refusals = new Map();
  const mine = await untouched(tx, 'person', subjects, refusals);
  const made = mine.filter(({ isMade }) => isMade).map(({ id }) => id);
  const own = { enterprise_person: madeByRun('created_at', runId) };
  const used = await referencedIds(tx, 'person', made, own);
  for (const id of used) refusals.set(id, 'in-use');
  const free = mine.filter(({ id }) => !used.has(id));
  await sql`delete from enterprise_person x
    where x.person_id = any(${free.map(({ id }) => id)}::uuid[])
      and ${madeByRun('created_at', runId)}`.execute(tx);
  await sql`delete from person p
    where p.id = any(${free.filter(({ isMade }) => isMade).map(({ id }) => id)}::uuid[])`.execute(
    tx,
  );
  const updates = free.filter(({ isMade }) => !isMade).flatMap(earlierFields);
  await sql`
    update person p
    set name = case when r.fields ? 'name' then r.fields->>'name' else p.name end,
      email = case when r.fields ? 'email' then r.fields->>'email' else p.email end,
      phone = case when r.fields ? 'phone' then r.fields->>'phone' else p.phone end,
      version = p.version + 1
    from jsonb_to_recordset(${JSON.stringify(updates)}::jsonb) as r(id uuid, fields jsonb)
    where p.id = r.id and p.removed_at is null`.execute(tx);
  return refusals;
}

function earlierFields({ id, changes }: UndoSubject) {
  const fields: Record<string, unknown> = {};
  for (const { field, from } of changes) {
    if (['name', 'email', 'phone'].includes(field)) fields[field] = from;
  }
  return Object.keys(fields).length === 0 ? [] : [{ id, fields }];
}

/** Removes those whom the run made and whom nothing holds any more; others stay on record. */
export async function removeUnusedPeople(
  tx: Tx,
  runId: string,
  ids: readonly string[],
): Promise<void> {
  const used = await referencedIds(tx, 'person', ids);
  const free = ids.filter((id) => !used.has(id));
  if (free.length === 0) return;
  await sql`delete from person x where x.id = any(${free}::uuid[]) and x.version = 1
    and x.user_id is null and ${madeByRun('created_at', runId)}`.execute(tx);
}
