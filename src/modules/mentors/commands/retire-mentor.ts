import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { plural } from '../../../kernel/text.ts';
import { command } from '../../../platform/command.ts';
import { reachOf } from '../../programmes/reach/reads.ts';
import { mentorPermissions } from '../permissions.ts';
import { isForEverybody, presentMentorForUpdate } from '../store.ts';

/** Ends a mentor's time with the organisation; refused while enterprises still count on them. */
export const retireMentor = command({
  name: 'retire-mentor',
  permission: mentorPermissions.mentor.retire,
  input: z.strictObject({
    mentorId: z.uuid(),
    reason: z.string().trim().min(1, 'Say why, in a few words.').max(500),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ mentorId: input.mentorId });
    const mentor = await presentMentorForUpdate(tx, ctx.actor, input.mentorId);
    const isLimited = mentor.id !== ctx.actor.mentorId && reachOf(ctx.actor) !== null;
    if (isLimited && (await isForEverybody(tx, mentor.person_id))) {
      throw precondition(
        'This mentor works for the whole organisation. Ask somebody who does too to end that.',
      );
    }
    const running = await tx
      .selectFrom('match')
      .select((by) => by.fn.countAll<number>().as('n'))
      .where('mentor_id', '=', mentor.id)
      .where('end_cause', 'is', null)
      .where((where) =>
        where.or([
          where(where.fn<string | null>('upper', ['during']), 'is', null),
          where(where.fn<string>('upper', ['during']), '>', ctx.clock.today(ctx.org.zone)),
        ]),
      )
      .executeTakeFirstOrThrow();
    if (running.n > 0) {
      throw precondition(
        `This mentor still has ${plural(running.n, 'match', 'matches')}. End each with a handover first.`,
      );
    }
    const asked = await tx
      .selectFrom('offer')
      .select('id')
      .where('mentor_id', '=', mentor.id)
      .where('state', '=', 'pending')
      .executeTakeFirst();
    if (asked) {
      throw precondition('An offer waits for this mentor. It must be answered or withdrawn first.');
    }
    await tx
      .updateTable('mentor')
      .set({ state: 'left', pause_reason: input.reason, version: mentor.version + 1 })
      .where('id', '=', mentor.id)
      .execute();
    await audit({ subject: ['mentor', mentor.id], changes: { state: [mentor.state, 'left'] } });
    return { mentorId: mentor.id };
  },
});
