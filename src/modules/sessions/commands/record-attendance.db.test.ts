import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeSessionDesk } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { cancelSession } from './cancel-session.ts';
import { disputeSession } from './dispute-session.ts';
import { recordAttendance } from './record-attendance.ts';
import { settleDispute } from './settle-dispute.ts';

const app = await createTestApp();

test('an adviser excuses a miss of either side, with the reason', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log({ enterprise: { attendance: 'no-show', reason: 'No word' } });
  const excuse = { sessionId, attendance: 'excused', reason: 'Fire in the hall' } as const;
  await recordAttendance(desk.adviser, { ...excuse, side: { enrolmentId: desk.enrolmentId } });
  expect(await desk.party(sessionId)).toMatchObject({
    attendance: 'excused',
    reason: 'Fire in the hall',
  });
  await recordAttendance(desk.adviser, { ...excuse, side: { mentorId: desk.mentorId } });
  const audited = await desk.audited('record-attendance');
  expect(audited).toMatchObject([
    { changes: { enrolmentId: desk.enrolmentId, attendance: ['no-show', 'excused'] } },
    { changes: { mentorId: desk.mentorId, attendance: ['attended', 'excused'] } },
  ]);
  expect(JSON.stringify(audited)).not.toContain('Fire');
});

test('refuses outsiders, a miss without a reason, and a side that was not in the session', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  const side = { enrolmentId: desk.enrolmentId };
  await expectWalls(desk.world, recordAttendance, { sessionId, side, attendance: 'late' });
  await expect(
    recordAttendance(desk.adviser, { sessionId, side, attendance: 'no-show' }),
  ).rejects.toMatchObject({ fields: { reason: 'Say in a few words why.' } });
  const others = [
    { enrolmentId: (await desk.world.enrolment()).id },
    { mentorId: (await desk.world.mentor()).id },
  ];
  for (const other of others) {
    await expect(
      recordAttendance(desk.adviser, { sessionId, side: other, attendance: 'late' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  }
});

test('a mentor excuses nobody, and a cancelled session is no longer changed', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  const input = { sessionId, side: { mentorId: desk.mentorId }, attendance: 'late' } as const;
  await expect(recordAttendance(desk.mentor, input)).rejects.toMatchObject({ code: 'not-found' });
  await cancelSession(desk.mentor, { sessionId, reason: 'Twice' });
  await expect(recordAttendance(desk.adviser, input)).rejects.toMatchObject({
    code: 'precondition',
  });
});

const missed = { attendance: 'no-show', reason: 'Nobody opened' } as const;

test('a no-show that is put right counts once the firm has confirmed the session as it then stands', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log({ enterprise: missed });
  await desk.confirm(sessionId);
  const side = { enrolmentId: desk.enrolmentId };
  await recordAttendance(desk.adviser, { sessionId, side, attendance: 'attended' });
  expect(await desk.party(sessionId)).toMatchObject({ confirmation: 'waiting', version: 2 });
  expect(await desk.counted()).toBe(0);
  await desk.confirm(sessionId);
  expect(await desk.counted()).toBe(90);
  const back = { sessionId, side, attendance: 'no-show', reason: 'It was another day' } as const;
  await recordAttendance(desk.adviser, back);
  expect(await desk.counted()).toBe(0);
});

test('the mentor’s attendance put right counts the same way', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log({ mentor: missed });
  await desk.confirm(sessionId);
  expect(await desk.counted()).toBe(0);
  const side = { mentorId: desk.mentorId };
  await recordAttendance(desk.adviser, { sessionId, side, attendance: 'late' });
  await desk.confirm(sessionId);
  expect(await desk.counted()).toBe(90);
});

test('a disputed length does not come back by saying that the firm was there', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  const key = { sessionId, enrolmentId: desk.enrolmentId };
  const set = (attendance: 'attended' | 'no-show') =>
    recordAttendance(desk.adviser, {
      sessionId,
      side: { enrolmentId: desk.enrolmentId },
      attendance,
      reason: 'Asked both',
    });
  await disputeSession(desk.lead, { ...key, dispute: 'It was an hour' });
  await set('no-show');
  await set('attended');
  expect(await desk.party(sessionId)).toMatchObject({ confirmation: 'disputed' });
  expect(await desk.counted()).toBe(0);
  await settleDispute(desk.adviser, { ...key, attendance: 'no-show', reason: 'Asked both' });
  await set('attended');
  expect(await desk.party(sessionId)).toMatchObject({ confirmation: 'waiting' });
  expect(await desk.counted()).toBe(0);
});

test('an excuse after a confirmed miss asks nobody again', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log({ enterprise: missed });
  await desk.confirm(sessionId);
  await recordAttendance(desk.adviser, {
    sessionId,
    side: { enrolmentId: desk.enrolmentId },
    attendance: 'excused',
    reason: 'Fire in the hall',
  });
  expect(await desk.party(sessionId)).toMatchObject({ confirmation: 'confirmed' });
  expect(await desk.asked()).toHaveLength(1);
});

test('refuses to let a mentor have been in two meetings at once', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log({ mentor: missed });
  await desk.log();
  const side = { mentorId: desk.mentorId };
  await expect(
    recordAttendance(desk.adviser, { sessionId, side, attendance: 'attended' }),
  ).rejects.toMatchObject({ fields: { startsAt: expect.stringContaining('already has') } });
});
