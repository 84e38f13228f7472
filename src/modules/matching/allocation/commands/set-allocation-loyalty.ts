import { z } from 'zod';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { addEntry, allocationForUpdate, checkDraft } from '../allocation-rows.ts';

/** Sets by how much moving an existing match must be better; null lets every existing match stay. */
export const setAllocationLoyalty = command({
  name: 'set-allocation-loyalty',
  permission: matchingPermissions.allocation.edit,
  input: z.strictObject({
    allocationId: z.uuid(),
    version: z.int(),
    points: z.int('Choose a step.').min(0).max(10_000).nullable(),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const draft = await allocationForUpdate(tx, input.allocationId);
    allow({ programmeId: draft.programme_id });
    checkDraft(draft, input.version);
    const entry = { kind: 'loyalty', amount: input.points } as const;
    const { number, version } = await addEntry(tx, ctx, draft, entry);
    await audit({
      subject: ['allocation', draft.id],
      changes: { number, kind: 'loyalty', amount: input.points },
    });
    return { number, version };
  },
});
