import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { actionsOf } from '../plan/reads.ts';
import { addAction } from './add-action.ts';
import { dropAction } from './drop-action.ts';

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

test('an action that makes no sense any more is dropped and stays in the history', async () => {
  const { desk, actionId } = await makeAction();
  const lead = await desk.world.ctxFor(desk.enrolment.enterprise.lead ?? { id: '' });
  await dropAction(lead, { actionId });
  expect(await desk.read((tx) => actionsOf(tx, desk.enrolmentId))).toMatchObject([
    { state: 'dropped', endedOn: '2026-11-24' },
  ]);
  expect(await desk.audited('drop-action')).toMatchObject([
    {
      subject_id: actionId,
      actor_id: lead.actor.personId,
      changes: { state: ['open', 'dropped'] },
    },
  ]);
});

test('refuses outsiders and an action that was dropped already', async () => {
  const { desk, actionId } = await makeAction();
  await expectWalls(desk, dropAction, { actionId });
  await dropAction(desk.adviser, { actionId });
  await expect(dropAction(desk.adviser, { actionId })).rejects.toMatchObject({
    code: 'precondition',
  });
});
