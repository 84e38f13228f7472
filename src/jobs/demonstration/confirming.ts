import type { Ctx } from '../../platform/context.ts';
import { confirmSession } from '../../modules/sessions/commands/confirm-session.ts';
import { askedSessions } from '../../modules/sessions/confirming/reads.ts';

/** Somebody of the firm opens the page, sees what is logged, and says that it is right. */
export async function confirmAsShown(
  ctx: Ctx,
  about: { sessionId: string; enrolmentId: string },
): Promise<void> {
  const { sessionId, enrolmentId } = about;
  const [shown] = await ctx.app.database.read(ctx.orgId, (tx) =>
    askedSessions(tx, { enrolmentId, sessionIds: [sessionId] }),
  );
  if (shown) await confirmSession(ctx, { ...about, version: shown.version });
}
