import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { peopleOf } from '../reads.ts';
import { editEnterprisePerson } from './edit-enterprise-person.ts';
import { endEnterprisePerson } from './end-enterprise-person.ts';

const app = await createTestApp();
const reach = { name: 'Ann Alder', email: 'ann@alder.example', phone: '01904 555012' };

/** A firm with its main contact and a second person, who may sign in or not. */
async function makeFirm(
  second: Parameters<Awaited<ReturnType<typeof makeDesk>>['world']['person']>[0] = {},
) {
  const desk = await makeDesk(app);
  const other = await desk.world.person({ roles: ['participant'], ...second });
  await desk.write((tx) =>
    tx
      .insertInto('enterprise_person')
      .values({
        org_id: desk.world.orgId,
        enterprise_id: desk.enterpriseId,
        person_id: other.id,
        from_on: '2026-02-02',
      })
      .execute(),
  );
  const leadId = desk.enrolment.enterprise.lead?.id ?? '';
  return {
    desk,
    leadId,
    other,
    lead: await desk.world.ctxFor({ id: leadId }),
    input: { enrolmentId: desk.enrolmentId, personId: other.id, version: 1, position: 'Director' },
    people: () => desk.read((tx) => peopleOf(tx, desk.enterpriseId)),
  };
}

test('an adviser changes how a person of the firm is reached and what they do there', async () => {
  const { desk, input, people, other } = await makeFirm();
  await expectWalls(desk, editEnterprisePerson, { ...input, reach });
  await editEnterprisePerson(desk.adviser, { ...input, reach, isLead: true });
  expect(await people()).toMatchObject([
    { personId: other.id, ...reach, position: 'Director', isLead: true, version: 2 },
    { isLead: false },
  ]);
  expect(await desk.audited('edit-enterprise-person')).toMatchObject([
    { changes: { person: other.id, isAddressChanged: true, lead: other.id } },
  ]);
});

test('the main contact changes a colleague who does not sign in, and nobody else of the firm does', async () => {
  const { desk, input, lead, other, leadId, people } = await makeFirm();
  await editEnterprisePerson(lead, { ...input, reach });
  expect((await people()).find((one) => one.personId === other.id)).toMatchObject(reach);
  await expect(
    editEnterprisePerson(await desk.world.ctxFor(other), { ...input, personId: leadId }),
  ).rejects.toMatchObject({ code: 'precondition' });
});

test('nobody leads away the letters of a mentor, nor a main contact those of one who signs in', async () => {
  const mentor = await makeFirm({ roles: ['participant', 'mentor'] });
  await expect(
    editEnterprisePerson(mentor.desk.adviser, { ...mentor.input, reach }),
  ).rejects.toMatchObject({ code: 'precondition' });
  await editEnterprisePerson(mentor.desk.adviser, mentor.input);
  expect((await mentor.people()).find((one) => one.personId === mentor.other.id)).toMatchObject({
    position: 'Director',
    email: mentor.other.email,
  });
});

test('refuses whoever has left, a known address, and a main contact without one', async () => {
  const { desk, input, lead, leadId } = await makeFirm();
  const known = await desk.world.person({ email: 'known@example.org' });
  const taken = { ...input, reach: { ...reach, email: known.email ?? '' } };
  await expect(editEnterprisePerson(desk.adviser, taken)).rejects.toMatchObject({
    fields: { email: expect.any(String) },
  });
  // A participant is not told who is known here.
  await editEnterprisePerson(lead, taken);
  await expect(
    editEnterprisePerson(desk.adviser, {
      ...input,
      personId: leadId,
      reach: { ...reach, email: '' },
    }),
  ).rejects.toMatchObject({ fields: { email: expect.any(String) } });
  const { enrolmentId, personId } = input;
  await endEnterprisePerson(desk.adviser, { enrolmentId, personId });
  await expect(editEnterprisePerson(desk.adviser, { ...input, version: 2 })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('the second of two who change the same person is shown what is stored', async () => {
  const { desk, input } = await makeFirm();
  await editEnterprisePerson(desk.adviser, { ...input, reach });
  await expect(editEnterprisePerson(desk.adviser, { ...input, reach })).rejects.toMatchObject({
    code: 'conflict',
    details: { name: 'Ann Alder' },
  });
});
