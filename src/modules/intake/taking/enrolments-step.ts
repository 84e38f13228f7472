import { sql } from 'kysely';
import { monthsBetween } from '../../../kernel/calendar.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { stageOfAge } from '../../programmes/programme.ts';
import type { StoredEnterprise } from '../import/enterprise-changes.ts';

interface NewApplicant extends Pick<StoredEnterprise, 'id' | 'tradingSince' | 'incorporatedOn'> {
  isPreStart?: boolean;
}

/** Makes firms applicants of the programme; those that are in it already stay as they are. */
export async function enrolFirms(
  tx: Tx,
  ctx: Ctx,
  { programmeId, source }: { programmeId: string; source: 'import' | 'public' | 'staff' },
  firms: readonly NewApplicant[],
): Promise<void> {
  if (firms.length === 0) return;
  const today = ctx.clock.today(ctx.org.zone);
  const rows = firms.map((firm) => {
    const since = firm.tradingSince ?? firm.incorporatedOn;
    // An age that is not known makes nobody a start-up.
    const months = since === null ? 36 : Math.max(0, monthsBetween(since, today));
    const stage = stageOfAge(firm.isPreStart === true ? null : months);
    return { id: newId(), enterprise_id: firm.id, stage };
  });
  await sql`
    insert into enrolment (org_id, id, programme_id, enterprise_id, stage, source, applied_on,
      created_at)
    select ${ctx.orgId}::uuid, r.id, ${programmeId}::uuid, r.enterprise_id, r.stage, ${source},
      ${today}::date, ${ctx.clock.now()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, enterprise_id uuid, stage text)
    on conflict (org_id, programme_id, enterprise_id) do nothing`.execute(tx);
}
