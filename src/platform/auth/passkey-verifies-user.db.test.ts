import { expect, test } from 'vitest';
import { makeAccount, signInAs } from '../../../test/factories/accounts.ts';
import { createTestApp } from '../../../test/factories/app.ts';
import { refuseUnverified } from './passkey-verifies-user.ts';

const app = await createTestApp();

test('adding a passkey and signing in with it ask for a finger, a face or a PIN', async () => {
  const { email } = await makeAccount(app);
  const headers = new Headers({ cookie: await signInAs(app, email) });
  const adding = await app.auth.api.generatePasskeyRegistrationOptions({ headers });
  expect(adding.authenticatorSelection?.userVerification).toBe('required');
  for (const query of [headers, new Headers()]) {
    const signingIn = await app.auth.api.generatePasskeyAuthenticationOptions({ headers: query });
    expect(signingIn).toMatchObject({
      userVerification: 'required',
      challenge: expect.any(String),
    });
  }
});

test('an answer of a device that did not ask is refused', () => {
  for (const answer of [false, undefined]) expect(() => refuseUnverified(answer)).toThrow('PIN');
  expect(() => refuseUnverified(true)).not.toThrow();
});
