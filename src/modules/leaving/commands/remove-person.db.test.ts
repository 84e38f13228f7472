import { expect, test } from 'vitest';
import {
  auditOf,
  countSessions,
  makeAccount,
  secretMailedTo,
  signInAs,
} from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { matchInPlace } from '../../matching/reads.ts';
import { findLink } from '../../../platform/links.ts';
import { invitePerson } from '../../people/commands/invite-person.ts';
import { removePerson } from './remove-person.ts';

const app = await createTestApp();

test('a removed person is nobody at the next request and signed out everywhere', async () => {
  const world = await makeWorld(app);
  const { userId, email } = await makeAccount(app);
  const person = await world.person({ roles: ['adviser'], userId });
  const cookie = await signInAs(app, email);
  expect(await countSessions(app, cookie)).toBe(1);
  const wish = { personId: person.id, reason: 'Left the organisation.' };
  await expectWalls(world, removePerson, wish);
  await removePerson(await world.ctxAs('admin'), wish);
  expect(await countSessions(app, cookie)).toBe(0);
  await expect(world.ctxFor(person)).rejects.toThrow();
  expect(await auditOf(world, person.id)).toEqual(['remove-person']);
});

test('an invitation that waits for a removed person no longer works', async () => {
  const world = await makeWorld(app);
  const person = await world.person({ roles: ['mentor'] });
  const admin = await world.ctxAs('admin');
  await invitePerson(admin, { personId: person.id });
  const secret = await secretMailedTo(world, person.email ?? '');
  await removePerson(admin, { personId: person.id, reason: 'Withdrew.' });
  expect(await app.database.read(world.orgId, (tx) => findLink(tx, app, secret))).toBeNull();
});

test('nobody removes themselves, the last administrator, or somebody removed already', async () => {
  const world = await makeWorld(app);
  const { userId } = await makeAccount(app);
  const only = await world.person({ roles: ['admin'], userId });
  const other = await world.ctxAs('admin');
  await expect(
    removePerson(await world.ctxFor(only), { personId: only.id, reason: 'Bye.' }),
  ).rejects.toThrow(/yourself/);
  await expect(removePerson(other, { personId: only.id, reason: 'Bye.' })).rejects.toThrow(
    /only administrator/,
  );
  const person = await world.person();
  await removePerson(other, { personId: person.id, reason: 'Bye.' });
  await expect(removePerson(other, { personId: person.id, reason: 'Bye.' })).rejects.toMatchObject({
    code: 'precondition',
  });
});

test('with a removed mentor goes what they were asked and matched for; firm and adviser are told', async () => {
  const desk = await makeMatchingDesk(app, { places: 3 });
  const { offerId } = await desk.offer();
  await desk.sent(offerId);
  const match = await desk.world.match({ mentor: desk.best });
  await removePerson(await desk.world.ctxAs('admin'), {
    personId: desk.best.person.id,
    reason: 'Left.',
  });
  expect(await desk.stateOf('offer', offerId)).toBe('withdrawn');
  expect(await desk.mails('offer-withdrawn')).toEqual([]);
  expect(await desk.mails('ask-ended')).toHaveLength(1);
  const ended = await desk.read((tx) => matchInPlace(tx, match.id));
  expect(ended.endCause).toBe('mentor-left');
  const firm = match.need.enrolment.enterprise.lead;
  expect(await desk.mails('match-changed')).toMatchObject([{ to_address: firm?.email }]);
});

test('the list of a firm whose contact was removed goes to the next one', async () => {
  const desk = await makeMatchingDesk(app);
  const { shortlistId } = await desk.shortlist();
  const { enterprise } = desk.need.enrolment;
  const next = await desk.world.person({ roles: ['participant'] });
  await app.database.tenant(desk.world.orgId, (tx) =>
    tx
      .insertInto('enterprise_person')
      .values({
        org_id: desk.world.orgId,
        enterprise_id: enterprise.id,
        person_id: next.id,
        from_on: '2026-01-05',
      })
      .execute(),
  );
  await removePerson(await desk.world.ctxAs('admin'), {
    personId: enterprise.lead?.id ?? '',
    reason: 'Left.',
  });
  const letters = await desk.mails('shortlist');
  expect(letters.map(({ state, person_id }) => [state, person_id])).toEqual([
    ['cancelled', enterprise.lead?.id],
    ['queued', next.id],
  ]);
  expect(await desk.stateOf('shortlist', shortlistId)).toBe('sent');
});
