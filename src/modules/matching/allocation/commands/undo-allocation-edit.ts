import { z } from 'zod';
import { precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { addEntry, allocationForUpdate, checkDraft, editsOf } from '../allocation-rows.ts';

/** Takes the last step of a shared proposal back; the log keeps both. */
export const undoAllocationEdit = command({
  name: 'undo-allocation-edit',
  permission: matchingPermissions.allocation.edit,
  input: z.strictObject({ allocationId: z.uuid(), version: z.int() }),
  async run({ ctx, tx, input, allow, audit }) {
    const draft = await allocationForUpdate(tx, input.allocationId);
    allow({ programmeId: draft.programme_id });
    checkDraft(draft, input.version);
    const last = (await editsOf(tx, draft.id)).done.at(-1);
    if (!last) throw precondition('There is no step to take back.');
    const { number, version } = await addEntry(tx, ctx, draft, { kind: 'undo' });
    await audit({
      subject: ['allocation', draft.id],
      changes: { number, kind: last.kind, of: last.number },
    });
    return { number, version };
  },
});
