import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { assignEnterprises } from './assign-enterprises.ts';

const app = await createTestApp();

test('an adviser is given several enterprises, and told of all in one letter', async () => {
  const desk = await makeDesk(app);
  const second = await desk.world.enrolment({
    enterprise: await desk.world.enterprise({ name: 'Second Works Ltd' }),
  });
  const gone = await desk.world.enrolment({ state: 'closed' });
  const colleague = await desk.world.person({ roles: ['adviser'] });
  const input = {
    enrolmentIds: [desk.enrolmentId, second.id, second.id, gone.id],
    adviserId: colleague.id,
  };
  await expectWalls(desk, assignEnterprises, { ...input, enrolmentIds: [desk.enrolmentId] });
  expect(await assignEnterprises(desk.adviser, input)).toEqual({ given: 2, left: 1 });
  const rows = await desk.read((tx) =>
    tx.selectFrom('enrolment').select(['id', 'adviser_id']).execute(),
  );
  const adviserOf = new Map(rows.map((row) => [row.id, row.adviser_id]));
  expect(adviserOf.get(desk.enrolmentId)).toBe(colleague.id);
  expect(adviserOf.get(second.id)).toBe(colleague.id);
  expect(adviserOf.get(gone.id)).not.toBe(colleague.id);
  expect(await desk.audited('assign-enterprises')).toHaveLength(2);
  const letters = await desk.read((tx) =>
    tx.selectFrom('mail').select(['subject', 'body']).where('kind', '=', 'firm-given').execute(),
  );
  expect(letters).toMatchObject([{ subject: '2 firms are yours to look after' }]);
  expect(letters[0]?.body).toContain('- Second Works Ltd');
});

test('refuses when nothing would change, and somebody who is no adviser', async () => {
  const desk = await makeDesk(app);
  const mentor = await desk.world.person({ roles: ['mentor'] });
  const give = (adviserId: string) =>
    assignEnterprises(desk.adviser, { enrolmentIds: [desk.enrolmentId], adviserId });
  await expect(give(mentor.id)).rejects.toMatchObject({ code: 'invalid' });
  await expect(give(desk.enrolment.adviserId ?? '')).rejects.toMatchObject({
    code: 'precondition',
  });
});
