import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { closeEnrolment } from './close-enrolment.ts';
import { reopenEnrolment } from './reopen-enrolment.ts';

const app = await createTestApp();
const leaving = { version: 1, outcome: 'closed', reason: 'Reached its goals' } as const;

test('an enterprise leaves with a reason and is no longer due for a call', async () => {
  const desk = await makeDesk(app, { nextContactOn: '2026-12-01' });
  await closeEnrolment(desk.adviser, { enrolmentId: desk.enrolmentId, ...leaving });
  expect(await desk.row()).toMatchObject({
    state: 'closed',
    closed_on: '2026-11-24',
    closure_reason: 'Reached its goals',
    next_contact_on: null,
  });
  expect(await desk.audited('close-enrolment')).toMatchObject([
    { changes: { state: { from: 'eligible', to: 'closed' } } },
  ]);
});

test('refuses to close while a mentor is matched', async () => {
  const desk = await makeDesk(app);
  const need = await desk.world.need({ enrolment: desk.enrolment });
  await desk.world.match({ need });
  await expect(
    closeEnrolment(desk.adviser, { enrolmentId: desk.enrolmentId, ...leaving }),
  ).rejects.toThrow('1 mentor is still matched');
  expect(await desk.row()).toMatchObject({ state: 'eligible' });
});

test('refuses outsiders, a second close and an empty reason', async () => {
  const desk = await makeDesk(app);
  const input = { enrolmentId: desk.enrolmentId, ...leaving };
  await expectWalls(desk, closeEnrolment, input);
  await expect(closeEnrolment(desk.adviser, { ...input, reason: ' ' })).rejects.toMatchObject({
    fields: { reason: 'Say why it ends.' },
  });
  await closeEnrolment(desk.adviser, input);
  await expect(closeEnrolment(desk.adviser, { ...input, version: 2 })).rejects.toMatchObject({
    code: 'precondition',
  });
});

test('a closed enterprise comes back as supported, with its first day kept', async () => {
  const desk = await makeDesk(app, { state: 'closed', eligibleOn: '2026-01-19' });
  await reopenEnrolment(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    version: 1,
    reason: 'New owner, new plan',
  });
  expect(await desk.row()).toMatchObject({ state: 'eligible', eligible_on: '2026-01-19' });
});
