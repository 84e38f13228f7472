import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { actionsOf } from '../plan/reads.ts';
import { addAction } from './add-action.ts';

const app = await createTestApp();
const action = {
  title: 'Write the cash forecast',
  owner: 'enterprise' as const,
  dueOn: '2026-12-01',
};

test('an action joins the plan with its owner, day and need', async () => {
  const desk = await makeDesk(app);
  const need = await desk.world.need({ enrolment: desk.enrolment });
  const { actionId } = await addAction(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    needId: need.id,
    ...action,
  });
  expect(await desk.read((tx) => actionsOf(tx, desk.enrolmentId))).toMatchObject([
    { id: actionId, owner: 'enterprise', dueOn: '2026-12-01', needArea: 'finance', state: 'open' },
  ]);
  expect(await desk.audited('add-action')).toMatchObject([{ subject_id: actionId }]);
});

test('a participant and the matched mentor may add one, and a double click adds one', async () => {
  const desk = await makeDesk(app);
  const need = await desk.world.need({ enrolment: desk.enrolment, state: 'introduced' });
  const { mentor } = await desk.world.match({ need });
  const input = { enrolmentId: desk.enrolmentId, ...action };
  const lead = await desk.world.ctxFor(desk.enrolment.enterprise.lead ?? { id: '' });
  await addAction(lead, input);
  const twice = { ...(await desk.world.ctxFor(mentor.person)), idempotencyKey: 'pressed-twice' };
  expect(await addAction(twice, input)).toEqual(await addAction(twice, input));
  expect(await desk.read((tx) => actionsOf(tx, desk.enrolmentId))).toHaveLength(2);
});

test('refuses outsiders, no words, a day that does not exist and another firm’s need', async () => {
  const desk = await makeDesk(app);
  const input = { enrolmentId: desk.enrolmentId, ...action };
  await expectWalls(desk, addAction, input);
  const other = await desk.world.need();
  for (const wrong of [{ title: ' ' }, { dueOn: '2026-02-30' }, { needId: other.id }]) {
    await expect(addAction(desk.adviser, { ...input, ...wrong })).rejects.toMatchObject({
      code: 'invalid',
    });
  }
});
