import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeSessionDesk } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { hoursOf } from '../reads.ts';
import { disputeSession } from './dispute-session.ts';
import { settleDispute } from './settle-dispute.ts';

const app = await createTestApp();
const reason = 'Saw the invitation and the notes';

async function makeDisputed() {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  const key = { sessionId, enrolmentId: desk.enrolmentId };
  await disputeSession(desk.lead, { ...key, dispute: 'Nobody came' });
  const counted = async () =>
    (await desk.read((tx) => hoursOf(tx, desk.adviser, desk.enrolmentId))).indicators[0]?.bar
      .counted;
  return { ...desk, key, counted };
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
