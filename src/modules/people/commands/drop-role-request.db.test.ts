import { expect, test } from 'vitest';
import { auditOf } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { confirmRole } from './confirm-role.ts';
import { dropRoleRequest } from './drop-role-request.ts';
import { grantRole } from './grant-role.ts';
import { endings } from '../../../../test/factories/endings.ts';

const app = await createTestApp();

async function makeRequest() {
  const world = await makeWorld(app);
  const first = await world.ctxAs('admin');
  const second = await world.ctxAs('admin');
  const person = await world.person();
  const wish = { personId: person.id, role: 'admin' as const, programmeId: null };
  const { requestId } = await grantRole(first, wish);
  const state = async () =>
    (
      await app.database.read(world.orgId, (tx) =>
        tx
          .selectFrom('role_request')
          .select('state')
          .where('id', '=', requestId)
          .executeTakeFirstOrThrow(),
      )
    ).state;
  return { world, first, second, person, wish, request: { requestId: requestId ?? '' }, state };
}

test('a second person refuses; the role can then be asked for anew', async () => {
  const { world, first, second, person, wish, request, state } = await makeRequest();
  await expectWalls(world, dropRoleRequest, request);
  await expect(grantRole(first, wish)).rejects.toMatchObject({ code: 'conflict' });
  await dropRoleRequest(second, request);
  expect(await state()).toBe('refused');
  await expect(dropRoleRequest(second, request)).rejects.toMatchObject({ code: 'precondition' });
  await expect(confirmRole(second, request)).rejects.toMatchObject({ code: 'precondition' });
  expect(await auditOf(world, person.id)).toEqual(['grant-role', 'drop-role-request']);
  await grantRole(first, wish);
});

test('whoever asked takes it back', async () => {
  const { first, request, state } = await makeRequest();
  await dropRoleRequest(first, request);
  expect(await state()).toBe('withdrawn');
});

test('who is removed leaves no request behind, neither for them nor by them', async () => {
  for (const which of ['person', 'first'] as const) {
    const { second, request, state, person, first } = await makeRequest();
    const personId = which === 'person' ? person.id : (first.actor.personId ?? '');
    await endings.removePerson(second, { personId, reason: 'Left' });
    expect(await state()).toBe('withdrawn');
    await expect(confirmRole(second, request)).rejects.toMatchObject({ code: 'precondition' });
  }
});
