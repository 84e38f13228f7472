import { expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../../../test/factories/app.ts';
import { makeSessionDesk } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { disputeSession } from './dispute-session.ts';
import { takeBackConfirmation } from './take-back-confirmation.ts';

const app = await createTestApp();

async function confirmed() {
  app.clock.set(usualNow);
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  await desk.confirm(sessionId);
  return { ...desk, sessionId, key: { sessionId, enrolmentId: desk.enrolmentId } };
}

test('a confirmation can be taken back for ten minutes: the time counts no more and the firm is asked again', async () => {
  const desk = await confirmed();
  expect(await desk.counted()).toBe(90);
  await expectWalls(desk.world, takeBackConfirmation, desk.key);
  app.clock.set('2026-11-24T10:09:59.000Z');
  await takeBackConfirmation(desk.lead, desk.key);
  expect(await desk.party(desk.sessionId)).toMatchObject({
    confirmation: 'waiting',
    confirmed_by: null,
  });
  expect(await desk.counted()).toBe(0);
  expect(await desk.audited('take-back-confirmation')).toMatchObject([
    { subject_id: desk.sessionId, changes: { confirmation: ['confirmed', 'waiting'] } },
  ]);
  await expect(takeBackConfirmation(desk.lead, desk.key)).rejects.toThrow(/nothing to take back/);
  await disputeSession(desk.lead, { ...desk.key, dispute: 'It was an hour.' });
});

test('after ten minutes it stands, and the adviser is named as who can correct it', async () => {
  const desk = await confirmed();
  app.clock.set('2026-11-24T10:10:00.000Z');
  await expect(takeBackConfirmation(desk.lead, desk.key)).rejects.toMatchObject({
    code: 'precondition',
    message: expect.stringContaining('Ring your adviser') as string,
  });
  expect(await desk.party(desk.sessionId)).toMatchObject({ confirmation: 'confirmed' });
});
