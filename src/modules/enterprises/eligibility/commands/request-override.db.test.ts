import { expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../../test/factories/enterprise-desk.ts';
import { answerOverride } from './answer-override.ts';
import { requestOverride } from './request-override.ts';

const app = await createTestApp();

test('asks once; after a refusal it may be asked again', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  const input = { enrolmentId: desk.enrolmentId, test: 'area' as const, reason: 'Moves in' };
  const { overrideId } = await requestOverride(desk.adviser, input);
  await expect(requestOverride(desk.adviser, input)).rejects.toMatchObject({ code: 'conflict' });
  const manager = await desk.world.ctxAs('manager');
  await answerOverride(manager, {
    enrolmentId: desk.enrolmentId,
    overrideId,
    isApproved: false,
    answer: 'Not enough',
  });
  await requestOverride(desk.adviser, input);
  expect(await desk.audited('request-override')).toHaveLength(2);
});

test('nobody may ask to set aside what follows from law, or what is met already', async () => {
  const desk = await makeDesk(app, { state: 'applied' });
  const input = { enrolmentId: desk.enrolmentId, reason: 'Please' };
  await expect(
    requestOverride(desk.adviser, { ...input, test: 'subsidy-headroom' }),
  ).rejects.toMatchObject({ fields: { test: expect.stringContaining('law') } });
  await expect(
    requestOverride(desk.adviser, { ...input, test: 'business-sales' }),
  ).rejects.toMatchObject({ code: 'precondition' });
  await expectWalls(desk, requestOverride, { ...input, test: 'area' });
  const supported = await makeDesk(app);
  await expect(
    requestOverride(supported.adviser, {
      enrolmentId: supported.enrolmentId,
      test: 'area',
      reason: 'Please',
    }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
