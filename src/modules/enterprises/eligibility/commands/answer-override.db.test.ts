import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { answerOverride } from './answer-override.ts';
import { requestOverride } from './request-override.ts';

const app = await createTestApp();

async function asked() {
  const desk = await makeDesk(app, { state: 'applied' });
  const { overrideId } = await requestOverride(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    test: 'area',
    reason: 'Moves to Coventry in January, lease signed',
  });
  return {
    desk,
    input: { enrolmentId: desk.enrolmentId, overrideId, isApproved: true, answer: 'Lease seen.' },
  };
}

test('a second person agrees; whoever asked cannot, not even as a manager', async () => {
  const { desk, input } = await asked();
  await expect(answerOverride(desk.adviser, input)).rejects.toMatchObject({ code: 'not-found' });
  const both = await desk.world.ctxFor(await desk.world.person({ roles: ['adviser', 'manager'] }));
  const second = await requestOverride(both, {
    enrolmentId: desk.enrolmentId,
    test: 'growth-intent',
    reason: 'Known to us for years',
  });
  await expect(answerOverride(both, { ...input, overrideId: second.overrideId })).rejects.toThrow(
    'cannot be the one who asked',
  );
  await expect(answerOverride(both, { ...input, answer: ' ' })).rejects.toMatchObject({
    fields: { answer: expect.any(String) },
  });
  await answerOverride(both, input);
  expect(await desk.audited('answer-override')).toMatchObject([
    { changes: { test: 'area', isApproved: true } },
  ]);
  await expect(answerOverride(both, input)).rejects.toMatchObject({ code: 'precondition' });
});

test('refuses outsiders and a request of another enterprise', async () => {
  const { desk, input } = await asked();
  await expectWalls(desk, answerOverride, input);
  const manager = await desk.world.ctxAs('manager');
  const other = await desk.world.enrolment({ state: 'applied' });
  await expect(answerOverride(manager, { ...input, enrolmentId: other.id })).rejects.toMatchObject({
    code: 'not-found',
  });
});
