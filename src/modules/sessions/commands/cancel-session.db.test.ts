import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeSessionDesk } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { cancelSession } from './cancel-session.ts';
import { confirmSession } from './confirm-session.ts';

const app = await createTestApp();

test('a cancelled session stays with its history and frees the time', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  await cancelSession(desk.mentor, { sessionId, reason: 'Logged for the wrong firm' });
  expect(await desk.session(sessionId)).toMatchObject({ state: 'cancelled' });
  expect(await desk.audited('cancel-session')).toMatchObject([
    { subject_id: sessionId, changes: { state: ['logged', 'cancelled'] } },
  ]);
  expect(await desk.log()).not.toBe(sessionId);
});

test('refuses outsiders, an empty reason, and everything after it is cancelled', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  const input = { sessionId, reason: 'Twice' };
  await expectWalls(desk.world, cancelSession, input);
  await expect(cancelSession(desk.adviser, { sessionId, reason: '' })).rejects.toMatchObject({
    fields: { reason: 'Say why the session is taken out.' },
  });
  await cancelSession(desk.adviser, input);
  const party = { sessionId, enrolmentId: desk.enrolmentId };
  for (const attempt of [
    cancelSession(desk.adviser, input),
    confirmSession(desk.lead, { ...party, version: 1 }),
  ]) {
    await expect(attempt).rejects.toMatchObject({ code: 'precondition' });
  }
});
