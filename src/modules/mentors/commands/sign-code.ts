import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { admitted } from '../admission.ts';
import { mentorPermissions } from '../permissions.ts';
import { presentMentorForUpdate } from '../store.ts';

/** Records that the mentor signed the code of conduct: the mentor today, or staff from a paper. */
export const signCode = command({
  name: 'sign-code',
  permission: mentorPermissions.mentor.edit,
  input: z.strictObject({
    mentorId: z.uuid(),
    signedOn: z.string().refine(isCalendarDate, 'Enter a real date.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ mentorId: input.mentorId });
    const mentor = await presentMentorForUpdate(tx, ctx.actor, input.mentorId);
    if (input.signedOn > ctx.clock.today(ctx.org.zone)) {
      throw invalid({ signedOn: 'The code cannot be signed in the future.' });
    }
    const state = admitted({ ...mentor, code_signed_on: input.signedOn });
    await tx
      .updateTable('mentor')
      .set({ code_signed_on: input.signedOn, state, version: mentor.version + 1 })
      .where('id', '=', mentor.id)
      .execute();
    await audit({
      subject: ['mentor', mentor.id],
      changes: {
        codeSignedOn: [mentor.code_signed_on, input.signedOn],
        state: [mentor.state, state],
      },
    });
    return { state };
  },
});
