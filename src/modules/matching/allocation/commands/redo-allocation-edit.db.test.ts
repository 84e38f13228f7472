import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeMatchDesk } from '../../../../../test/factories/match-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { abandonAllocation } from './abandon-allocation.ts';
import { editAllocation } from './edit-allocation.ts';
import { redoAllocationEdit } from './redo-allocation-edit.ts';
import { undoAllocationEdit } from './undo-allocation-edit.ts';

const app = await createTestApp();

test('brings back the step that was taken back, once', async () => {
  const { world, adviser, allocationId, anna, log, audited } = await makeMatchDesk(app);
  await editAllocation(adviser, { allocationId, version: 1, kind: 'pause', mentorId: anna.id });
  await undoAllocationEdit(adviser, { allocationId, version: 2 });
  await expectWalls(world, redoAllocationEdit, { allocationId, version: 3 });
  await redoAllocationEdit(adviser, { allocationId, version: 3 });
  expect((await log()).map((each) => each.kind)).toEqual(['pause', 'undo', 'redo']);
  expect(await audited('redo-allocation-edit')).toMatchObject([
    { subject_id: allocationId, changes: { kind: 'pause', of: 1 } },
  ]);
  await expect(redoAllocationEdit(adviser, { allocationId, version: 4 })).rejects.toThrow(
    /no step to bring back/,
  );
});

test('refuses in an allocation that was given up', async () => {
  const { adviser, allocationId } = await makeMatchDesk(app);
  await abandonAllocation(adviser, { allocationId, version: 1 });
  await expect(redoAllocationEdit(adviser, { allocationId, version: 2 })).rejects.toThrow(
    /given up/,
  );
});
