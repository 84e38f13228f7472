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

/** The contract runs out soon, which nobody has to press a button for. */
async function leavingSoon() {
  const desk = await makeFitDesk(app, { sessions: 0 });
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx
      .updateTable('mentor')
      .set({ contract_to: '2026-12-04' })
      .where('id', '=', desk.mentorId)
      .execute(),
  );
  return { ...desk, raise: () => raiseAwayRematches(desk.world.systemCtx(), {}) };
}

test('the matches of a mentor who pauses for long have come up with the pause', async () => {
  const desk = await paused();
  expect(await desk.rematches()).toMatchObject([{ source: 'mentor-away' }]);
  expect(await desk.raise()).toEqual({ raised: 0 });
});

test('the matches of a mentor whose contract runs out come up once', async () => {
  const desk = await leavingSoon();
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
