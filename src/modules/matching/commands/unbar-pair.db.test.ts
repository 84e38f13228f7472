import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { barPair } from './bar-pair.ts';
import { unbarPair } from './unbar-pair.ts';

const app = await createTestApp();

test('a manager lets two meet again, once', async () => {
  const { world, adviser, need, best, offer, audited } = await makeMatchingDesk(app);
  const manager = await world.ctxAs('manager');
  const pair = { enrolmentId: need.enrolment.id, mentorId: best.id };
  await barPair(adviser, { ...pair, cause: 'staff', reason: 'Former partners.' });
  await expect(offer()).rejects.toThrow(/ruled this pair out/);
  const input = { ...pair, reason: 'Settled.' };
  await expectWalls(world, unbarPair, input);
  await unbarPair(manager, input);
  expect(await audited('unbar-pair')).toMatchObject([{ reason: 'Settled.' }]);
  await expect(offer()).resolves.toBeDefined();
  await expect(unbarPair(manager, input), 'no longer barred').rejects.toMatchObject({
    code: 'not-found',
  });
});
