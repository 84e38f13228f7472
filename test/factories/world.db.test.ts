import { expect, test } from 'vitest';
import { may, permissionTable } from '../../src/platform/permission.ts';
import { createTestApp } from './app.ts';
import { makeWorld } from './world.ts';

const app = await createTestApp();
const table = permissionTable({ thing: { read: { mentor: 'own', adviser: 'programme' } } });

test('makes a match whose mentor and adviser stand to the firm as in life', async () => {
  const world = await makeWorld(app);
  const match = await world.match();
  const { enrolment } = match.need;
  const mentor = await world.ctxFor(match.mentor.person);
  const adviser = await world.ctxFor({ id: enrolment.adviserId ?? '' });
  const subject = { programmeId: world.programme.id, enterpriseId: enrolment.enterprise.id };
  expect(may(mentor.actor, table.thing.read, subject)).toBe(true);
  expect(may(adviser.actor, table.thing.read, subject)).toBe(true);
  const stranger = await world.ctxFor((await world.mentor()).person);
  expect(may(stranger.actor, table.thing.read, subject)).toBe(false);
});

test('keeps two worlds apart', async () => {
  const [one, other] = [await makeWorld(app), await makeWorld(app)];
  await one.enrolment();
  const seen = await app.database.read(other.orgId, (tx) =>
    tx.selectFrom('enrolment').select('id').execute(),
  );
  expect(seen).toEqual([]);
});
