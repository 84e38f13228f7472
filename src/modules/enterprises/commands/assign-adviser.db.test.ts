import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { assignAdviser } from './assign-adviser.ts';

const app = await createTestApp();

test('an adviser of the programme takes the enterprise over', async () => {
  const desk = await makeDesk(app);
  const colleague = await desk.world.person({ roles: ['adviser'] });
  const input = { enrolmentId: desk.enrolmentId, version: 1, adviserId: colleague.id };
  await assignAdviser(desk.adviser, input);
  expect(await desk.row()).toMatchObject({ adviser_id: colleague.id, version: 2 });
  expect(await desk.audited('assign-adviser')).toMatchObject([
    { changes: { adviser: { from: desk.enrolment.adviserId, to: colleague.id } } },
  ]);
  const letters = await desk.read((tx) =>
    tx.selectFrom('mail').select(['kind', 'person_id', 'body']).orderBy('kind').execute(),
  );
  expect(letters).toMatchObject([
    { kind: 'firm-given', person_id: colleague.id },
    { kind: 'new-adviser', person_id: desk.enrolment.enterprise.lead?.id },
  ]);
  expect(letters[1]?.body).toContain(colleague.name);
  await expect(assignAdviser(desk.adviser, input)).rejects.toMatchObject({ code: 'conflict' });
});

test('refuses somebody who is no adviser, an enterprise that has left, and outsiders', async () => {
  const desk = await makeDesk(app);
  const mentor = await desk.world.person({ roles: ['mentor'] });
  const input = { enrolmentId: desk.enrolmentId, version: 1, adviserId: mentor.id };
  await expect(assignAdviser(desk.adviser, input)).rejects.toMatchObject({ code: 'invalid' });
  await expectWalls(desk, assignAdviser, { ...input, adviserId: null });
  const left = await makeDesk(app, { state: 'closed' });
  await expect(
    assignAdviser(left.adviser, { enrolmentId: left.enrolmentId, version: 1, adviserId: null }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
