import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { mentorPermissions } from '../permissions.ts';
import { admitted } from '../admission.ts';
import { presentMentorForUpdate } from '../store.ts';

/** Records that the mentor attended the induction; with the signed code this makes them live. */
export const recordInduction = command({
  name: 'record-induction',
  permission: mentorPermissions.mentor.admit,
  input: z.strictObject({
    mentorId: z.uuid(),
    inductedOn: z.string().refine(isCalendarDate, 'Enter a real date.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ mentorId: input.mentorId });
    const mentor = await presentMentorForUpdate(tx, ctx.actor, input.mentorId);
    if (input.inductedOn > ctx.clock.today(ctx.org.zone)) {
      throw invalid({ inductedOn: 'The induction cannot be in the future.' });
    }
    const state = admitted({ ...mentor, inducted_on: input.inductedOn });
    await tx
      .updateTable('mentor')
      .set({ inducted_on: input.inductedOn, state, version: mentor.version + 1 })
      .where('id', '=', mentor.id)
      .execute();
    await audit({
      subject: ['mentor', mentor.id],
      changes: { inductedOn: [mentor.inducted_on, input.inductedOn], state: [mentor.state, state] },
    });
    return { state };
  },
});
