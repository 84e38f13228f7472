import { expect, test } from 'vitest';
import {
  auditOf,
  countSessions,
  makeAccount,
  signInAs,
} from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { endPersonSessions } from './end-person-sessions.ts';

const app = await createTestApp();

test('an administrator signs somebody out everywhere', async () => {
  const world = await makeWorld(app);
  const { userId, email } = await makeAccount(app);
  const person = await world.person({ roles: ['adviser'], userId });
  const cookies = [await signInAs(app, email), await signInAs(app, email)];
  await expectWalls(world, endPersonSessions, { personId: person.id });
  const { ended } = await endPersonSessions(await world.ctxAs('admin'), { personId: person.id });
  expect(ended).toBe(2);
  for (const cookie of cookies) expect(await countSessions(app, cookie)).toBe(0);
  expect(await auditOf(world, person.id)).toEqual(['end-person-sessions']);
});

test('refuses somebody without an account, saying so: no state changes', async () => {
  const world = await makeWorld(app);
  const person = await world.person();
  await expect(
    endPersonSessions(await world.ctxAs('admin'), { personId: person.id }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
