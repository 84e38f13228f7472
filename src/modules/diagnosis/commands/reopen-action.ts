import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { actionForUpdate } from '../store.ts';

/** Takes "done" or "dropped" back. */
export const reopenAction = command({
  name: 'reopen-action',
  permission: diagnosisPermissions.action.write,
  input: z.strictObject({ actionId: z.uuid() }),
  async run({ tx, input, allow, audit }) {
    const action = await actionForUpdate(tx, input.actionId);
    allow({ programmeId: action.programme_id, enterpriseId: action.enterprise_id });
    if (action.state === 'open') throw precondition('This action is open already.');
    await tx
      .updateTable('action')
      .set({ state: 'open', ended_on: null, version: action.version + 1 })
      .where('id', '=', action.id)
      .execute();
    await audit({ subject: ['action', action.id], changes: { state: [action.state, 'open'] } });
    return { actionId: action.id };
  },
});
