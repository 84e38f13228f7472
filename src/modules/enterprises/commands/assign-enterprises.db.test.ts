import { expect, test } from 'vitest';
import { auditReason } from '../../../../test/factories/audit-reason.ts';
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
  expect(await assignEnterprises(desk.adviser, input)).toEqual({
    given: 2,
    left: [gone.enterprise.name],
  });
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

test('handed over with a reason, what somebody else was given meanwhile stays there and is named', async () => {
  const desk = await makeDesk(app, { state: 'eligible' });
  const { enrolmentId, world } = desk;
  const second = await world.enrolment({ state: 'eligible' });
  await desk.write((tx) =>
    tx.updateTable('enrolment').set({ adviser_id: null }).where('id', '=', second.id).execute(),
  );
  const next = await world.person({ roles: ['adviser'] });
  const made = await assignEnterprises(await world.ctxAs('manager'), {
    ...{ enrolmentIds: [enrolmentId, second.id], adviserId: next.id, fromId: null },
    ...{ reason: 'Tom has left.', letter: 'We stay with you.' },
  });
  expect(made).toEqual({ given: 1, left: [desk.enrolment.enterprise.name] });
  expect((await desk.row())?.adviser_id).toBe(desk.enrolment.adviserId);
  const letters = await desk.read((tx) =>
    tx.selectFrom('mail').select(['kind', 'body']).orderBy('kind').execute(),
  );
  expect(letters).toMatchObject([{ kind: 'firm-given' }, { kind: 'new-adviser' }]);
  expect(letters[0]?.body).toContain('Why: Tom has left.');
  expect(letters[1]?.body).toContain('We stay with you.');
  const reasons = await desk.read((tx) =>
    tx.selectFrom('audit').select(auditReason).where('action', '=', 'assign-enterprises').execute(),
  );
  expect(reasons).toEqual([{ reason: 'Tom has left.' }]);
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
