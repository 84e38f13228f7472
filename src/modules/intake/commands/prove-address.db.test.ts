import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeApplicationDesk } from '../../../../test/factories/application-desk.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { saveApplicationStep } from './save-application-step.ts';
import { proveAddress } from './prove-address.ts';
import { withdrawApplication } from './withdraw-application.ts';

const app = await createTestApp();

test('the link of the letter proves the address, once', async () => {
  const { desk, visitor, unproved, mailedSecret, application } = await makeApplicationDesk(app);
  const { applicationId } = await unproved();
  const secret = await mailedSecret(applicationId);
  await proveAddress(visitor, { secret });
  expect((await application(applicationId)).address_proved_at).toBe(app.clock.now());
  const { version } = await application(applicationId);
  await expect(proveAddress(visitor, { secret })).rejects.toMatchObject({ code: 'precondition' });
  expect((await application(applicationId)).version).toBe(version);
  expect(await desk.audited('prove-address')).toMatchObject([
    { subject_kind: 'application', changes: { address: 'proved' } },
  ]);
});

test('whoever goes on with a draft by the link of the letter has proved it as well', async () => {
  const { visitor, start, mailedSecret, application } = await makeApplicationDesk(app);
  const { applicationId, secret } = await start();
  const fields = { name: 'Rosa Quill', phone: '024 7600 0000', position: 'Founder' };
  const save = (by: string) =>
    saveApplicationStep(visitor, { secret: by, step: 'about-you', fields });
  await save(secret);
  expect((await application(applicationId)).address_proved_at).toBeNull();
  await save(await mailedSecret(applicationId));
  expect((await application(applicationId)).address_proved_at).toBe(app.clock.now());
});

test('refuses the link that only the browser had, a withdrawn application, and other organisations', async () => {
  const { visitor, unproved, mailedSecret, application } = await makeApplicationDesk(app);
  const { applicationId, secret } = await unproved();
  await expect(proveAddress(visitor, { secret })).rejects.toMatchObject({ code: 'precondition' });
  expect((await application(applicationId)).address_proved_at).toBeNull();
  const mailed = await mailedSecret(applicationId);
  const stranger = await (await makeWorld(app)).ctxAs('adviser');
  await expect(proveAddress(stranger, { secret: mailed })).rejects.toMatchObject({
    code: 'not-found',
  });
  await withdrawApplication(visitor, { secret });
  await expect(proveAddress(visitor, { secret: mailed })).rejects.toMatchObject({
    code: 'precondition',
  });
});
