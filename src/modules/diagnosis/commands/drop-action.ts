import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { todayIn } from '../../programmes/reads.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { actionForUpdate } from '../store.ts';

/** Drops an action that no longer makes sense; it stays in the history. */
export const dropAction = command({
  name: 'drop-action',
  permission: diagnosisPermissions.action.write,
  input: z.strictObject({ actionId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const action = await actionForUpdate(tx, input.actionId);
    allow({ programmeId: action.programme_id, enterpriseId: action.enterprise_id });
    if (action.state !== 'open') throw precondition('This action is not open any more.');
    await tx
      .updateTable('action')
      .set({
        state: 'dropped',
        ended_on: await todayIn(tx, ctx, action.programme_id),
        version: action.version + 1,
      })
      .where('id', '=', action.id)
      .execute();
    await audit({ subject: ['action', action.id], changes: { state: ['open', 'dropped'] } });
    return { actionId: action.id };
  },
});
