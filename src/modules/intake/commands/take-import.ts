import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { recordId } from '../../enterprises/inputs.ts';
import { intakePermissions } from '../permissions.ts';
import { dropFile, runForUpdate, updateRun } from '../store.ts';
import { countWaiting } from '../taking/run-rows.ts';
import { mayImport } from '../taking/target.ts';

/** Starts writing the good rows; asked again while it goes on, it makes sure that it does. */
export const takeImport = command({
  name: 'take-import',
  permission: intakePermissions.import.run,
  input: z.strictObject({ runId: recordId }),
  async run({ ctx, tx, input, allow, audit }) {
    const run = await runForUpdate(tx, input.runId);
    allow({ programmeId: run.programme_id });
    if (!mayImport(ctx.actor, run.kind, run.programme_id)) throw notFound('import');
    if (run.state !== 'checked' && run.state !== 'taking') {
      throw precondition('Only a checked list can be taken in.');
    }
    const rows = await countWaiting(tx, run.id);
    if (run.state === 'checked') {
      await dropFile(tx, run);
      await updateRun(tx, run.id, { state: 'taking', progress: 0, total: rows });
    }
    await ctx.app.jobs.send(
      tx,
      'take-import',
      { orgId: ctx.orgId, runId: run.id },
      { singletonKey: run.id },
    );
    await audit({ subject: ['import_run', run.id], changes: { rows } });
    return { runId: run.id, rows };
  },
});
