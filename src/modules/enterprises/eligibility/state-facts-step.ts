import { sql } from 'kysely';
import { newId } from '../../../kernel/ids.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { StatedFact, StatedKind } from './stated-fact.ts';

/** Keeps what an applicant said for an adviser to confirm; the same words are kept once. */
export async function stateFacts(
  tx: Tx,
  ctx: Ctx,
  enrolmentId: string,
  facts: readonly Pick<StatedFact, 'kind' | 'words' | 'statedOn'>[],
): Promise<void> {
  if (facts.length === 0) return;
  const rows = facts.map((fact) => ({ id: newId(), ...fact }));
  await sql`
    insert into stated_fact (org_id, id, enrolment_id, kind, words, stated_on)
    select ${ctx.orgId}::uuid, r.id, ${enrolmentId}::uuid, r.kind, r.words, r."statedOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, kind text, words text, "statedOn" date)
    where not exists (
      select from stated_fact f
      where f.enrolment_id = ${enrolmentId}::uuid and f.kind = r.kind and f.words = r.words)`.execute(
    tx,
  );
}

/** Marks facts of an enrolment as answered: one by its id, or all open ones of a kind. Gives how many. */
export async function answerFacts(
  tx: Tx,
  ctx: Ctx,
  enrolmentId: string,
  which: { id: string } | { kind: StatedKind },
  state: 'confirmed' | 'set-aside',
): Promise<number> {
  let update = tx
    .updateTable('stated_fact')
    .set({ state, answered_by: ctx.actor.personId, answered_at: ctx.clock.now() })
    .where('enrolment_id', '=', enrolmentId)
    .where('state', '=', 'open');
  update =
    'id' in which ? update.where('id', '=', which.id) : update.where('kind', '=', which.kind);
  return Number((await update.executeTakeFirst()).numUpdatedRows);
}
