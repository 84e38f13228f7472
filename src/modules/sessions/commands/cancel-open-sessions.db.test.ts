import { expect, test } from 'vitest';
import { createTestApp, drainJobs } from '../../../../test/factories/app.ts';
import { makeSessionDesk } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { endMatch } from '../../matching/commands/end-match.ts';
import { cancelOpenSessions } from './cancel-open-sessions.ts';

const app = await createTestApp();

/** A held session turned into one that is planned for the given day. */
async function planned(startsAt: string) {
  const desk = await makeSessionDesk(app);
  const id = await desk.log();
  const day = startsAt.slice(0, 10);
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx
      .updateTable('session')
      .set({ state: 'planned', starts_at: startsAt, ends_at: `${day}T23:00:00.000Z` })
      .where('id', '=', id)
      .execute(),
  );
  return { ...desk, id };
}

test('the end of a match cancels what was planned, and both letters say so without the cause', async () => {
  const desk = await planned('2026-12-03T14:00:00.000Z');
  await endMatch(desk.adviser, {
    matchId: desk.match.id,
    cause: 'misfit',
    handover: 'Wants figures.',
  });
  await drainJobs(app);
  expect(await desk.session(desk.id)).toMatchObject({ state: 'cancelled' });
  const letters = await desk.read((tx) =>
    tx.selectFrom('mail').select('body').where('kind', '=', 'match-changed').execute(),
  );
  expect(letters).toHaveLength(2);
  for (const { body } of letters) {
    expect(body).toMatch(/planned for 3 December 2026 at 14:00 will not take place/);
    expect(body).not.toMatch(/fit/i);
  }
  expect(await desk.audited('cancel-open-sessions')).toMatchObject([
    { changes: { cancelled: [desk.id] } },
  ]);
});

test('a match that goes on and a meeting of the past lose nothing', async () => {
  const running = await planned('2026-12-03T14:00:00.000Z');
  const input = { matchId: running.match.id };
  await expectWalls(running.world, cancelOpenSessions, input);
  await cancelOpenSessions(running.world.systemCtx(), input);
  expect(await running.session(running.id)).toMatchObject({ state: 'planned' });
  const past = await planned('2026-11-20T14:00:00.000Z');
  await endMatch(past.adviser, { matchId: past.match.id, cause: 'finished' });
  await cancelOpenSessions(past.world.systemCtx(), { matchId: past.match.id });
  expect(await past.session(past.id)).toMatchObject({ state: 'planned' });
});
