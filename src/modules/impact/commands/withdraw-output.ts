import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { impactPermissions } from '../permissions.ts';
import { outputForUpdate } from '../store.ts';

/** Takes an output out of every count, with the reason; the row stays. */
export const withdrawOutput = command({
  name: 'withdraw-output',
  permission: impactPermissions.output.withdraw,
  input: z.strictObject({
    outputId: z.uuid(),
    reason: z.string().trim().min(1, 'Say why the output is taken out.').max(1000),
  }),
  async run({ tx, input, allow, audit }) {
    const output = await outputForUpdate(tx, input.outputId);
    allow({ programmeId: output.programme_id });
    if (output.state === 'withdrawn') throw precondition('This output was withdrawn already.');
    await tx
      .updateTable('output')
      .set({ state: 'withdrawn', version: output.version + 1 })
      .where('id', '=', output.id)
      .execute();
    await audit({
      subject: ['output', output.id],
      reason: input.reason,
      changes: { state: [output.state, 'withdrawn'] },
    });
    return { outputId: output.id };
  },
});
