import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { endEnterprisePerson } from './end-enterprise-person.ts';

const app = await createTestApp();

test('whoever has left no longer sees the enterprise', async () => {
  const desk = await makeDesk(app);
  const personId = desk.enrolment.enterprise.lead?.id ?? '';
  await endEnterprisePerson(desk.adviser, { enrolmentId: desk.enrolmentId, personId });
  const after = await desk.world.ctxFor({ id: personId });
  expect(after.actor.ownEnterpriseIds.size).toBe(0);
  expect(await desk.audited('end-enterprise-person')).toMatchObject([
    { changes: { person: personId, endedOn: '2026-11-24' } },
  ]);
});

test('refuses outsiders, somebody of another firm, and a last day before the first', async () => {
  const desk = await makeDesk(app);
  const personId = desk.enrolment.enterprise.lead?.id ?? '';
  const input = { enrolmentId: desk.enrolmentId, personId };
  await expectWalls(desk, endEnterprisePerson, input);
  const other = await desk.world.person();
  await expect(
    endEnterprisePerson(desk.adviser, { ...input, personId: other.id }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    endEnterprisePerson(desk.adviser, { ...input, toOn: '2020-01-01' }),
  ).rejects.toMatchObject({ fields: { toOn: expect.any(String) } });
});
