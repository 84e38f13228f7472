import { sql } from 'kysely';
import { newId } from '../../../kernel/ids.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { intentionResult } from './intent.ts';
import { cutText } from '../../../kernel/text.ts';

/** Keeps what an applicant wants to reach for an adviser to judge, unless words of theirs are there already. */
export async function stateIntention(
  tx: Tx,
  ctx: Ctx,
  enrolmentId: string,
  intention: string,
): Promise<void> {
  if (intention === '') return;
  const { test, result, because } = intentionResult(intention);
  const facts = JSON.stringify({ intention, judgement: null });
  await sql`
    insert into eligibility_test (org_id, id, enrolment_id, test, result, because, facts, decided_at)
    select ${ctx.orgId}::uuid, ${newId()}::uuid, ${enrolmentId}::uuid, ${test}, ${result},
      ${cutText(because.join('\n'), 4000)}, ${facts}::jsonb, ${ctx.clock.now()}::timestamptz
    where not exists (
      select from eligibility_test t
      where t.enrolment_id = ${enrolmentId}::uuid and t.test = ${test}
        and coalesce(t.facts ->> 'intention', '') <> '')`.execute(tx);
}
