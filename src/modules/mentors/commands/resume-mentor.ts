import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { mentorPermissions } from '../permissions.ts';
import { presentMentorForUpdate } from '../store.ts';

/** Ends a pause: the mentor can be matched again at once. */
export const resumeMentor = command({
  name: 'resume-mentor',
  permission: mentorPermissions.mentor.pause,
  input: z.strictObject({ mentorId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ mentorId: input.mentorId });
    const mentor = await presentMentorForUpdate(tx, ctx.actor, input.mentorId);
    if (mentor.state !== 'paused') throw precondition('This mentor is not paused.');
    await tx
      .updateTable('mentor')
      .set({ state: 'live', paused_until: null, version: mentor.version + 1 })
      .where('id', '=', mentor.id)
      .execute();
    await audit({ subject: ['mentor', mentor.id], changes: { state: ['paused', 'live'] } });
    return { mentorId: mentor.id };
  },
});
