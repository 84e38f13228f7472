import { z } from 'zod';
import { checkVersion, command } from '../../../platform/command.ts';
import { mentorPermissions } from '../permissions.ts';
import { profileColumns, profileFields } from '../profile.ts';
import { presentMentorForUpdate } from '../store.ts';

/** Changes a mentor's profile; by staff or by the mentor. */
export const editMentor = command({
  name: 'edit-mentor',
  permission: mentorPermissions.mentor.edit,
  input: z.strictObject({
    mentorId: z.uuid(),
    version: z.int().positive(),
    ...profileFields,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ mentorId: input.mentorId });
    const mentor = await presentMentorForUpdate(tx, ctx.actor, input.mentorId);
    checkVersion(mentor, input.version, 'profile');
    const version = mentor.version + 1;
    await tx
      .updateTable('mentor')
      .set({ ...profileColumns(input), version })
      .where('id', '=', mentor.id)
      .execute();
    await audit({
      subject: ['mentor', mentor.id],
      changes: { places: [mentor.places, input.places], meets: input.meets, stages: input.stages },
    });
    return { mentorId: mentor.id, version };
  },
});
