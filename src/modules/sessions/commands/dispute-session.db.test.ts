import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeSessionDesk } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { hoursOf } from '../reads.ts';
import { cancelSession } from './cancel-session.ts';
import { disputeSession } from './dispute-session.ts';

const app = await createTestApp();
const dispute = 'We stopped after an hour';

test('a disputed session stops counting; the words are not in the audit log', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  const key = { sessionId, enrolmentId: desk.enrolmentId };
  const counted = async () =>
    (await desk.read((tx) => hoursOf(tx, desk.adviser, desk.enrolmentId))).indicators[0]?.bar
      .counted;
  expect(await counted()).toBe(0);
  await desk.confirm(sessionId);
  expect(await counted()).toBe(90);
  await disputeSession(desk.lead, { ...key, dispute });
  expect(await counted()).toBe(0);
  expect(await desk.party(sessionId)).toMatchObject({ confirmation: 'disputed', dispute });
  const audited = await desk.audited('dispute-session');
  expect(audited).toMatchObject([{ changes: { confirmation: ['confirmed', 'disputed'] } }]);
  expect(JSON.stringify(audited)).not.toContain('an hour');
});

test('refuses outsiders, a dispute without words, and a cancelled session', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  const input = { sessionId, enrolmentId: desk.enrolmentId, dispute };
  await expectWalls(desk.world, disputeSession, input);
  await expect(disputeSession(desk.lead, { ...input, dispute: ' ' })).rejects.toMatchObject({
    fields: { dispute: 'Say what is not right.' },
  });
  await cancelSession(desk.adviser, { sessionId, reason: 'Twice' });
  await expect(disputeSession(desk.lead, input)).rejects.toMatchObject({ code: 'precondition' });
});

test('the adviser reads what was said, the mentor whom to ring; both after ten minutes, and once', async () => {
  const desk = await makeSessionDesk(app);
  const sessionId = await desk.log();
  const key = { sessionId, enrolmentId: desk.enrolmentId };
  await disputeSession(desk.lead, { ...key, dispute: 'Nobody came' });
  await disputeSession(desk.lead, { ...key, dispute });
  const letters = await desk.read((tx) =>
    tx
      .selectFrom('mail')
      .select(['person_id', 'body', 'not_before', 'answers_to'])
      .where('kind', '=', 'session-disputed')
      .where('state', '=', 'queued')
      .orderBy('id')
      .execute(),
  );
  const adviserId = desk.enrolment.adviserId;
  expect(letters).toMatchObject([
    { person_id: adviserId, not_before: '2026-11-24T10:10:00.000Z' },
    { person_id: desk.mentor.actor.personId, not_before: '2026-11-24T10:10:00.000Z' },
  ]);
  expect(letters[0]?.body).toContain(dispute);
  expect(letters[1]?.body).not.toContain(dispute);
  expect(letters[1]).toMatchObject({ answers_to: adviserId });
  await desk.confirm(sessionId);
  const left = await desk.read((tx) =>
    tx
      .selectFrom('mail')
      .select('id')
      .where('kind', '=', 'session-disputed')
      .where('state', '=', 'queued')
      .execute(),
  );
  expect(left).toEqual([]);
});
