import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { endMatch } from './end-match.ts';
import { introduceMatch } from './introduce-match.ts';

const app = await createTestApp();

test('mails the introduction again, with the briefing as it is now', async () => {
  const desk = await makeMatchingDesk(app);
  const { id: matchId } = await desk.world.match({ need: desk.need, mentor: desk.best });
  await expectWalls(desk.world, introduceMatch, { matchId });
  await introduceMatch(desk.adviser, { matchId });
  expect(await desk.mails('introduction')).toHaveLength(2);
  expect(await desk.stateOf('need', desk.needId)).toBe('introduced');
  expect(await desk.audited('introduce-match')).toMatchObject([{ subject_id: matchId }]);
});

test('an ended match is introduced to nobody', async () => {
  const desk = await makeMatchingDesk(app);
  const { id: matchId } = await desk.world.match({ need: desk.need, mentor: desk.best });
  await endMatch(desk.adviser, { matchId, cause: 'finished' });
  await expect(introduceMatch(desk.adviser, { matchId })).rejects.toMatchObject({
    code: 'precondition',
  });
});
