import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { openText, type PrivatePlace, sealText } from '../../platform/private-text.ts';

interface Remark {
  sessionId: string;
  mentorId: string;
  body: string;
}

/** Keeps a mentor's private remark, sealed; a later one replaces it. */
export async function writeRemark(tx: Tx, ctx: Ctx, remark: Remark): Promise<void> {
  const body = sealText(ctx, placeOf(remark), remark.body);
  const row = { body, written_at: ctx.clock.now() };
  await tx
    .insertInto('session_remark')
    .values({
      org_id: ctx.orgId,
      session_id: remark.sessionId,
      mentor_id: remark.mentorId,
      ...row,
    })
    .onConflict((clash) => clash.columns(['org_id', 'session_id', 'mentor_id']).doUpdateSet(row))
    .execute();
}

/** The remark in clear, or null; the caller has asked the permission. */
export async function readRemark(
  tx: Tx,
  ctx: Ctx,
  place: Omit<Remark, 'body'>,
): Promise<string | null> {
  const row = await tx
    .selectFrom('session_remark')
    .select('body')
    .where('session_id', '=', place.sessionId)
    .where('mentor_id', '=', place.mentorId)
    .executeTakeFirst();
  return row ? openText(ctx, placeOf(place), row.body) : null;
}

function placeOf({ sessionId, mentorId }: Omit<Remark, 'body'>): PrivatePlace {
  return ['session_remark', 'body', `${sessionId}/${mentorId}`];
}
