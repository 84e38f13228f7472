import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeSessionDesk, usualSession } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { readRemark } from '../remark-rows.ts';
import { logSession } from './log-session.ts';

const app = await createTestApp();

test('a mentor logs a session and the firm is asked to confirm; a double click logs one', async () => {
  const desk = await makeSessionDesk(app);
  const ctx = { ...desk.mentor, idempotencyKey: 'session-once-0001' };
  const input = { matchId: desk.match.id, ...usualSession, travel: 40 };
  const { sessionId } = await logSession(ctx, input);
  expect(await logSession(ctx, input)).toEqual({ sessionId });
  expect(await desk.session(sessionId)).toMatchObject({
    travel_minutes: 40,
    state: 'logged',
    logged_by: desk.mentor.actor.personId,
  });
  expect(await desk.party(sessionId)).toMatchObject({ confirmation: 'waiting' });
  expect(await desk.asked()).toEqual([desk.enrolment.enterprise.lead?.email]);
  expect(await desk.audited('log-session')).toMatchObject([{ subject_id: sessionId }]);
});

test('a missed appointment is logged with its reason and counts nothing', async () => {
  const desk = await makeSessionDesk(app);
  const missed = { attendance: 'no-show', reason: '' } as const;
  await expect(desk.log({ enterprise: missed })).rejects.toMatchObject({
    fields: { 'enterprise.reason': 'Say in a few words why.' },
  });
  const id = await desk.log({ enterprise: { ...missed, reason: 'Nobody opened' }, travel: 60 });
  expect(await desk.session(id)).toMatchObject({ travel_minutes: 60 });
  await desk.confirm(id);
  expect(await desk.counted()).toBe(0);
});

test('what the mentor notes for the adviser is sealed; staff who log cannot write it', async () => {
  const desk = await makeSessionDesk(app);
  const remark = 'The two founders do not speak';
  const id = await desk.log({ remark });
  const place = { sessionId: id, mentorId: desk.mentorId };
  expect(await desk.read((tx) => readRemark(tx, desk.mentor, place))).toBe(remark);
  const stored = await desk.read((tx) =>
    tx.selectFrom('session_remark').select('body').executeTakeFirstOrThrow(),
  );
  expect(stored.body).not.toContain('founders');
  const { sessionId } = await logSession(desk.adviser, {
    matchId: desk.match.id,
    ...usualSession,
    startsAt: '2026-11-21T10:00:00.000Z',
    endsAt: '2026-11-21T11:00:00.000Z',
    remark,
  });
  const other = { sessionId, mentorId: desk.mentorId };
  expect(await desk.read((tx) => readRemark(tx, desk.adviser, other))).toBeNull();
});

test('refuses a second session of the mentor at the same time, also when both are sent at once', async () => {
  const desk = await makeSessionDesk(app);
  const done = await Promise.allSettled([desk.log(), desk.log()]);
  expect(done.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(
    desk.log({ startsAt: '2026-11-20T11:29:00.000Z', endsAt: '2026-11-20T12:00:00.000Z' }),
  ).rejects.toMatchObject({ fields: { startsAt: expect.stringContaining('You already have') } });
  await desk.log({ startsAt: '2026-11-20T11:30:00.000Z', endsAt: '2026-11-20T12:00:00.000Z' });
});

test('agreed actions go to the list of the enterprise', async () => {
  const desk = await makeSessionDesk(app);
  const id = await desk.log({
    actions: [{ title: 'Send the order book', owner: 'enterprise', dueOn: '2026-12-01' }],
  });
  const actions = await desk.read((tx) =>
    tx.selectFrom('action').select(['title', 'owner', 'session_id', 'enrolment_id']).execute(),
  );
  expect(actions).toEqual([
    {
      title: 'Send the order book',
      owner: 'enterprise',
      session_id: id,
      enrolment_id: desk.enrolmentId,
    },
  ]);
});

test('refuses outsiders, a session that has not ended, and one before the firm joined', async () => {
  const desk = await makeSessionDesk(app);
  await expectWalls(desk.world, logSession, { matchId: desk.match.id, ...usualSession });
  await expect(
    desk.log({ startsAt: '2026-11-24T09:30:00.000Z', endsAt: '2026-11-24T10:30:00.000Z' }),
  ).rejects.toMatchObject({ fields: { endsAt: expect.stringContaining('not ended') } });
  await expect(
    desk.log({ startsAt: '2026-01-04T09:30:00.000Z', endsAt: '2026-01-04T10:30:00.000Z' }),
  ).rejects.toMatchObject({ fields: { startsAt: expect.stringContaining('joined on') } });
});

test('a mentor whose match has ended already can still log what took place', async () => {
  const desk = await makeSessionDesk(app, { from: '2026-10-01', to: '2026-11-21' });
  expect(await desk.log()).toBeTypeOf('string');
});

test('refuses a session of a programme that is closed', async () => {
  const desk = await makeSessionDesk(app);
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx.updateTable('programme').set({ state: 'closed' }).execute(),
  );
  await expect(desk.log()).rejects.toThrow('This programme is closed.');
});

test('refuses a day before the match began and one after it had ended', async () => {
  const desk = await makeSessionDesk(app, { from: '2026-11-09', to: '2026-11-11' });
  const on = (day: string) =>
    desk.log({ startsAt: `${day}T10:00:00.000Z`, endsAt: `${day}T11:00:00.000Z` });
  await expect(on('2026-11-08')).rejects.toMatchObject({
    fields: { startsAt: expect.stringContaining('Before 9 November 2026') },
  });
  await expect(on('2026-11-11')).rejects.toMatchObject({
    fields: { startsAt: expect.stringContaining('After the match had ended') },
  });
  await on('2026-11-10');
});

test('asks about more than 8 hours on a day and preparation longer than the meeting', async () => {
  const desk = await makeSessionDesk(app);
  const long = { endsAt: '2026-11-20T16:00:00.000Z', preparation: 240, followUp: 30 };
  await expect(desk.log(long)).rejects.toMatchObject({
    fields: { isRight: expect.stringContaining('10 h 30 for this enterprise on one day') },
  });
  await expect(desk.log({ preparation: 120 })).rejects.toMatchObject({
    fields: { isRight: expect.stringContaining('longer than the meeting (1 h 30)') },
  });
  await desk.log({ ...long, isRight: true });
  const evening = {
    startsAt: '2026-11-20T18:00:00.000Z',
    endsAt: '2026-11-20T18:30:00.000Z',
  };
  await expect(desk.log(evening)).rejects.toMatchObject({
    fields: { isRight: expect.stringContaining('11 h for this enterprise') },
  });
});

test('a mail address that cannot be used stops no session; a colleague with one is asked', async () => {
  const desk = await makeSessionDesk(app);
  const lead = desk.enrolment.enterprise.lead?.id ?? '';
  const setEmail = (email: string | null) =>
    app.database.tenant(desk.world.orgId, (tx) =>
      tx.updateTable('person').set({ email }).where('id', '=', lead).execute(),
    );
  await setEmail('anna..bird@example.org');
  await desk.log();
  expect(await desk.asked()).toEqual([]);
  await setEmail(null);
  const colleague = await desk.world.person({});
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx
      .insertInto('enterprise_person')
      .values({
        org_id: desk.world.orgId,
        enterprise_id: desk.enrolment.enterprise.id,
        person_id: colleague.id,
        from_on: '2026-01-01',
      })
      .execute(),
  );
  await desk.log({ startsAt: '2026-11-21T10:00:00.000Z', endsAt: '2026-11-21T11:00:00.000Z' });
  expect(await desk.asked()).toEqual([colleague.email]);
});
