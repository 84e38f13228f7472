import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeFitDesk } from '../../../../../test/factories/fit-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { keepMatch } from './keep-match.ts';
import { raiseRematch } from './raise-rematch.ts';

const app = await createTestApp();

test('the two go on after all, with the reason on record; refused where nothing is to change', async () => {
  const desk = await makeFitDesk(app);
  const input = { matchId: desk.matchId, reason: 'A talk cleared it up.' };
  await expect(keepMatch(desk.adviser, input)).rejects.toMatchObject({ code: 'precondition' });
  await raiseRematch(desk.adviser, { matchId: desk.matchId });
  await expectWalls(desk.world, keepMatch, input);
  await keepMatch(desk.adviser, input);
  expect(await desk.rematches()).toMatchObject([{ outcome: 'kept', reason: input.reason }]);
  expect(await desk.audited('keep-match')).toMatchObject([{ subject_id: desk.matchId }]);
});
