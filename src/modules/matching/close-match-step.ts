import { dateInZone, formatDate, timeInZone } from '../../kernel/calendar.ts';
import { listWords } from '../../kernel/text.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { cancelMail } from '../../platform/mail/outbox.ts';
import { finishMatch } from './finish-match-step.ts';
import { haveMet } from './fit/feedback-rows.ts';
import { openFeedback } from './fit/fit-letter.ts';
import { settleRematch } from './rematch/open-rematch-step.ts';
import type { matchForUpdate } from './store.ts';

/** The job of the sessions module that takes planned meetings out of both calendars. */
export const cancelOpenSessions = 'cancel-open-sessions';

/** What the closing letters say beside their first sentence; empty where there is nothing. */
export interface ClosingWords {
  toBoth: string;
  toEnterprise: string;
}

/**
 * Ends a locked match for good: its re-match is settled, meetings still planned are cancelled in the same
 * transaction by a job, and the firm is asked how it went. Gives what the letters to both say about that; neither
 * letter gives the cause.
 */
export async function closeMatch(
  tx: Tx,
  ctx: Ctx,
  match: Awaited<ReturnType<typeof matchForUpdate>>,
  ending: Parameters<typeof finishMatch>[3],
): Promise<ClosingWords> {
  await finishMatch(tx, ctx, match, ending);
  await settleRematch(tx, ctx, match.id, { outcome: 'changed', reason: '' });
  // Questions about it and reminders that still wait would reach people after the farewell.
  await cancelMail(tx, match.id);
  const open = await openSessionsOf(tx, match.id, ctx.clock.now());
  if (open.length > 0) {
    await ctx.app.jobs.send(tx, cancelOpenSessions, { orgId: ctx.orgId, matchId: match.id });
  }
  const { zone } = ctx.org;
  const days = open.map(
    ({ starts_at: at }) => `${formatDate(dateInZone(at, zone))} at ${timeInZone(at, zone)}`,
  );
  const opened = (await haveMet(tx, match.id))
    ? await openFeedback(tx, ctx, {
        matchId: match.id,
        enterpriseId: match.enterprise_id,
        occasion: 'closure',
      })
    : null;
  return {
    toBoth:
      days.length === 0
        ? ''
        : `What was planned for ${listWords(days)} will not take place; you do not have to cancel it.`,
    toEnterprise: opened
      ? `Before you close this chapter: how did it go, and did it help? Two taps, and your mentor never sees the marks:\n${opened.url}`
      : '',
  };
}

/** Meetings of the match that are planned and have not begun, soonest first. */
async function openSessionsOf(tx: Tx, matchId: string, now: string) {
  return tx
    .selectFrom('session as s')
    .innerJoin('session_mentor as k', (on) =>
      on.onRef('k.org_id', '=', 's.org_id').onRef('k.session_id', '=', 's.id'),
    )
    .select('s.starts_at')
    .where('k.match_id', '=', matchId)
    .where('s.state', '=', 'planned')
    .where('s.starts_at', '>', now)
    .orderBy('s.starts_at')
    .limit(20)
    .execute();
}
