import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { programmePermissions } from '../permissions.ts';
import { programmeForEdit, saveProgramme } from '../store.ts';

/** Sets who else may help: named on the public page while it is closed, and in refusals. */
export const setSignposts = command({
  name: 'set-signposts',
  permission: programmePermissions.programme.edit,
  input: z.strictObject({
    programmeId: z.uuid(),
    version: z.int().positive(),
    reason: z.string().trim().max(2000).optional(),
    signposts: z
      .array(
        z.strictObject({
          name: z.string().trim().min(1, 'Enter the name of the organisation.').max(200),
          about: z.string().trim().max(300).default(''),
          address: z.string().trim().max(300).default(''),
        }),
      )
      .max(20, 'Name at most twenty.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeForEdit(tx, input);
    const before = (programme.signposts as unknown[]).length;
    const saved = await saveProgramme(tx, ctx, {
      ...{ programme, kind: 'signposts', reason: input.reason },
      fields: { signposts: JSON.stringify(input.signposts) },
    });
    await audit({
      subject: ['programme', programme.id],
      ...(input.reason ? { reason: input.reason } : {}),
      changes: {
        signposts: [before, input.signposts.length],
        settingChange: saved.settingChange,
      },
    });
    return saved;
  },
});
