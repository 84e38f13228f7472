import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeMatchDesk } from '../../../../../test/factories/match-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { abandonAllocation } from './abandon-allocation.ts';
import { setAllocationLoyalty } from './set-allocation-loyalty.ts';

const app = await createTestApp();

test('is a step of the log like any other', async () => {
  const { world, adviser, allocationId, log, audited } = await makeMatchDesk(app);
  const input = { allocationId, version: 1, points: 300 };
  await expectWalls(world, setAllocationLoyalty, input);
  await setAllocationLoyalty(adviser, input);
  await setAllocationLoyalty(adviser, { allocationId, version: 2, points: null });
  expect(await log()).toMatchObject([
    { kind: 'loyalty', amount: 300 },
    { kind: 'loyalty', amount: null },
  ]);
  expect(await audited('set-allocation-loyalty')).toMatchObject([
    { changes: { amount: 300 } },
    { changes: { amount: null } },
  ]);
});

test('refuses when somebody else was quicker or it was given up', async () => {
  const { adviser, allocationId } = await makeMatchDesk(app);
  const set = (version: number) =>
    setAllocationLoyalty(adviser, { allocationId, version, points: 100 });
  await expect(set(5)).rejects.toMatchObject({ code: 'conflict' });
  await abandonAllocation(adviser, { allocationId, version: 1 });
  await expect(set(2)).rejects.toThrow(/given up/);
});
