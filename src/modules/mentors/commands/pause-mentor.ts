import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { mentorPermissions } from '../permissions.ts';
import { presentMentorForUpdate } from '../store.ts';

/** Takes a live mentor out of new matches for a while; present matches go on. */
export const pauseMentor = command({
  name: 'pause-mentor',
  permission: mentorPermissions.mentor.pause,
  input: z.strictObject({
    mentorId: z.uuid(),
    until: z.string().refine(isCalendarDate, 'Enter a real date.').optional(),
    reason: z.string().trim().min(1, 'Say why, in a few words.').max(500),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ mentorId: input.mentorId });
    const mentor = await presentMentorForUpdate(tx, ctx.actor, input.mentorId);
    if (mentor.state !== 'live') throw precondition('Only a live mentor can be paused.');
    if (input.until && input.until <= ctx.clock.today(ctx.org.zone)) {
      throw invalid({ until: 'The pause must end after today.' });
    }
    await tx
      .updateTable('mentor')
      .set({
        state: 'paused',
        paused_until: input.until ?? null,
        pause_reason: input.reason,
        version: mentor.version + 1,
      })
      .where('id', '=', mentor.id)
      .execute();
    await audit({
      subject: ['mentor', mentor.id],
      changes: { state: ['live', 'paused'], until: input.until ?? null },
    });
    return { mentorId: mentor.id };
  },
});
