import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeApplicationDesk, startingPages } from '../../../../test/factories/application-desk.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { submitApplication } from './submit-application.ts';

const app = await createTestApp();

test('a complete application stands in the queue and is acknowledged', async () => {
  const { desk, submitted, application, letters } = await makeApplicationDesk(app);
  const { applicationId } = await submitted();
  expect(await application(applicationId)).toMatchObject({
    state: 'submitted',
    submitted_at: '2026-11-24T10:00:00.000Z',
  });
  expect((await letters()).map(({ kind }) => kind)).toEqual([
    'application-draft',
    'application-received',
  ]);
  expect(await desk.audited('submit-application')).toHaveLength(1);
});

test('somebody without a firm need not answer for one', async () => {
  const { numbers: _, size: __, ...pages } = startingPages;
  const { submitted, application } = await makeApplicationDesk(app);
  const { applicationId } = await submitted(pages);
  expect(await application(applicationId)).toMatchObject({
    state: 'submitted',
    is_potential_entrepreneur: true,
  });
});

test('refuses what is not complete, a second time, and other than by its secret', async () => {
  const { visitor, start, submitted } = await makeApplicationDesk(app);
  const draft = await start();
  await expect(submitApplication(visitor, { secret: draft.secret })).rejects.toMatchObject({
    code: 'precondition',
    message: expect.stringContaining('About you'),
  });
  const { secret } = await submitted();
  await expect(submitApplication(visitor, { secret })).rejects.toMatchObject({
    code: 'precondition',
  });
  // Another organisation, whatever the role.
  const stranger = await (await makeWorld(app)).ctxAs('adviser');
  await expect(submitApplication(stranger, { secret })).rejects.toMatchObject({
    code: 'not-found',
  });
});
