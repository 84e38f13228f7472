import { sql } from 'kysely';
import type { CalendarDate } from '../../kernel/calendar.ts';
import { notFound, precondition } from '../../kernel/errors.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { reachOf } from '../programmes/reach/reads.ts';
import { isForEverybody, presentMentorForUpdate } from './store.ts';

/** Takes a live mentor out of new matches; gives the locked mentor. */
export async function mentorPauses(
  tx: Tx,
  ctx: Ctx,
  pause: { mentorId: string; until: CalendarDate | null },
) {
  const mentor = await presentMentorForUpdate(tx, ctx.actor, pause.mentorId);
  if (mentor.state !== 'live') throw precondition('Only a live mentor can be paused.');
  await tx
    .updateTable('mentor')
    .set({
      state: 'paused',
      paused_until: pause.until,
      version: mentor.version + 1,
    })
    .where('id', '=', mentor.id)
    .execute();
  return mentor;
}

/** Locks a mentor whom the actor may let go of; refuses one of the whole organisation to staff of some programmes. */
export async function leavingMentor(tx: Tx, ctx: Ctx, mentorId: string) {
  const mentor = await presentMentorForUpdate(tx, ctx.actor, mentorId);
  const isLimited = mentor.id !== ctx.actor.mentorId && reachOf(ctx.actor) !== null;
  if (isLimited && (await isForEverybody(tx, mentor.person_id))) {
    throw precondition(
      'This mentor works for the whole organisation. Ask somebody who does too to end that.',
    );
  }
  return mentor;
}

/** Takes a locked mentor off the panel. */
export async function mentorLeaves(tx: Tx, mentorId: string): Promise<void> {
  await tx
    .updateTable('mentor')
    .set({ state: 'left', version: sql<number>`version + 1` })
    .where('id', '=', mentorId)
    .execute();
}

/** The mentor that the person is and who has not left, locked; null when there is none. */
export async function presentMentorOf(tx: Tx, personId: string) {
  const mentor = await tx
    .selectFrom('mentor')
    .select(['id', 'state'])
    .where('person_id', '=', personId)
    .where('state', '<>', 'left')
    .forUpdate()
    .executeTakeFirst();
  return mentor ?? null;
}

/** The state of the mentor, locked: whoever gives away a place waits. */
export async function lockedMentor(tx: Tx, mentorId: string) {
  const mentor = await tx
    .selectFrom('mentor')
    .select(['id', 'state', 'person_id'])
    .where('id', '=', mentorId)
    .forUpdate()
    .executeTakeFirst();
  if (!mentor) throw notFound('mentor');
  return mentor;
}
