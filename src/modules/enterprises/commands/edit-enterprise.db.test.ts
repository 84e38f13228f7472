import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { editEnterprise } from './edit-enterprise.ts';

const app = await createTestApp();

test('the second of two people who edit is shown what is stored', async () => {
  const desk = await makeDesk(app);
  const input = { enrolmentId: desk.enrolmentId, version: 1, fields: { name: 'Fir Ltd' } };
  const done = await editEnterprise(desk.adviser, input);
  expect(done.changed).toContain('name');
  await expect(
    editEnterprise(desk.adviser, { ...input, fields: { name: 'Fern Ltd' } }),
  ).rejects.toMatchObject({ code: 'conflict', details: { name: 'Fir Ltd', version: 2 } });
  expect(await desk.audited('edit-enterprise')).toMatchObject([
    { subject_id: desk.enterpriseId, changes: { fields: done.changed } },
  ]);
});

test('saving without a change keeps the version', async () => {
  const desk = await makeDesk(app);
  const input = { enrolmentId: desk.enrolmentId, version: 1, fields: { name: 'Gorse Ltd' } };
  await editEnterprise(desk.adviser, input);
  expect(await editEnterprise(desk.adviser, { ...input, version: 2 })).toMatchObject({
    changed: [],
  });
  await editEnterprise(desk.adviser, { ...input, version: 2 });
});

test('a participant edits the own firm only; a number that another firm has is refused', async () => {
  const desk = await makeDesk(app);
  const lead = desk.enrolment.enterprise.lead;
  const participant = await desk.world.ctxFor({ id: lead?.id ?? '' });
  const own = { enrolmentId: desk.enrolmentId, version: 1, fields: { name: 'Hazel Ltd' } };
  await editEnterprise(participant, own);
  const other = await desk.world.enrolment();
  await expect(
    editEnterprise(participant, { ...own, enrolmentId: other.id }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await desk.world.enterprise({ companyNumber: '09999999' });
  await expect(
    editEnterprise(participant, {
      ...own,
      version: 2,
      fields: { name: 'Hazel Ltd', companyNumber: '09999999' },
    }),
  ).rejects.toMatchObject({ fields: { companyNumber: expect.stringContaining('already') } });
  await expectWalls(desk, editEnterprise, own);
});
