import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';

/** The needs of a firm were changed: what it said about its main issue has been acted on. */
export async function settleIssues(tx: Tx, ctx: Ctx, enrolmentId: string): Promise<void> {
  await tx
    .updateTable('contact')
    .set({
      issue_outcome: 'changed',
      issue_settled_by: ctx.actor.personId,
      issue_settled_at: ctx.clock.now(),
    })
    .where('enrolment_id', '=', enrolmentId)
    .where('has_issue_changed', '=', true)
    .where('issue_outcome', 'is', null)
    .execute();
}

export const issueRow = 'issue/';

/** The row of a changed issue was kept: the need stays as it is, whatever the firm said in that contact. */
export async function keepIssue(
  tx: Tx,
  ctx: Ctx,
  programmeId: string,
  rowKey: string,
): Promise<void> {
  if (!rowKey.startsWith(issueRow)) return;
  await sql`
    update contact c set issue_outcome = 'kept', issue_settled_by = ${ctx.actor.personId},
      issue_settled_at = ${ctx.clock.now()}
    from enrolment n
    where n.org_id = c.org_id and n.id = c.enrolment_id
      and n.programme_id = ${programmeId}::uuid
      and n.id::text = ${rowKey.slice(issueRow.length)}
      and c.has_issue_changed and c.issue_outcome is null`.execute(tx);
}
