import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { makeProgramme } from '../../../../test/factories/programmes.ts';
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

test('a participant changes nothing that eligibility was decided on, not even of the own firm', async () => {
  const desk = await makeDesk(app);
  const lead = desk.enrolment.enterprise.lead;
  const participant = await desk.world.ctxFor({ id: lead?.id ?? '' });
  const own = { enrolmentId: desk.enrolmentId, version: 1, fields: { name: 'Hazel Ltd' } };
  await expect(editEnterprise(participant, own)).rejects.toMatchObject({ code: 'not-found' });
  await expectWalls(desk, editEnterprise, own);
});

test('a number that another firm has is refused, and the firm is named within reach only', async () => {
  const desk = await makeDesk(app);
  const near = await desk.world.enrolment();
  const other = await makeProgramme(app, desk.world.org, { programme: 'Next door' });
  const far = await desk.world.enterprise({ companyNumber: '09999998' });
  await desk.world.enrolment({ enterprise: far, programmeId: other.id });
  await desk.write((tx) =>
    tx
      .updateTable('enterprise')
      .set({ company_number: '09999999' })
      .where('id', '=', near.enterprise.id)
      .execute(),
  );
  const adviser = await desk.world.ctxAs('adviser', { programmeId: desk.world.programme.id });
  const withNumber = (companyNumber: string) =>
    editEnterprise(adviser, {
      enrolmentId: desk.enrolmentId,
      version: 1,
      fields: { name: 'Hazel Ltd', companyNumber },
    }).catch((error: unknown) => (error as { fields: Record<string, string> }).fields);
  expect(await withNumber('09999999')).toEqual({
    companyNumber: `${near.enterprise.name} has this company number already.`,
  });
  expect(await withNumber('09999998')).toEqual({
    companyNumber: 'Another enterprise has this company number already.',
  });
});
