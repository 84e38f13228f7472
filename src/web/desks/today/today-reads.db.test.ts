import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { makeSessionDesk } from '../../../../test/factories/session-desk.ts';
import { newId } from '../../../kernel/ids.ts';
import { logContact } from '../../../modules/diagnosis/commands/log-contact.ts';
import {
  missedInARow,
  questionsOut,
  silentEnterprises,
  unsettledSessions,
  waitingForAnswer,
} from './today-reads.ts';

const app = await createTestApp();

const wishOf = (programmeId: string, now = '2026-11-24T10:00:00.000Z') => ({
  programmeId,
  now,
  today: now.slice(0, 10),
  zone: 'Europe/London',
  adviserId: null,
  cadence: { early: 14 },
});

test('a firm is silent on the day after twice its interval, not on the day itself', async () => {
  const traits = {
    state: 'eligible',
    appliedOn: '2026-09-01',
    lastContactOn: '2026-10-01',
  } as const;
  const desk = await makeDesk(app, traits);
  const silent = (today: string) =>
    desk.read((tx) =>
      silentEnterprises(tx, wishOf(desk.world.programme.id, `${today}T10:00:00.000Z`)),
    );
  expect(await silent('2026-10-28')).toEqual([]);
  expect(await silent('2026-10-29')).toEqual([]);
  expect(await silent('2026-10-30')).toMatchObject([
    { enrolmentId: desk.enrolmentId, quietDays: 29, quietSince: '2026-10-01' },
  ]);
});

test('two misses in a row are told, one is not, and a contact that reached somebody ends it', async () => {
  const desk = await makeSessionDesk(app);
  const missed = () => desk.read((tx) => missedInARow(tx, wishOf(desk.world.programme.id)));
  const absent = { enterprise: { attendance: 'no-show', reason: 'Nobody came.' } } as const;
  const on = (day: string) => ({
    startsAt: `2026-11-${day}T09:00:00.000Z`,
    endsAt: `2026-11-${day}T10:00:00.000Z`,
  });
  await desk.log({ ...on('16'), ...absent });
  expect(await missed()).toEqual([]);
  await desk.log({ ...on('18'), ...absent });
  expect(await missed()).toMatchObject([
    { enrolmentId: desk.enrolmentId, side: 'enterprise', lastAt: '2026-11-18T09:00:00.000Z' },
  ]);
  const { enrolmentId } = desk;
  await logContact(desk.adviser, { enrolmentId, kind: 'attempt' });
  expect(await missed()).toHaveLength(1);
  await logContact(desk.adviser, {
    enrolmentId,
    kind: 'call',
    happenedAt: '2026-11-18T08:59:00.000Z',
  });
  expect(await missed()).toHaveLength(1);
  await logContact(desk.adviser, { enrolmentId, kind: 'call' });
  expect(await missed()).toEqual([]);
});

test('a session between two misses breaks the row', async () => {
  const desk = await makeSessionDesk(app);
  const absent = { enterprise: { attendance: 'no-show', reason: 'Nobody came.' } } as const;
  for (const [day, more] of [
    ['16', absent],
    ['17', {}],
    ['18', absent],
  ] as const) {
    await desk.log({
      startsAt: `2026-11-${day}T09:00:00.000Z`,
      endsAt: `2026-11-${day}T10:00:00.000Z`,
      ...more,
    });
  }
  expect(await desk.read((tx) => missedInARow(tx, wishOf(desk.world.programme.id)))).toEqual([]);
});

test('a session is unconfirmed for too long after two weeks, not at two weeks', async () => {
  const desk = await makeSessionDesk(app);
  await desk.log();
  const unsettled = (now: string) =>
    desk.read((tx) => unsettledSessions(tx, wishOf(desk.world.programme.id, now)));
  expect(await unsettled('2026-12-08T09:59:59.000Z')).toEqual([]);
  expect(await unsettled('2026-12-08T10:00:00.000Z')).toEqual([]);
  expect(await unsettled('2026-12-08T10:00:01.000Z')).toMatchObject([
    { enrolmentId: desk.enrolmentId, sessions: 1 },
  ]);
});

test('an offer is told on the last day of its time in the zone of the programme, and counted before', async () => {
  const desk = await makeDesk(app, { state: 'eligible' });
  const { world } = desk;
  const need = await world.need({ enrolment: desk.enrolment });
  const mentor = await world.mentor();
  await desk.write((tx) =>
    tx
      .insertInto('offer')
      .values({
        org_id: world.orgId,
        id: newId(),
        need_id: need.id,
        mentor_id: mentor.id,
        role: 'lead',
        offered_at: '2026-07-01T09:00:00.000Z',
        // Half past midnight on 8 July in London.
        answer_by: '2026-07-07T23:30:00.000Z',
      })
      .execute(),
  );
  const waiting = (today: string) =>
    desk.read((tx) => waitingForAnswer(tx, wishOf(world.programme.id, `${today}T10:00:00.000Z`)));
  expect(await waiting('2026-07-07')).toEqual([]);
  expect(await waiting('2026-07-08')).toMatchObject([{ kind: 'offer', needId: need.id }]);
  expect(await waiting('2026-07-09')).toHaveLength(1);
  expect(await desk.read((tx) => questionsOut(tx, wishOf(world.programme.id)))).toEqual({
    offers: 1,
    shortlists: 0,
    answered: 0,
  });
});
