import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { withdrawShortlist } from './withdraw-shortlist.ts';

const app = await createTestApp();

test('takes back a list once, and another can be sent', async () => {
  const desk = await makeMatchingDesk(app);
  const { shortlistId } = await desk.shortlist();
  await expectWalls(desk.world, withdrawShortlist, { shortlistId });
  await withdrawShortlist(desk.adviser, { shortlistId });
  expect(await desk.stateOf('shortlist', shortlistId)).toBe('withdrawn');
  expect(await desk.audited('withdraw-shortlist')).toMatchObject([{ subject_id: shortlistId }]);
  await expect(withdrawShortlist(desk.adviser, { shortlistId })).rejects.toMatchObject({
    code: 'precondition',
  });
  await expect(desk.shortlist()).resolves.toBeDefined();
});
