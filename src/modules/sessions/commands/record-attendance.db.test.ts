import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeSessionDesk } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { cancelSession } from './cancel-session.ts';
import { recordAttendance } from './record-attendance.ts';

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
