import { expect, test } from 'vitest';
import { mergeEnterprises } from '../src/modules/enterprises/commands/merge-enterprises.ts';
import { confirmSession } from '../src/modules/sessions/commands/confirm-session.ts';
import { logSession } from '../src/modules/sessions/commands/log-session.ts';
import { createTestApp } from './factories/app.ts';
import { makeSessionDesk, usualSession } from './factories/session-desk.ts';

const app = await createTestApp();

test('two supported records become one: sessions of both count for the kept one, and each once', async () => {
  const desk = await makeSessionDesk(app);
  const twin = await desk.world.match();
  const { enrolment } = twin.need;
  await desk.confirm(await desk.log());
  const { sessionId } = await logSession(await desk.world.ctxFor(twin.mentor.person), {
    ...usualSession,
    matchId: twin.id,
    startsAt: '2026-11-23T10:00:00.000Z',
    endsAt: '2026-11-23T11:00:00.000Z',
  });
  const lead = await desk.world.ctxFor({ id: enrolment.enterprise.lead?.id ?? '' });
  await confirmSession(lead, { sessionId, enrolmentId: enrolment.id, version: 1 });
  expect(await desk.counted()).toBe(90);
  await mergeEnterprises(await desk.world.ctxAs('manager'), {
    enrolmentId: desk.enrolmentId,
    version: 1,
    goneId: enrolment.enterprise.id,
  });
  expect(await desk.counted()).toBe(150);
  const owners = await desk.read(async (tx) => [
    ...(await tx.selectFrom('need').select('enrolment_id').execute()),
    ...(await tx.selectFrom('match').select('enrolment_id').execute()),
  ]);
  expect(owners).toEqual(Array.from({ length: 4 }, () => ({ enrolment_id: desk.enrolmentId })));
});

test('of a session that both records have, the one that was there counts', async () => {
  const desk = await makeSessionDesk(app);
  const twin = await desk.world.match();
  const { enrolment } = twin.need;
  const session_id = await desk.log();
  await desk.write(async (tx) => {
    await tx
      .updateTable('session_enterprise')
      .set({ attendance: 'no-show' })
      .where('enrolment_id', '=', desk.enrolmentId)
      .execute();
    await tx
      .insertInto('session_enterprise')
      .values({
        ...{ org_id: desk.world.orgId, session_id, enrolment_id: enrolment.id },
        ...{ attendance: 'attended', confirmation: 'confirmed', seen_version: 1 },
      })
      .execute();
  });
  expect(await desk.counted()).toBe(0);
  await mergeEnterprises(await desk.world.ctxAs('manager'), {
    enrolmentId: desk.enrolmentId,
    version: 1,
    goneId: enrolment.enterprise.id,
  });
  expect(await desk.counted()).toBe(90);
});
