import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { impactPermissions } from '../permissions.ts';
import { outputForUpdate } from '../store.ts';

/** A second person checks the evidence of an output. Who recorded it cannot verify it. */
export const verifyOutput = command({
  name: 'verify-output',
  permission: impactPermissions.output.verify,
  input: z.strictObject({ outputId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const output = await outputForUpdate(tx, input.outputId);
    allow({ programmeId: output.programme_id });
    if (output.state === 'verified') throw precondition('This output is verified already.');
    if (output.state === 'withdrawn') throw precondition('This output was withdrawn.');
    if (output.recorded_by === ctx.actor.personId) {
      throw precondition('You recorded this output: another person has to verify it.');
    }
    await tx
      .updateTable('output')
      .set({
        state: 'verified',
        verified_by: ctx.actor.personId,
        verified_at: ctx.clock.now(),
        version: output.version + 1,
      })
      .where('id', '=', output.id)
      .execute();
    await audit({ subject: ['output', output.id], changes: { state: [output.state, 'verified'] } });
    return { outputId: output.id };
  },
});
