import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeMatchDesk } from '../../../../../test/factories/match-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { abandonAllocation } from './abandon-allocation.ts';
import { editAllocation } from './edit-allocation.ts';

const app = await createTestApp();

test('gives a proposal up, sends nothing and keeps its steps', async () => {
  const { world, adviser, allocationId, anna, allocation, log, mails, audited } =
    await makeMatchDesk(app);
  await editAllocation(adviser, { allocationId, version: 1, kind: 'pause', mentorId: anna.id });
  const input = { allocationId, version: 2, reason: 'Begun too early.' };
  await expectWalls(world, abandonAllocation, input);
  await abandonAllocation(adviser, input);
  expect(await allocation()).toMatchObject({
    state: 'abandoned',
    close_reason: 'Begun too early.',
    closed_by: adviser.actor.personId,
  });
  expect(await log()).toHaveLength(1);
  expect(await mails('offer')).toEqual([]);
  expect(await audited('abandon-allocation')).toMatchObject([{ subject_id: allocationId }]);
  await expect(abandonAllocation(adviser, { allocationId, version: 3 })).rejects.toThrow(
    /given up/,
  );
});

test('refuses when somebody else changed it meanwhile', async () => {
  const { adviser, allocationId } = await makeMatchDesk(app);
  await expect(abandonAllocation(adviser, { allocationId, version: 9 })).rejects.toMatchObject({
    code: 'conflict',
  });
});
