import { expect, test } from 'vitest';
import { auditOf, makeAccount } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld, type World } from '../../../../test/factories/world.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { matchInPlace, rankMentorsForNeed } from '../../matching/reads.ts';
import { endRole } from './end-role.ts';

const app = await createTestApp();

async function grantOf(world: World, personId: string): Promise<string> {
  const row = await app.database.read(world.orgId, (tx) =>
    tx
      .selectFrom('role_grant')
      .select('id')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow(),
  );
  return row.id;
}

test('a demoted person is out at the next request, and the reason is kept', async () => {
  const world = await makeWorld(app);
  const person = await world.person({ roles: ['adviser'] });
  const wish = { grantId: await grantOf(world, person.id), reason: 'Left the team.' };
  await expectWalls(world, endRole, wish);
  await endRole(await world.ctxAs('admin'), wish);
  expect((await world.ctxFor(person)).actor.grants).toEqual([]);
  expect(await auditOf(world, person.id)).toEqual(['end-role']);
  const kept = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('role_grant').select('reason').where('id', '=', wish.grantId).executeTakeFirst(),
  );
  expect(kept?.reason).toBe('Left the team.');
});

test('refuses to end a role without a reason, and one that has ended already', async () => {
  const world = await makeWorld(app);
  const admin = await world.ctxAs('admin');
  const person = await world.person({ roles: ['adviser'] });
  const grantId = await grantOf(world, person.id);
  await expect(endRole(admin, { grantId, reason: ' ' })).rejects.toMatchObject({
    fields: { reason: expect.any(String) },
  });
  await endRole(admin, { grantId, reason: 'Left the team.' });
  await expect(endRole(admin, { grantId, reason: 'Again.' })).rejects.toMatchObject({
    code: 'precondition',
  });
});

test('a manager cannot take an administrator’s role', async () => {
  const world = await makeWorld(app);
  const admin = await world.person({ roles: ['admin'] });
  await expect(
    endRole(await world.ctxAs('manager'), {
      grantId: await grantOf(world, admin.id),
      reason: 'A coup.',
    }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('the last administrator who can sign in stays one', async () => {
  const world = await makeWorld(app);
  const { userId } = await makeAccount(app);
  const only = await world.person({ roles: ['admin'], userId });
  await world.person({ roles: ['admin'] });
  await expect(
    endRole(await world.ctxFor(only), {
      grantId: await grantOf(world, only.id),
      reason: 'Tired of it.',
    }),
  ).rejects.toThrow(/only administrator/);
});

test('two administrators who end each other’s role in the same moment leave one', async () => {
  const world = await makeWorld(app);
  const [one, two] = [
    await world.person({ roles: ['admin'], userId: (await makeAccount(app)).userId }),
    await world.person({ roles: ['admin'], userId: (await makeAccount(app)).userId }),
  ];
  const both = await Promise.allSettled([
    endRole(await world.ctxFor(one), { grantId: await grantOf(world, two.id), reason: 'You.' }),
    endRole(await world.ctxFor(two), { grantId: await grantOf(world, one.id), reason: 'No, you.' }),
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a mentor whose role ends leaves the panel: no longer asked, matched or proposed', async () => {
  const desk = await makeMatchingDesk(app, { places: 3 });
  const { offerId } = await desk.offer();
  await desk.sent(offerId);
  const match = await desk.world.match({ mentor: desk.best });
  const grant = await desk.read((tx) =>
    tx
      .selectFrom('role_grant')
      .select('id')
      .where('person_id', '=', desk.best.person.id)
      .executeTakeFirstOrThrow(),
  );
  await endRole(await desk.world.ctxAs('admin'), { grantId: grant.id, reason: 'Moves abroad' });
  expect(await desk.stateOf('offer', offerId)).toBe('withdrawn');
  const ended = await desk.read((tx) => matchInPlace(tx, match.id));
  expect(ended).toMatchObject({ endCause: 'mentor-left', toOn: '2026-11-24' });
  expect(ended.handover).toContain('the two have not met');
  expect(await desk.mails('match-lost')).toMatchObject([
    { person_id: match.need.enrolment.adviserId },
  ]);
  const ranked = await desk.read((tx) =>
    rankMentorsForNeed(tx, desk.world.systemCtx(), desk.needId),
  );
  expect(ranked.mentors.has(desk.best.id)).toBe(false);
});

test('an adviser whose role ends leaves their firms to the manager until somebody is chosen', async () => {
  const world = await makeWorld(app);
  const adviser = await world.person({ roles: ['adviser'] });
  const enrolment = await world.enrolment({ adviser });
  const manager = await world.person({ roles: ['manager'] });
  const [grant] = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('role_grant').select('id').where('person_id', '=', adviser.id).execute(),
  );
  await endRole(await world.ctxAs('admin'), { grantId: grant?.id ?? '', reason: 'New job' });
  const row = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('enrolment').select('adviser_id').where('id', '=', enrolment.id).execute(),
  );
  expect(row).toEqual([{ adviser_id: null }]);
  const letters = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('mail').select(['person_id', 'subject']).execute(),
  );
  expect(letters).toMatchObject([{ person_id: manager.id }]);
  expect(letters[0]?.subject).toContain('1 enterprise');
});
