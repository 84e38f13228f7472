import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { PersonDraft } from '../import/person-row.ts';
import { addContacts, insertPeople } from './contacts-step.ts';
import type { Clashes, TakenRow } from './planned-row.ts';

type Row = TakenRow<PersonDraft>;

/** Writes rows of people: new ones, what is added to known ones, and their place in a firm. */
export async function writePeople(tx: Tx, ctx: Ctx, rows: readonly Row[]): Promise<Clashes> {
  const people = rows
    .filter(({ outcome }) => outcome === 'create')
    .map(({ subjectId, draft }) => ({
      id: subjectId,
      name: draft.name,
      email: draft.email,
      phone: draft.phone,
    }));
  await insertPeople(tx, ctx, people);
  await updatePeople(tx, ctx, rows);
  await addContacts(
    tx,
    ctx,
    rows.flatMap(({ subjectId, draft, changes }) => {
      const firm = changes.find(({ field }) => field === 'enterprise')?.to;
      return typeof firm === 'string'
        ? [{ ...draft, enterpriseId: firm, personId: subjectId, isFirst: false }]
        : [];
    }),
  );
  return new Map();
}

async function updatePeople(tx: Tx, ctx: Ctx, rows: readonly Row[]): Promise<void> {
  const updates = rows
    .filter(({ outcome }) => outcome === 'update')
    .map(({ subjectId, changes }) => ({
      id: subjectId,
      ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
    }))
    .filter((update) => 'name' in update || 'email' in update || 'phone' in update);
  if (updates.length === 0) return;
  await sql`
    update person p
    set name = coalesce(r.name, p.name), email = coalesce(r.email, p.email),
      phone = coalesce(r.phone, p.phone), version = p.version + 1
    from jsonb_to_recordset(${JSON.stringify(updates)}::jsonb)
      as r(id uuid, name text, email text, phone text)
    where p.org_id = ${ctx.orgId}::uuid and p.id = r.id and p.removed_at is null`.execute(tx);
}
