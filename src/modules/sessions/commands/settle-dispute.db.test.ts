import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeSessionDesk } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { askedSessions } from '../confirming/reads.ts';
import { disputeSession } from './dispute-session.ts';
import { settleDispute } from './settle-dispute.ts';

const app = await createTestApp();
const reason = 'Saw the invitation and the notes';

async function makeDisputed() {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  const key = { sessionId, enrolmentId: desk.enrolmentId };
  await disputeSession(desk.lead, { ...key, dispute: 'Nobody came' });
  return { ...desk, key };
}

test('the adviser lets the session stand and it counts', async () => {
  const desk = await makeDisputed();
  await settleDispute(desk.adviser, { ...desk.key, attendance: 'attended', reason });
  expect(await desk.party(desk.key.sessionId)).toMatchObject({
    confirmation: 'settled',
    dispute: 'Nobody came',
  });
  expect(await desk.counted()).toBe(90);
  expect(await desk.audited('settle-dispute')).toMatchObject([
    { reason, changes: { confirmation: ['disputed', 'settled'] } },
  ]);
});

test('the adviser finds that the firm was not there and it does not count', async () => {
  const desk = await makeDisputed();
  await settleDispute(desk.adviser, { ...desk.key, attendance: 'no-show', reason });
  expect(await desk.counted()).toBe(0);
});

test('refuses outsiders, the two sides themselves, and what is settled already', async () => {
  const desk = await makeDisputed();
  const input = { ...desk.key, attendance: 'attended', reason } as const;
  await expectWalls(desk.world, settleDispute, input);
  for (const side of [desk.mentor, desk.lead]) {
    await expect(settleDispute(side, input)).rejects.toMatchObject({ code: 'not-found' });
  }
  await settleDispute(desk.adviser, input);
  await expect(settleDispute(desk.adviser, input)).rejects.toMatchObject({ code: 'precondition' });
});

test('a no-show that the firm disputes and the adviser puts right counts its whole length', async () => {
  const desk = await makeSessionDesk(app);
  const missed = { attendance: 'no-show', reason: 'Nobody opened' } as const;
  const sessionId = await desk.log({ enterprise: missed });
  const key = { sessionId, enrolmentId: desk.enrolmentId };
  await disputeSession(desk.lead, { ...key, dispute: 'We were there for ninety minutes' });
  expect(await desk.counted()).toBe(0);
  await settleDispute(desk.adviser, { ...key, attendance: 'attended', reason });
  expect(await desk.counted()).toBe(90);
});

test('a dispute about time is settled with the time, and both sides read why', async () => {
  const desk = await makeDisputed();
  await settleDispute(desk.adviser, {
    ...desk.key,
    attendance: 'attended',
    time: {
      startsAt: '2026-11-20T10:00:00.000Z',
      endsAt: '2026-11-20T11:00:00.000Z',
      preparation: 15,
      followUp: 0,
      travel: 0,
      administration: 0,
    },
    reason,
  });
  expect(await desk.counted()).toBe(75);
  const [shown] = await desk.read((tx) =>
    askedSessions(tx, { enrolmentId: desk.enrolmentId, sessionIds: [desk.key.sessionId] }),
  );
  expect(shown).toMatchObject({ confirmation: 'settled', settlement: reason });
});

test('refuses a time that cannot be, and to put the mentor into two meetings at once', async () => {
  const desk = await makeDisputed();
  const settle = (startsAt: string, endsAt: string) =>
    settleDispute(desk.adviser, {
      ...desk.key,
      attendance: 'attended',
      time: { startsAt, endsAt, preparation: 0, followUp: 0, travel: 0, administration: 0 },
      reason,
    });
  await expect(
    settle('2026-11-20T12:00:00.000Z', '2026-11-20T11:00:00.000Z'),
  ).rejects.toMatchObject({ fields: { endsAt: 'The end must be after the start.' } });
  await desk.log({ startsAt: '2026-11-20T14:00:00.000Z', endsAt: '2026-11-20T15:00:00.000Z' });
  await expect(
    settle('2026-11-20T14:30:00.000Z', '2026-11-20T15:30:00.000Z'),
  ).rejects.toMatchObject({ fields: { startsAt: expect.stringContaining('already has') } });
});

test('another time that is the one as logged is asked about, and the dispute stays', async () => {
  const desk = await makeDisputed();
  const time = {
    ...{ startsAt: '2026-11-20T10:00:00.000Z', endsAt: '2026-11-20T11:30:00.000Z' },
    ...{ preparation: 0, followUp: 0, travel: 0, administration: 0 },
  };
  const settle = (changed: Partial<typeof time>) =>
    settleDispute(desk.adviser, {
      ...{ ...desk.key, attendance: 'attended', reason },
      time: { ...time, ...changed },
    });
  await expect(settle({})).rejects.toMatchObject({
    fields: { time: expect.stringContaining('as logged') },
  });
  expect(await desk.party(desk.key.sessionId)).toMatchObject({ confirmation: 'disputed' });
  await settle({ endsAt: '2026-11-20T11:00:00.000Z' });
  expect(await desk.counted()).toBe(60);
});
