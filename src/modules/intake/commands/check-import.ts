import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { recordId } from '../../enterprises/inputs.ts';
import { intakePermissions } from '../permissions.ts';
import { runForUpdate, updateRun } from '../store.ts';

/** Starts the check of a mapped list; it goes on when the page is left. */
export const checkImport = command({
  name: 'check-import',
  permission: intakePermissions.import.run,
  input: z.strictObject({ runId: recordId }),
  async run({ ctx, tx, input, allow, audit }) {
    const run = await runForUpdate(tx, input.runId);
    allow({ programmeId: run.programme_id });
    if (!['mapped', 'checking', 'checked', 'failed'].includes(run.state)) {
      throw precondition('This list cannot be checked now. Say first what its columns hold.');
    }
    await updateRun(tx, run.id, { state: 'checking', progress: 0, counts: '{}', failure: null });
    await ctx.app.jobs.send(
      tx,
      'check-import',
      { orgId: ctx.orgId, runId: run.id },
      { singletonKey: run.id },
    );
    await audit({ subject: ['import_run', run.id] });
    return { runId: run.id };
  },
});
