import { dateInZone } from '../../kernel/calendar.ts';
import { precondition } from '../../kernel/errors.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { may } from '../../platform/permission.ts';
import { mentorsCorrectionProblem } from './correction.ts';
import { sessionPermissions } from './permissions.ts';

interface Session {
  id: string;
  programme_id: string;
  state: string;
  logged_at: string | null;
}

/** Refuses a mentor who corrects or takes out a session too late; staff, who answer for the count, may always. */
export async function refuseLateCorrection(
  tx: Tx,
  ctx: Ctx,
  session: Session,
  zone: string,
): Promise<void> {
  const subject = { programmeId: session.programme_id };
  if (may(ctx.actor, sessionPermissions.session.excuse, subject)) return;
  const firms = await tx
    .selectFrom('session_enterprise')
    .select('confirmation')
    .where('session_id', '=', session.id)
    .execute();
  const problem = mentorsCorrectionProblem(
    {
      state: session.state,
      confirmations: firms.map((firm) => firm.confirmation),
      loggedOn: session.logged_at === null ? null : dateInZone(session.logged_at, zone),
    },
    ctx.clock.today(zone),
  );
  if (problem !== null) throw precondition(problem);
}
