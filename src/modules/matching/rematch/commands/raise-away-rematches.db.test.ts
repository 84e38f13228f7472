import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeFitDesk } from '../../../../../test/factories/fit-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { endings } from '../../../../../test/factories/endings.ts';
import { keepMatch } from './keep-match.ts';
import { raiseAwayRematches } from './raise-away-rematches.ts';

const app = await createTestApp();

async function paused(until?: string) {
  const desk = await makeFitDesk(app, { sessions: 0 });
  await endings.pauseMentor(desk.adviser, {
    mentorId: desk.mentorId,
    until,
    reason: 'Sabbatical.',
  });
  return { ...desk, raise: () => raiseAwayRematches(desk.world.systemCtx(), {}) };
}

test('the matches of a mentor who pauses for long come up once', async () => {
  const desk = await paused();
  await expectWalls(desk.world, raiseAwayRematches, {});
  expect(await desk.raise()).toEqual({ raised: 1 });
  expect(await desk.raise()).toEqual({ raised: 0 });
  expect(await desk.rematches()).toMatchObject([{ source: 'mentor-away' }]);
  expect(await desk.audited('raise-away-rematches')).toHaveLength(2);
});

test('what staff decided to keep is not raised again', async () => {
  const desk = await paused();
  await desk.raise();
  await keepMatch(desk.adviser, { matchId: desk.matchId, reason: 'They will wait.' });
  expect(await desk.raise()).toEqual({ raised: 0 });
});

test('a short pause leaves the matches alone', async () => {
  const desk = await paused('2026-12-20');
  expect(await desk.raise()).toEqual({ raised: 0 });
});
