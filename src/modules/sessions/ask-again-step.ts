import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { askToConfirm } from './confirmation-letter.ts';

/**
 * What these firms were asked about has changed: an earlier answer was to something else, so it goes and
 * they are asked about what holds now. Without this, time would count that a firm has not seen.
 */
export async function askAgain(
  tx: Tx,
  ctx: Ctx,
  { sessionId, enrolmentIds }: { sessionId: string; enrolmentIds: readonly string[] },
): Promise<void> {
  await sql`
    update session_enterprise
    set version = version + 1, seen_version = null, confirmation = 'waiting', confirmed_by = null,
      confirmed_at = null, dispute = '', settlement = '', reminded_at = null
    where session_id = ${sessionId}::uuid and enrolment_id = any(${[...enrolmentIds]}::uuid[])`.execute(
    tx,
  );
  for (const enrolmentId of enrolmentIds) {
    await askToConfirm(tx, ctx, { enrolmentId, sessionIds: [sessionId], why: 'corrected' });
  }
}

/** The firm's answer stays, but it belongs to what was asked before; a form that is open is asked again. */
export async function raiseVersion(
  tx: Tx,
  key: { sessionId: string; enrolmentId: string },
): Promise<void> {
  await sql`
    update session_enterprise
    set version = version + 1,
      seen_version = case when seen_version = version then version + 1 end
    where session_id = ${key.sessionId}::uuid and enrolment_id = ${key.enrolmentId}::uuid`.execute(
    tx,
  );
}
