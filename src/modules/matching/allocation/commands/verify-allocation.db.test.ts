import { expect, test } from 'vitest';
import {
  type MatchResult,
  parseMatchInput,
} from '../../../../../packages/matching-engine/src/problem.ts';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeMatchDesk } from '../../../../../test/factories/match-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { freeze, thaw } from '../frozen.ts';
import { publishAllocation } from './publish-allocation.ts';
import { verifyAllocation } from './verify-allocation.ts';

const app = await createTestApp();

async function published() {
  const desk = await makeMatchDesk(app);
  const { adviser, allocationId, exporting, anna } = desk;
  await publishAllocation(adviser, {
    allocationId,
    version: 1,
    pairs: [{ needId: exporting.id, mentorId: anna.id, way: 'offer' }],
  });
  return desk;
}

test('proves an allocation anew from what was kept', async () => {
  const { world, adviser, allocationId, allocation, audited } = await published();
  await expectWalls(world, verifyAllocation, { allocationId });
  expect(await verifyAllocation(adviser, { allocationId })).toEqual({ isProved: true, why: null });
  expect(await allocation()).toMatchObject({
    is_proved: true,
    verified_by: adviser.actor.personId,
  });
  expect(await audited('verify-allocation')).toMatchObject([
    { subject_id: allocationId, changes: { isProved: true } },
  ]);
});

test('notices an input or a result that was changed afterwards', async () => {
  const { world, adviser, allocationId, allocation } = await published();
  const kept = await allocation();
  const input = parseMatchInput(JSON.parse(thaw(kept.input ?? Buffer.alloc(0))));
  const result = JSON.parse(thaw(kept.result ?? Buffer.alloc(0))) as MatchResult;
  const set = (values: { input?: Buffer; result?: Buffer }) =>
    world.app.database.tenant(world.orgId, (tx) =>
      tx.updateTable('allocation').set(values).where('id', '=', allocationId).execute(),
    );
  const dearer = input.needs.map((need) => ({ ...need, unmatchedPenalty: 1 }));
  await set({ input: freeze({ ...input, needs: dearer }, result).input });
  expect(await verifyAllocation(adviser, { allocationId })).toMatchObject({ isProved: false });
  const fewer = { ...result, assigned: result.assigned.slice(1) };
  await set({ input: kept.input ?? Buffer.alloc(0), result: freeze(input, fewer).result });
  expect(await verifyAllocation(adviser, { allocationId })).toMatchObject({ isProved: false });
});

test('refuses a draft: there is nothing to prove yet', async () => {
  const { adviser, allocationId } = await makeMatchDesk(app);
  await expect(verifyAllocation(adviser, { allocationId })).rejects.toMatchObject({
    code: 'precondition',
  });
});
