import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeSessionDesk, usualSession } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { askedSessions } from '../confirming/reads.ts';
import { statementOf } from '../session-statement.ts';
import { confirmSession } from './confirm-session.ts';
import { correctSession } from './correct-session.ts';
import { disputeSession } from './dispute-session.ts';
import { recordAttendance } from './record-attendance.ts';
import { settleDispute } from './settle-dispute.ts';

const app = await createTestApp();

async function makeLogged() {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  return { ...desk, sessionId, key: { sessionId, enrolmentId: desk.enrolmentId } };
}

test('the firm confirms, also after it had disputed', async () => {
  const desk = await makeLogged();
  await disputeSession(desk.lead, { ...desk.key, dispute: 'It was shorter' });
  await desk.confirm(desk.sessionId);
  expect(await desk.party(desk.sessionId)).toMatchObject({
    confirmation: 'confirmed',
    confirmed_by: desk.lead.actor.personId,
    dispute: '',
  });
  expect(await desk.audited('confirm-session')).toMatchObject([
    { changes: { confirmation: ['disputed', 'confirmed'] } },
  ]);
});

test('nobody confirms for the firm: not the mentor, not staff, not another firm', async () => {
  const desk = await makeLogged();
  await expectWalls(desk.world, confirmSession, { ...desk.key, version: 1 });
  const other = await desk.world.enrolment();
  const stranger = await desk.world.ctxFor({ id: other.enterprise.lead?.id ?? '' });
  await expect(confirmSession(stranger, { ...desk.key, version: 1 })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(
    confirmSession(stranger, { ...desk.key, version: 1, enrolmentId: other.id }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('what the adviser settled is no longer confirmed or disputed', async () => {
  const desk = await makeLogged();
  await disputeSession(desk.lead, { ...desk.key, dispute: 'Not there' });
  await settleDispute(desk.adviser, { ...desk.key, attendance: 'no-show', reason: 'Asked both' });
  await expect(confirmSession(desk.lead, { ...desk.key, version: 2 })).rejects.toMatchObject({
    code: 'precondition',
  });
});

test('what changed between opening the page and answering is not confirmed', async () => {
  const desk = await makeLogged();
  const opened = { ...desk.key, version: 1 };
  await correctSession(desk.mentor, {
    ...usualSession,
    sessionId: desk.sessionId,
    version: 1,
    endsAt: '2026-11-20T13:00:00.000Z',
  });
  await expect(confirmSession(desk.lead, opened)).rejects.toMatchObject({ code: 'conflict' });
  expect(await desk.counted()).toBe(0);
  await desk.confirm(desk.sessionId);
  expect(await desk.counted()).toBe(180);
});

test('attendance that is put right between opening the page and answering is not confirmed', async () => {
  const desk = await makeLogged();
  await recordAttendance(desk.adviser, {
    sessionId: desk.sessionId,
    side: { mentorId: desk.mentorId },
    attendance: 'late',
  });
  await expect(confirmSession(desk.lead, { ...desk.key, version: 1 })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('the firm is shown every minute that counts, on the page and in the letter', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log({
    preparation: 45,
    followUp: 30,
    travel: 20,
    actions: [
      { title: 'Send the order book', owner: 'enterprise' },
      { title: 'Introduce you to Jan', owner: 'mentor' },
    ],
  });
  const [shown] = await desk.read((tx) =>
    askedSessions(tx, { enrolmentId: desk.enrolmentId, sessionIds: [sessionId] }),
  );
  const lines = shown ? statementOf(shown) : [];
  expect(Object.fromEntries(lines.map((line) => [line.key, line.value]))).toMatchObject({
    Together: '1 h 30',
    Preparation: '45 min',
    'Written follow-up': '30 min',
    Travel: '20 min',
    Altogether: '3 h 05',
    'Your next steps': 'Send the order book',
    'Next steps of the mentor': 'Introduce you to Jan',
  });
  const letter = await desk.read((tx) =>
    tx.selectFrom('mail').select(['subject', 'body']).executeTakeFirstOrThrow(),
  );
  expect(letter.subject).toContain('20 November 2026');
  for (const { key, value } of lines.filter((line) => line.key !== 'Notes')) {
    if (value !== '') expect(letter.body).toContain(`${key}: ${value}`);
  }
  await desk.confirm(sessionId);
  expect(await desk.counted()).toBe(165);
});
