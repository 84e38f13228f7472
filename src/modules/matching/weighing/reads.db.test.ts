import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { setScoreWeights } from '../commands/set-score-weights.ts';
import { defaultWeights } from '../weights.ts';
import { previewOf, pricesOf, weightsHistory } from './reads.ts';

const app = await createTestApp();

test('a place is worth what the other need loses without it, and the page can name whom it serves', async () => {
  const { world, need, best, second, read } = await makeMatchingDesk(app);
  const other = await world.need({ area: 'finance' });
  await world.mentor({ expertise: { export: 5 } });
  const ctx = world.systemCtx();
  const found = await read((tx) => pricesOf(tx, ctx, world.programme.id, need.id));
  expect(found?.prices.get(best.id)).toBeGreaterThan(0);
  expect(found?.prices.get(second.id)).toBe(0);
  const names = [...(found?.served.values() ?? [])].flat();
  expect(names).toEqual([other.enrolment.enterprise.name]);
});

test('the preview ranks every open need anew without saving anything', async () => {
  const { world, read } = await makeMatchingDesk(app);
  const ctx = world.systemCtx();
  const preview = await read((tx) => previewOf(tx, ctx, world.programme.id, defaultWeights));
  expect(preview).toEqual({ needs: 1, changed: [] });
  expect(await read((tx) => weightsHistory(tx, world.programme.id))).toEqual([]);
});

test('every version of the weights stays, with the offers made by it', async () => {
  const { world, offer, read } = await makeMatchingDesk(app);
  const manager = await world.ctxAs('manager');
  const set = (reason: string) =>
    setScoreWeights(manager, {
      programmeId: world.programme.id,
      weights: { ...defaultWeights },
      reason,
    });
  await set('First.');
  await offer();
  await set('Second.');
  expect(await read((tx) => weightsHistory(tx, world.programme.id))).toMatchObject([
    { version: 2, reason: 'Second.', offers: 0 },
    { version: 1, reason: 'First.', offers: 1 },
  ]);
});
