import { expect, test } from 'vitest';
import { openNeed } from '../src/modules/diagnosis/commands/open-need.ts';
import { closeNeed } from '../src/modules/leaving/commands/close-need.ts';
import { endMatch } from '../src/modules/matching/commands/end-match.ts';
import { expireOffers } from '../src/modules/matching/commands/expire-offers.ts';
import { sendShortlist } from '../src/modules/matching/commands/send-shortlist.ts';
import { createTestApp } from './factories/app.ts';
import { makeWorld } from './factories/world.ts';

// Three in the morning of 2 December in London, where the organisation sits; the evening of the 1st in Los Angeles.
const app = await createTestApp({ now: '2026-12-02T03:00:00.000Z' });

async function makePacific() {
  const world = await makeWorld(app);
  await app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('programme')
      .set({ zone: 'America/Los_Angeles' })
      .where('id', '=', world.programme.id)
      .execute(),
  );
  return world;
}

test('what happens in a programme happens on the day that it is there', async () => {
  const world = await makePacific();
  const manager = await world.ctxAs('manager');
  const match = await world.match();
  await endMatch(manager, { matchId: match.id, cause: 'finished', handover: 'All is done.' });
  const need = await world.need();
  await closeNeed(manager, { needId: need.id, result: 'met' });
  const { needId } = await openNeed(manager, {
    enrolmentId: need.enrolment.id,
    area: 'finance',
    detail: 'Cash runs out before invoices are paid.',
  });
  const days = await app.database.read(world.orgId, async (tx) => ({
    ended: await tx.selectFrom('match').select('ended_on').executeTakeFirstOrThrow(),
    closed: await tx
      .selectFrom('need')
      .select('closed_on')
      .where('id', '=', need.id)
      .executeTakeFirstOrThrow(),
    opened: await tx
      .selectFrom('need')
      .select('opened_on')
      .where('id', '=', needId)
      .executeTakeFirstOrThrow(),
  }));
  expect(days).toEqual({
    ended: { ended_on: '2026-12-01' },
    closed: { closed_on: '2026-12-01' },
    opened: { opened_on: '2026-12-01' },
  });
});

test('a list is open until its last day is over where the programme runs', async () => {
  const world = await makePacific();
  const manager = await world.ctxAs('manager');
  const need = await world.need();
  const mentors = [await world.mentor(), await world.mentor()];
  await sendShortlist(manager, {
    needId: need.id,
    mentorIds: mentors.map(({ id }) => id),
    chooseBy: '2026-12-01',
  });
  expect(await expireOffers(world.systemCtx(), {})).toMatchObject({ shortlists: 0 });
  app.clock.set('2026-12-02T08:00:00.000Z');
  expect(await expireOffers(world.systemCtx(), {})).toMatchObject({ shortlists: 1 });
});
