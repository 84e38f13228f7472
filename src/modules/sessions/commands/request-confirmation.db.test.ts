import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeSessionDesk } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { requestConfirmation } from './request-confirmation.ts';

const app = await createTestApp({ now: '2026-11-24T10:00:00.000Z' });

async function makeWaiting() {
  const desk = await makeSessionDesk(app);
  const first = await desk.log();
  const second = await desk.log({
    startsAt: '2026-11-21T10:00:00.000Z',
    endsAt: '2026-11-21T11:00:00.000Z',
  });
  const party = (sessionId: string) => ({ sessionId, enrolmentId: desk.enrolmentId });
  return { ...desk, first, second, parties: [party(first), party(second)] };
}

test('staff send the question again: one letter for all of a firm, with a new link', async () => {
  const desk = await makeWaiting();
  await expect(requestConfirmation(desk.adviser, { parties: desk.parties })).rejects.toThrow(
    'less than half an hour ago',
  );
  app.clock.set('2026-12-20T10:00:00.000Z');
  expect(await requestConfirmation(desk.adviser, { parties: desk.parties })).toEqual({
    firms: 1,
    without: [],
  });
  const letters = await desk.read((tx) =>
    tx
      .selectFrom('mail')
      .select(['subject', 'body'])
      .where('created_at', '=', '2026-12-20T10:00:00.000Z')
      .execute(),
  );
  expect(letters).toHaveLength(1);
  expect(letters[0]?.subject).toBe('Please confirm 2 sessions, the latest of 21 November 2026');
  expect(await desk.audited('request-confirmation')).toMatchObject([
    { changes: { asked: [desk.enrolmentId] } },
  ]);
  app.clock.set('2026-11-24T10:00:00.000Z');
});

test('somebody of the firm asks for a new link; what is answered is not asked again', async () => {
  const desk = await makeWaiting();
  app.clock.set('2026-12-20T10:00:00.000Z');
  await requestConfirmation(desk.lead, { parties: desk.parties.slice(0, 1) });
  await desk.confirm(desk.second);
  await expect(
    requestConfirmation(desk.lead, { parties: desk.parties.slice(1) }),
  ).rejects.toMatchObject({ code: 'precondition' });
  app.clock.set('2026-11-24T10:00:00.000Z');
});

test('says so when nobody of the firm has an address', async () => {
  const desk = await makeWaiting();
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx
      .updateTable('person')
      .set({ email: null })
      .where('id', '=', desk.lead.actor.personId ?? '')
      .execute(),
  );
  app.clock.set('2026-12-20T10:00:00.000Z');
  await expect(requestConfirmation(desk.adviser, { parties: desk.parties })).rejects.toThrow(
    'nobody of the enterprise has a mail address',
  );
  app.clock.set('2026-11-24T10:00:00.000Z');
});

test('refuses the mentor and outsiders', async () => {
  const desk = await makeWaiting();
  await expectWalls(desk.world, requestConfirmation, { parties: desk.parties });
  await expect(requestConfirmation(desk.mentor, { parties: desk.parties })).rejects.toMatchObject({
    code: 'not-found',
  });
});
