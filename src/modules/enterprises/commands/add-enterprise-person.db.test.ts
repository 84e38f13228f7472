import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { peopleOf } from '../reads.ts';
import { addEnterprisePerson } from './add-enterprise-person.ts';

const app = await createTestApp();

test('a person with a known email address is taken, not made again; one lead at a time', async () => {
  const desk = await makeDesk(app);
  const known = await desk.world.person({ email: 'Known@Example.org' });
  const input = { enrolmentId: desk.enrolmentId, name: 'K. Nown', email: 'known@example.org' };
  const { personId } = await addEnterprisePerson(desk.adviser, { ...input, isLead: true });
  expect(personId).toBe(known.id);
  const people = await desk.read((tx) => peopleOf(tx, desk.enterpriseId));
  expect(people.map((person) => [person.personId === known.id, person.isLead])).toEqual([
    [true, true],
    [false, false],
  ]);
  await expect(addEnterprisePerson(desk.adviser, input)).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await desk.audited('add-enterprise-person')).toHaveLength(1);
});

test('a participant cannot reach somebody’s record by typing their address', async () => {
  const desk = await makeDesk(app);
  const stranger = await desk.world.person({ email: 'private@example.org' });
  const participant = await desk.world.ctxFor({ id: desk.enrolment.enterprise.lead?.id ?? '' });
  const { personId } = await addEnterprisePerson(participant, {
    enrolmentId: desk.enrolmentId,
    name: 'Guess',
    email: 'private@example.org',
  });
  expect(personId).not.toBe(stranger.id);
});

test('refuses outsiders, bad addresses and a first day in the future', async () => {
  const desk = await makeDesk(app);
  const input = { enrolmentId: desk.enrolmentId, name: 'Ann' };
  await expectWalls(desk, addEnterprisePerson, input);
  await expect(
    addEnterprisePerson(desk.adviser, { ...input, email: 'no address' }),
  ).rejects.toMatchObject({ fields: { email: expect.stringContaining('name@example.org') } });
  await expect(
    addEnterprisePerson(desk.adviser, { ...input, fromOn: '2027-01-01' }),
  ).rejects.toMatchObject({ fields: { fromOn: expect.any(String) } });
});
