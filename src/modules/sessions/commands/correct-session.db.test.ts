import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeSessionDesk, usualSession } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { correctSession } from './correct-session.ts';
import { cancelSession } from './cancel-session.ts';
import { disputeSession } from './dispute-session.ts';

const app = await createTestApp();
const corrected = { version: 1, ...usualSession, endsAt: '2026-11-20T11:00:00.000Z' };

test('a corrected session is another session: the firm is asked again', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  await desk.confirm(sessionId);
  await correctSession(desk.adviser, { sessionId, ...corrected });
  expect(await desk.session(sessionId)).toMatchObject({ ends_at: corrected.endsAt, version: 2 });
  expect(await desk.party(sessionId)).toMatchObject({
    confirmation: 'waiting',
    confirmed_by: null,
  });
  expect(await desk.asked()).toHaveLength(2);
  expect(await desk.audited('correct-session')).toMatchObject([
    { changes: { endsAt: ['2026-11-20T11:30:00.000Z', '2026-11-20T11:00:00.000Z'] } },
  ]);
});

test('a session may stay where it is, but not move onto another of the same mentor', async () => {
  const desk = await makeSessionDesk(app);
  const first = await desk.log();
  await desk.log({ startsAt: '2026-11-20T14:00:00.000Z', endsAt: '2026-11-20T15:00:00.000Z' });
  await expect(
    correctSession(desk.mentor, {
      sessionId: first,
      ...corrected,
      startsAt: '2026-11-20T14:30:00.000Z',
      endsAt: '2026-11-20T15:30:00.000Z',
    }),
  ).rejects.toMatchObject({ fields: { startsAt: expect.stringContaining('You already have') } });
  await correctSession(desk.mentor, { sessionId: first, ...corrected });
});

test('the second of two people who correct is shown what is stored', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  await correctSession(desk.mentor, { sessionId, ...corrected, summary: 'First' });
  await expect(
    correctSession(desk.adviser, { sessionId, ...corrected, summary: 'Second' }),
  ).rejects.toMatchObject({ code: 'conflict', details: { version: 2 } });
});

test('refuses outsiders and a cancelled session', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  await expectWalls(desk.world, correctSession, { sessionId, ...corrected });
  await cancelSession(desk.mentor, { sessionId, reason: 'Twice' });
  await expect(
    correctSession(desk.mentor, { sessionId, ...corrected, version: 2 }),
  ).rejects.toMatchObject({ code: 'precondition' });
});

test('a mentor cannot undo what the adviser has settled; the adviser can', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx.updateTable('session_enterprise').set({ confirmation: 'settled' }).execute(),
  );
  await expect(correctSession(desk.mentor, { sessionId, ...corrected })).rejects.toThrow(
    'The adviser has settled this session.',
  );
  await correctSession(desk.adviser, { sessionId, ...corrected });
  expect(await desk.party(sessionId)).toMatchObject({ confirmation: 'waiting' });
});

test('a mentor corrects until the firm has confirmed, also what it disputes', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  const key = { sessionId, enrolmentId: desk.enrolmentId };
  await disputeSession(desk.lead, { ...key, dispute: 'It was an hour.' });
  await correctSession(desk.mentor, { sessionId, ...corrected });
  expect(await desk.party(sessionId)).toMatchObject({ confirmation: 'waiting', dispute: '' });
  await desk.confirm(sessionId);
  const late = { sessionId, ...corrected, version: 2 };
  await expect(correctSession(desk.mentor, late)).rejects.toThrow('has confirmed this session');
  await expect(cancelSession(desk.mentor, { sessionId, reason: 'Twice' })).rejects.toThrow(
    'has confirmed this session',
  );
});
