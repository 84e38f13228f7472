import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { reopenEnrolment } from './reopen-enrolment.ts';

const app = await createTestApp();

test('a refused applicant is looked at again', async () => {
  const desk = await makeDesk(app, { state: 'not-eligible' });
  const input = { enrolmentId: desk.enrolmentId, version: 1, reason: 'New accounts arrived' };
  await reopenEnrolment(desk.adviser, input);
  expect(await desk.row()).toMatchObject({ state: 'applied', closed_on: null });
  expect(await desk.audited('reopen-enrolment')).toMatchObject([
    { reason: 'New accounts arrived' },
  ]);
});

test('refuses an enterprise that never left, and outsiders', async () => {
  const desk = await makeDesk(app);
  const input = { enrolmentId: desk.enrolmentId, version: 1, reason: 'Mistake' };
  await expect(reopenEnrolment(desk.adviser, input)).rejects.toMatchObject({
    code: 'precondition',
  });
  await expectWalls(desk, reopenEnrolment, input);
});
