import { sql } from 'kysely';
import { invalid, precondition } from '../../kernel/errors.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { needWaitsAgain } from '../diagnosis/need-waits-again-step.ts';
import { todayIn } from '../programmes/reads.ts';
import { type EndCause, endOfMatch, needsHandover } from './match.ts';
import type { matchForUpdate } from './store.ts';

interface Ending {
  cause: EndCause;
  note: string;
  handover: string;
}

/**
 * Ends a locked match today; the mentor's place is free at once, and a need that nobody else works on waits again.
 * Refuses without a handover where one is due.
 */
export async function finishMatch(
  tx: Tx,
  ctx: Ctx,
  match: Awaited<ReturnType<typeof matchForUpdate>>,
  { cause, note, handover }: Ending,
): Promise<void> {
  if (match.end_cause !== null) throw precondition('This match has ended already.');
  if (needsHandover(cause) && handover === '') {
    throw invalid({ handover: 'Say what the next mentor must know.' });
  }
  const today = await todayIn(tx, ctx, match.programme_id);
  const until = endOfMatch(match.from_on, today);
  await sql`
    update match set during = daterange(lower(during), ${until}::date), end_cause = ${cause},
      ended_on = ${today}::date,
      end_note = ${note || null}, handover = ${handover || null}, ended_by = ${ctx.actor.personId},
      version = version + 1
    where id = ${match.id}::uuid`.execute(tx);
  const another = await tx
    .selectFrom('match')
    .select('id')
    .where('need_id', '=', match.need_id)
    .where('end_cause', 'is', null)
    .executeTakeFirst();
  if (!another) await needWaitsAgain(tx, match.need_id, today);
}
