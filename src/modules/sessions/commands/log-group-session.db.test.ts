import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeSessionDesk, usualSession } from '../../../../test/factories/session-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { logGroupSession } from './log-group-session.ts';

const app = await createTestApp();

async function makeGroup() {
  const desk = await makeSessionDesk(app);
  const other = await desk.world.enrolment();
  const input = {
    programmeId: desk.world.programme.id,
    mentorIds: [desk.mentorId],
    enterprises: [{ enrolmentId: desk.enrolmentId }, { enrolmentId: other.id }],
    ...usualSession,
  };
  return { ...desk, other, input };
}

test('a group session counts once for each firm; a double click logs one', async () => {
  const { input, other, ...desk } = await makeGroup();
  const ctx = { ...desk.adviser, idempotencyKey: 'group-once-000001' };
  const twice = { ...input, enterprises: [...input.enterprises, { enrolmentId: other.id }] };
  const { sessionId } = await logGroupSession(ctx, twice);
  expect(await logGroupSession(ctx, twice)).toEqual({ sessionId });
  expect(await desk.session(sessionId)).toMatchObject({ format: 'group' });
  const sides = await desk.read((tx) =>
    tx.selectFrom('session_enterprise').select('enrolment_id').execute(),
  );
  expect(sides).toHaveLength(2);
  expect(await desk.asked()).toHaveLength(2);
  expect(await desk.audited('log-group-session')).toMatchObject([{ changes: { enterprises: 2 } }]);
});

test('a firm that did not come is not asked to confirm', async () => {
  const { input, other, ...desk } = await makeGroup();
  const enterprises = [
    { enrolmentId: desk.enrolmentId },
    { enrolmentId: other.id, attendance: 'no-show', reason: 'Ill' } as const,
  ];
  await logGroupSession(desk.adviser, { ...input, enterprises });
  expect(await desk.asked()).toEqual([desk.enrolment.enterprise.lead?.email]);
});

test('refuses outsiders, firms and mentors of another organisation, and a mentor who was elsewhere', async () => {
  const { input, ...desk } = await makeGroup();
  await expectWalls(desk.world, logGroupSession, input);
  const foreign = await makeSessionDesk(app);
  const attempts = [
    { ...input, enterprises: [{ enrolmentId: foreign.enrolmentId }] },
    { ...input, mentorIds: [foreign.mentorId] },
  ];
  for (const attempt of attempts) {
    await expect(logGroupSession(desk.adviser, attempt)).rejects.toMatchObject({
      code: 'not-found',
    });
  }
  await desk.log();
  await expect(logGroupSession(desk.adviser, input)).rejects.toMatchObject({
    fields: { startsAt: expect.stringContaining('already has a session') },
  });
});

test('refuses a day before the last of the firms had joined', async () => {
  const { input, ...desk } = await makeGroup();
  const late = await desk.world.enrolment({ appliedOn: '2026-11-23', eligibleOn: '2026-11-24' });
  const enterprises = [...input.enterprises, { enrolmentId: late.id }];
  await expect(logGroupSession(desk.adviser, { ...input, enterprises })).rejects.toMatchObject({
    fields: { startsAt: expect.stringContaining('23 November 2026') },
  });
});
