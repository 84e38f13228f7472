import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { actionsOf } from '../plan/reads.ts';
import { addAction } from './add-action.ts';
import { finishAction } from './finish-action.ts';

const app = await createTestApp();

async function makeAction() {
  const desk = await makeDesk(app);
  const { actionId } = await addAction(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    title: 'Write the cash forecast',
    owner: 'enterprise',
  });
  return { desk, actionId };
}

test('an action is done today', async () => {
  const { desk, actionId } = await makeAction();
  const lead = await desk.world.ctxFor(desk.enrolment.enterprise.lead ?? { id: '' });
  await finishAction(lead, { actionId });
  expect(await desk.read((tx) => actionsOf(tx, desk.enrolmentId))).toMatchObject([
    { state: 'done', endedOn: '2026-11-24' },
  ]);
  expect(await desk.audited('finish-action')).toMatchObject([
    { subject_id: actionId, actor_id: lead.actor.personId, changes: { state: ['open', 'done'] } },
  ]);
});

test('refuses outsiders and an action that was done already', async () => {
  const { desk, actionId } = await makeAction();
  await expectWalls(desk, finishAction, { actionId });
  await finishAction(desk.adviser, { actionId });
  await expect(finishAction(desk.adviser, { actionId })).rejects.toMatchObject({
    code: 'precondition',
  });
});
