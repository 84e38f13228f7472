import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { followExpiredRoles } from './follow-expired-roles.ts';

const app = await createTestApp();

async function expiring(personId: string, orgId: string, at: string) {
  await app.database.tenant(orgId, (tx) =>
    tx
      .updateTable('role_grant')
      .set({ expires_at: at })
      .where('person_id', '=', personId)
      .execute(),
  );
}

test('a mentor whose role has run out is taken off the panel, once, with what they were asked', async () => {
  const desk = await makeMatchingDesk(app);
  const { offerId } = await desk.offer();
  await desk.sent(offerId);
  const { orgId } = desk.world;
  const system = desk.world.systemCtx();
  await expiring(desk.best.person.id, orgId, '2026-11-25T00:00:00.000Z');
  await expectWalls(desk.world, followExpiredRoles, {});
  expect(await followExpiredRoles(system, {})).toEqual({ people: 0 });
  expect(await desk.stateOf('offer', offerId)).toBe('pending');
  await expiring(desk.best.person.id, orgId, '2026-11-24T09:00:00.000Z');
  expect(await followExpiredRoles(system, {})).toEqual({ people: 1 });
  expect(await desk.stateOf('offer', offerId)).toBe('withdrawn');
  expect(await desk.mails('ask-ended')).toHaveLength(1);
  const mentor = await desk.read((tx) =>
    tx.selectFrom('mentor').select('state').where('id', '=', desk.best.id).executeTakeFirst(),
  );
  expect(mentor).toEqual({ state: 'left' });
  expect(await desk.audited('follow-expired-roles')).toHaveLength(2);
  expect(await followExpiredRoles(system, {})).toEqual({ people: 0 });
});
