import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeApplicationDesk } from '../../../../test/factories/application-desk.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { withdrawApplication } from './withdraw-application.ts';

const app = await createTestApp();

test('the applicant takes an application back by the link in the letter', async () => {
  const { desk, visitor, submitted, application } = await makeApplicationDesk(app);
  const { applicationId, secret } = await submitted();
  await withdrawApplication(visitor, { secret });
  expect(await application(applicationId)).toMatchObject({ state: 'withdrawn' });
  expect(await desk.audited('withdraw-application')).toMatchObject([
    { changes: { byApplicant: true } },
  ]);
  await expect(withdrawApplication(visitor, { secret })).rejects.toMatchObject({
    code: 'precondition',
  });
});

test('staff may for somebody who rang; a mentor, a visitor, another programme, another organisation may not', async () => {
  const { desk, visitor, submitted, application } = await makeApplicationDesk(app);
  const { applicationId } = await submitted();
  const outsiders = [
    visitor,
    await desk.world.ctxAs('mentor'),
    await desk.neighbour(),
    await (await makeWorld(app)).ctxAs('adviser'),
  ];
  for (const outsider of outsiders) {
    await expect(withdrawApplication(outsider, { applicationId })).rejects.toMatchObject({
      code: 'not-found',
    });
  }
  await withdrawApplication(desk.adviser, { applicationId });
  expect(await application(applicationId)).toMatchObject({ state: 'withdrawn' });
});
