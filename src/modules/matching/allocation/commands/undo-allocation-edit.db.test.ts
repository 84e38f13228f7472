import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeMatchDesk } from '../../../../../test/factories/match-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { abandonAllocation } from './abandon-allocation.ts';
import { editAllocation } from './edit-allocation.ts';
import { undoAllocationEdit } from './undo-allocation-edit.ts';

const app = await createTestApp();

test('takes the last step back and keeps both in the log', async () => {
  const { world, adviser, allocationId, anna, log, audited } = await makeMatchDesk(app);
  await editAllocation(adviser, { allocationId, version: 1, kind: 'pause', mentorId: anna.id });
  await expectWalls(world, undoAllocationEdit, { allocationId, version: 2 });
  await undoAllocationEdit(adviser, { allocationId, version: 2 });
  expect((await log()).map((each) => each.kind)).toEqual(['pause', 'undo']);
  expect(await audited('undo-allocation-edit')).toMatchObject([
    { subject_id: allocationId, changes: { kind: 'pause', of: 1 } },
  ]);
});

test('refuses when there is nothing to take back, somebody else was quicker, or it was given up', async () => {
  const { adviser, allocationId } = await makeMatchDesk(app);
  const undo = (version: number) => undoAllocationEdit(adviser, { allocationId, version });
  await expect(undo(1)).rejects.toThrow(/no step/);
  await expect(undo(7)).rejects.toMatchObject({ code: 'conflict' });
  await abandonAllocation(adviser, { allocationId, version: 1 });
  await expect(undo(2)).rejects.toThrow(/given up/);
});
