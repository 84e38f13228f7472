import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { actionsOf } from '../plan/reads.ts';
import { addAction } from './add-action.ts';
import { finishAction } from './finish-action.ts';
import { reopenAction } from './reopen-action.ts';

const app = await createTestApp();

async function makeAction() {
  const desk = await makeDesk(app);
  const { actionId } = await addAction(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    title: 'Write the cash forecast',
    owner: 'enterprise',
  });
  await finishAction(desk.adviser, { actionId });
  return { desk, actionId };
}

test('done is taken back', async () => {
  const { desk, actionId } = await makeAction();
  const lead = await desk.world.ctxFor(desk.enrolment.enterprise.lead ?? { id: '' });
  await reopenAction(lead, { actionId });
  expect(await desk.read((tx) => actionsOf(tx, desk.enrolmentId))).toMatchObject([
    { state: 'open', endedOn: null },
  ]);
  expect(await desk.audited('reopen-action')).toMatchObject([
    { subject_id: actionId, actor_id: lead.actor.personId, changes: { state: ['done', 'open'] } },
  ]);
});

test('refuses outsiders and an action that is open', async () => {
  const { desk, actionId } = await makeAction();
  await expectWalls(desk, reopenAction, { actionId });
  await reopenAction(desk.adviser, { actionId });
  await expect(reopenAction(desk.adviser, { actionId })).rejects.toMatchObject({
    code: 'precondition',
  });
});
