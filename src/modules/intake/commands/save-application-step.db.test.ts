import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeApplicationDesk } from '../../../../test/factories/application-desk.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { markOf } from '../apply/application-rows.ts';
import { saveApplicationStep } from './save-application-step.ts';
import { submitApplication } from './submit-application.ts';

const app = await createTestApp();

test('each page is kept as it is left, in its stored form', async () => {
  const { desk, filled, application } = await makeApplicationDesk(app);
  const { applicationId } = await filled();
  expect(await application(applicationId)).toMatchObject({
    state: 'draft',
    is_potential_entrepreneur: false,
    answers: { place: { postcode: 'CV4 7AL' }, help: { areas: ['finance', 'export'] } },
  });
  expect(await desk.audited('save-application-step')).toHaveLength(9);
});

test('a wrong answer is refused at its field and nothing is kept', async () => {
  const { visitor, start, application } = await makeApplicationDesk(app);
  const { applicationId, secret } = await start();
  const before = await application(applicationId);
  await expect(
    saveApplicationStep(visitor, { secret, step: 'numbers', fields: { companyNumber: 'abc' } }),
  ).rejects.toMatchObject({ code: 'invalid', fields: { companyNumber: expect.any(String) } });
  await expect(
    saveApplicationStep(visitor, { secret, step: 'your-firm', fields: { isTrading: 'yes' } }),
  ).rejects.toMatchObject({ code: 'invalid', fields: { description: expect.any(String) } });
  expect(await application(applicationId)).toEqual(before);
});

test('refuses once sent, by state; without the right secret, and in another organisation', async () => {
  const { visitor, filled } = await makeApplicationDesk(app);
  const { secret } = await filled();
  const input = { secret, step: 'growth', fields: { plans: 'Bigger.' } } as const;
  const stranger = await (await makeWorld(app)).ctxAs('adviser');
  await expect(saveApplicationStep(stranger, input)).rejects.toMatchObject({ code: 'not-found' });
  const guess = { ...input, secret: 'x'.repeat(43) };
  await expect(saveApplicationStep(visitor, guess)).rejects.toMatchObject({ code: 'not-found' });
  await submitApplication(visitor, { secret });
  await expect(saveApplicationStep(visitor, input)).rejects.toMatchObject({ code: 'precondition' });
});

test('of two windows with one page open the second is told what the first saved, and loses nothing', async () => {
  const { visitor, start, application } = await makeApplicationDesk(app);
  const { applicationId, secret } = await start();
  const save = (plans: string, seen: string) =>
    saveApplicationStep(visitor, { secret, step: 'growth', seen, fields: { plans } });
  const opened = markOf(undefined);
  await save('Bigger.', opened);
  await expect(save('Better.', opened)).rejects.toMatchObject({
    ...{ code: 'conflict', details: { plans: 'Bigger.' } },
  });
  const { answers } = await application(applicationId);
  await save('Better.', markOf((answers as Record<string, unknown>)['growth']));
  expect(await application(applicationId)).toMatchObject({
    answers: { growth: { plans: 'Better.' } },
  });
});
