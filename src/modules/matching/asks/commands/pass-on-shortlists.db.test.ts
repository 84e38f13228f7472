import { expect, test } from 'vitest';
import { createTestApp, drainJobs } from '../../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../../test/factories/walls.ts';
import { addEnterprisePerson } from '../../../enterprises/commands/add-enterprise-person.ts';
import { endEnterprisePerson } from '../../../enterprises/commands/end-enterprise-person.ts';
import { passOnShortlists } from './pass-on-shortlists.ts';

const app = await createTestApp();

async function listed() {
  const desk = await makeMatchingDesk(app, { mentorChoice: 'firm-chooses' });
  const { enrolment } = desk.need;
  const { personId: nextId } = await addEnterprisePerson(desk.adviser, {
    ...{ enrolmentId: enrolment.id, name: 'Nadia Karim', email: 'nadia@alder.example' },
  });
  const { shortlistId } = await desk.shortlist();
  return { ...desk, enrolment, nextId, shortlistId };
}

test('whoever follows somebody who left the firm gets the list that waits, and nobody twice', async () => {
  const desk = await listed();
  await desk.sent(desk.shortlistId);
  const leadId = desk.enrolment.enterprise.lead?.id ?? '';
  await endEnterprisePerson(desk.adviser, { enrolmentId: desk.enrolment.id, personId: leadId });
  await drainJobs(app);
  const letters = await desk.mails('shortlist');
  expect(letters.map((one) => one.person_id)).toEqual([leadId, desk.nextId]);
  const enterpriseId = desk.enrolment.enterprise.id;
  const again = await passOnShortlists(desk.world.systemCtx(), { enterpriseId });
  expect(again.moved).toEqual([]);
  expect(await desk.audited('pass-on-shortlists')).toMatchObject([
    { subject_id: enterpriseId, changes: { moved: [desk.shortlistId] } },
    { changes: { moved: [] } },
  ]);
});

test('when somebody leaves to whom the list was not sent, nobody is written to', async () => {
  const desk = await listed();
  await endEnterprisePerson(desk.adviser, {
    enrolmentId: desk.enrolment.id,
    personId: desk.nextId,
  });
  await drainJobs(app);
  expect(await desk.mails('shortlist')).toHaveLength(1);
});

test('is for nobody who signs in, and has no state to be refused by', async () => {
  const desk = await listed();
  await expectWalls(desk.world, passOnShortlists, {
    enterpriseId: desk.enrolment.enterprise.id,
  });
});
