import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../../test/factories/world.ts';
import { newId } from '../../../../kernel/ids.ts';
import { abandonAllocation } from './abandon-allocation.ts';
import { startAllocation } from './start-allocation.ts';

const app = await createTestApp();

test('begins one draft that the advisers of a programme share', async () => {
  const world = await makeWorld(app);
  const input = { programmeId: world.programme.id };
  await expectWalls(world, startAllocation, input);
  const one = await startAllocation(await world.ctxAs('adviser'), input);
  const two = await startAllocation(await world.ctxAs('manager'), input);
  expect(two).toEqual(one);
  const audit = await app.database.read(world.orgId, (tx) =>
    tx
      .selectFrom('audit')
      .select(['subject_id', 'changes'])
      .where('action', '=', 'start-allocation')
      .orderBy('seq')
      .execute(),
  );
  expect(audit).toMatchObject([
    { subject_id: one.allocationId, changes: { isNew: true } },
    { subject_id: one.allocationId, changes: { isNew: false } },
  ]);
});

test('two advisers who begin at once share one draft, and a double click makes one', async () => {
  const world = await makeWorld(app);
  const input = { programmeId: world.programme.id };
  const adviser = await world.ctxAs('adviser');
  const ctx = { ...adviser, idempotencyKey: newId() };
  const made = await Promise.all([
    startAllocation(ctx, input),
    startAllocation(ctx, input),
    startAllocation(await world.ctxAs('manager'), input),
  ]);
  expect(new Set(made.map((each) => each.allocationId)).size).toBe(1);
});

test('a new one can be begun when the last was given up, and none in a closed programme', async () => {
  const world = await makeWorld(app);
  const adviser = await world.ctxAs('adviser');
  const input = { programmeId: world.programme.id };
  const { allocationId } = await startAllocation(adviser, input);
  await abandonAllocation(adviser, { allocationId, version: 1 });
  const next = await startAllocation(adviser, input);
  expect(next.allocationId).not.toBe(allocationId);
  await app.database.tenant(world.orgId, (tx) =>
    tx.updateTable('programme').set({ state: 'closed' }).execute(),
  );
  await expect(startAllocation(adviser, input)).rejects.toThrow(/closed/);
});
