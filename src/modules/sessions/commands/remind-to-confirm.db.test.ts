import { expect, test } from 'vitest';
import { createTestApp, drainJobs } from '../../../../test/factories/app.ts';
import { makeSessionDesk, usualSession } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { remindToConfirmJob } from '../jobs.ts';
import { logGroupSession } from './log-group-session.ts';
import { logSession } from './log-session.ts';
import { remindToConfirm } from './remind-to-confirm.ts';

const app = await createTestApp({ now: '2026-11-24T10:00:00.000Z' });

async function loggedSession() {
  const world = await makeWorld(app);
  const match = await world.match();
  const ctx = await world.ctxFor(match.mentor.person);
  const { sessionId } = await logSession(ctx, {
    matchId: match.id,
    startsAt: '2026-11-23T10:00:00.000Z',
    endsAt: '2026-11-23T11:00:00.000Z',
    mode: 'video',
  });
  return {
    world,
    match,
    sessionId,
    input: { sessionIds: [sessionId], enrolmentId: match.need.enrolment.id },
  };
}

const reminders = (orgId: string) =>
  app.database.read(orgId, (tx) =>
    tx
      .selectFrom('mail')
      .select(['subject', 'about_id'])
      .where('kind', '=', 'confirm-session-reminder')
      .execute(),
  );

test('allowed: reminds a firm once after five days and leaves an audit row', async () => {
  const { world, input, sessionId } = await loggedSession();
  app.clock.set('2026-11-27T09:00:00.000Z');
  await remindToConfirmJob.run(app, {});
  expect(await reminders(world.orgId)).toEqual([]);
  app.clock.set('2026-11-30T09:00:00.000Z');
  await remindToConfirmJob.run(app, {});
  await remindToConfirmJob.run(app, {});
  await drainJobs(app);
  const letters = await reminders(world.orgId);
  expect(letters).toHaveLength(1);
  expect(letters[0]?.subject).toMatch(/^Reminder: please confirm/);
  const audit = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('audit').select('changes').where('action', '=', 'remind-to-confirm').execute(),
  );
  expect(audit).toMatchObject([{ changes: { sessions: [sessionId] } }]);
  expect(input.sessionIds).toEqual([sessionId]);
  app.clock.set('2026-11-24T10:00:00.000Z');
});

test('refused by state: a second reminder is not sent', async () => {
  const { world, input } = await loggedSession();
  await remindToConfirm(world.systemCtx(), input);
  await expect(remindToConfirm(world.systemCtx(), input)).rejects.toThrow('reminded already');
});

test('refused by role and at the tenant wall', async () => {
  const { world, input } = await loggedSession();
  await expectWalls(world, remindToConfirm, input);
});

test('each firm of a group session is reminded by itself, also of what it missed, by one letter', async () => {
  app.clock.set('2026-11-24T10:00:00.000Z');
  const desk = await makeSessionDesk(app);
  const other = await desk.world.enrolment({ state: 'eligible' });
  const absent = await desk.world.enrolment({ state: 'eligible' });
  await logGroupSession(desk.adviser, {
    programmeId: desk.world.programme.id,
    mentorIds: [desk.mentorId],
    enterprises: [
      { enrolmentId: desk.enrolmentId },
      { enrolmentId: other.id },
      { enrolmentId: absent.id, attendance: 'no-show', reason: 'Ill' },
    ],
    ...usualSession,
  });
  await desk.log({
    startsAt: '2026-11-21T10:00:00.000Z',
    endsAt: '2026-11-21T11:00:00.000Z',
    enterprise: { attendance: 'no-show', reason: 'Nobody opened' },
  });
  for (const day of ['2026-11-30', '2026-12-01', '2026-12-02']) {
    app.clock.set(`${day}T09:00:00.000Z`);
    await remindToConfirmJob.run(app, {});
  }
  const letters = await reminders(desk.world.orgId);
  expect(letters.map((letter) => letter.subject).sort()).toEqual([
    'Reminder: please confirm 2 sessions, the latest of 21 November 2026',
    expect.stringMatching(/^Reminder: please confirm your session of 20 November 2026/),
  ]);
  app.clock.set('2026-11-24T10:00:00.000Z');
});

test('a firm without a usable address leaves no audit row and stops nobody else', async () => {
  const without = await loggedSession();
  const { world } = without;
  await app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('person')
      .set({ email: 'anna..bird@example.org' })
      .where('id', '=', without.match.need.enrolment.enterprise.lead?.id ?? '')
      .execute(),
  );
  const other = await loggedSession();
  for (const day of ['2026-11-30', '2026-12-01', '2026-12-02']) {
    app.clock.set(`${day}T09:00:00.000Z`);
    await remindToConfirmJob.run(app, {});
  }
  expect(await reminders(world.orgId)).toEqual([]);
  expect(await reminders(other.world.orgId)).toHaveLength(1);
  const rows = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('audit').select('seq').where('action', '=', 'remind-to-confirm').execute(),
  );
  expect(rows).toEqual([]);
  app.clock.set('2026-11-24T10:00:00.000Z');
});
