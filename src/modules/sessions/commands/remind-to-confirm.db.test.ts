import { expect, test } from 'vitest';
import { createTestApp, drainJobs } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { remindToConfirmJob } from '../jobs.ts';
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
  return { world, input: { sessionId, enrolmentId: match.need.enrolment.id } };
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
  const { world, input } = await loggedSession();
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
    tx.selectFrom('audit').select('action').where('subject_id', '=', input.sessionId).execute(),
  );
  expect(audit.map((row) => row.action)).toContain('remind-to-confirm');
  app.clock.set('2026-11-24T10:00:00.000Z');
});

test('refused by state: a second reminder is not sent', async () => {
  const { world, input } = await loggedSession();
  await remindToConfirm(world.systemCtx(), input);
  await expect(remindToConfirm(world.systemCtx(), input)).rejects.toThrow(
    'The firm has been reminded already.',
  );
});

test('refused by role and at the tenant wall', async () => {
  const { world, input } = await loggedSession();
  await expectWalls(world, remindToConfirm, input);
});
