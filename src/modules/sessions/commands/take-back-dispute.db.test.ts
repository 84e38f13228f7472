import { expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../../../test/factories/app.ts';
import { makeSessionDesk } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { disputeSession } from './dispute-session.ts';
import { settleDispute } from './settle-dispute.ts';
import { takeBackDispute } from './take-back-dispute.ts';

const app = await createTestApp();

async function disputed() {
  app.clock.set(usualNow);
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  const key = { sessionId, enrolmentId: desk.enrolmentId };
  await disputeSession(desk.lead, { ...key, dispute: 'We stopped after an hour' });
  const letters = () =>
    desk.read((tx) =>
      tx
        .selectFrom('mail')
        .select(['person_id', 'subject', 'body', 'state', 'not_before'])
        .where('kind', '=', 'session-disputed')
        .orderBy('id')
        .execute(),
    );
  return { ...desk, key, letters };
}

test('a dispute can be taken back for ten minutes: the firm is asked again, and no letter leaves', async () => {
  const desk = await disputed();
  await expectWalls(desk.world, takeBackDispute, desk.key);
  app.clock.set('2026-11-24T10:09:59.000Z');
  await takeBackDispute(desk.lead, desk.key);
  expect(await desk.party(desk.key.sessionId)).toMatchObject({
    confirmation: 'waiting',
    confirmed_by: null,
    dispute: '',
  });
  expect((await desk.letters()).map((one) => one.state)).toEqual(['cancelled', 'cancelled']);
  expect(await desk.audited('take-back-dispute')).toMatchObject([
    { subject_id: desk.key.sessionId, changes: { confirmation: ['disputed', 'waiting'] } },
  ]);
  await expect(takeBackDispute(desk.lead, desk.key)).rejects.toThrow(/nothing to take back/);
});

test('after ten minutes, and after it was settled, it stands', async () => {
  const desk = await disputed();
  app.clock.set('2026-11-24T10:10:00.000Z');
  await expect(takeBackDispute(desk.lead, desk.key)).rejects.toThrow(/ten minutes are over/);
  const late = await disputed();
  await settleDispute(late.adviser, {
    ...{ ...late.key, attendance: 'attended', reason: 'Rang both.' },
  });
  await expect(takeBackDispute(late.lead, late.key)).rejects.toMatchObject({
    code: 'precondition',
  });
});
