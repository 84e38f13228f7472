import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { defaultWeights } from '../weights.ts';
import { setScoreWeights } from './set-score-weights.ts';

const app = await createTestApp();

test('each change is a version with a reason, and offers keep the version they were made with', async () => {
  const { world, read, offer, audited } = await makeMatchingDesk(app);
  const manager = await world.ctxAs('manager');
  const weights = { ...defaultWeights, expertise: 45, sector: 10 };
  const input = { programmeId: world.programme.id, weights, reason: 'Sector says little here.' };
  await expectWalls(world, setScoreWeights, input);
  await setScoreWeights(manager, input);
  const { offerId } = await offer();
  await setScoreWeights(manager, { ...input, weights: defaultWeights, reason: 'Back again.' });
  const row = await read((tx) =>
    tx.selectFrom('offer').select('weights_version').where('id', '=', offerId).executeTakeFirst(),
  );
  expect(row).toEqual({ weights_version: 1 });
  expect(await audited('set-score-weights')).toHaveLength(2);
});

test('weights that do not sum to 100 are refused in whatever state the programme is', async () => {
  const { world } = await makeMatchingDesk(app);
  await expect(
    setScoreWeights(await world.ctxAs('manager'), {
      programmeId: world.programme.id,
      weights: { ...defaultWeights, expertise: 41 },
      reason: 'A slip',
    }),
  ).rejects.toMatchObject({ code: 'invalid' });
});

test('of two people who set the weights at once the second is told', async () => {
  const { world, read } = await makeMatchingDesk(app);
  const manager = await world.ctxAs('manager');
  const input = { programmeId: world.programme.id, weights: defaultWeights, version: 0 };
  await setScoreWeights(manager, { ...input, reason: 'Said anew.' });
  await expect(setScoreWeights(manager, { ...input, reason: 'At once.' })).rejects.toMatchObject({
    code: 'conflict',
  });
  const rows = await read((tx) => tx.selectFrom('score_weights').select('version').execute());
  expect(rows).toEqual([{ version: 1 }]);
});
