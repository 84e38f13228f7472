import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeApplicationDesk } from '../../../../test/factories/application-desk.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { proveAddress } from './prove-address.ts';
import { sendAddressLetter } from './send-address-letter.ts';

const app = await createTestApp();

const linkIn = (body: string) => /link\/(\S+)/.exec(body)?.[1] ?? '';

test('the applicant and staff have the letter sent again, with a link that proves the address', async () => {
  const { desk, visitor, unproved, letters, application } = await makeApplicationDesk(app);
  const { applicationId, secret } = await unproved();
  await sendAddressLetter(visitor, { secret });
  await sendAddressLetter(desk.adviser, { applicationId });
  const received = (await letters()).filter(({ kind }) => kind === 'application-received');
  expect(received).toHaveLength(3);
  expect(new Set(received.map(({ to_address: to }) => to))).toEqual(
    new Set(['rosa@quill.example']),
  );
  for (const { body } of received) expect(body).not.toContain('Rosa');
  const mailed = new Set(received.map(({ body }) => linkIn(body)));
  expect(mailed.size).toBe(3);
  expect(mailed).not.toContain(secret);
  await proveAddress(visitor, { secret: linkIn(received.at(-1)?.body ?? '') });
  expect((await application(applicationId)).address_proved_at).toBe(app.clock.now());
  expect(await desk.audited('send-address-letter')).toMatchObject([
    { changes: { byApplicant: true } },
    { changes: { byApplicant: false } },
  ]);
});

test('refuses drafts, proved addresses, visitors without the secret and other organisations', async () => {
  const { desk, visitor, start, submitted, unproved } = await makeApplicationDesk(app);
  const draft = await start('tom@quill.example');
  await expect(sendAddressLetter(visitor, { secret: draft.secret })).rejects.toMatchObject({
    code: 'precondition',
  });
  const { applicationId } = await submitted(undefined, 'ann@quill.example');
  await expect(sendAddressLetter(desk.adviser, { applicationId })).rejects.toMatchObject({
    code: 'precondition',
  });
  const other = await unproved();
  const input = { applicationId: other.applicationId };
  await expect(sendAddressLetter(visitor, input)).rejects.toMatchObject({ code: 'not-found' });
  const stranger = await (await makeWorld(app)).ctxAs('adviser');
  await expect(sendAddressLetter(stranger, input)).rejects.toMatchObject({ code: 'not-found' });
});
