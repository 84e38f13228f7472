import { expect, test } from 'vitest';
import { makeAccount } from '../../../test/factories/accounts.ts';
import { createTestApp } from '../../../test/factories/app.ts';

const app = await createTestApp();

test('the server signs an account in without a password', async () => {
  const { userId, email } = await makeAccount(app);
  const answer = await app.auth.api.signInByServer({ body: { userId }, asResponse: true });
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const found = await app.auth.api.getSession({ headers: new Headers({ cookie }) });
  expect(found?.user.email).toBe(email);
});

test('an account that is not there gets no session', async () => {
  const attempt = app.auth.api.signInByServer({ body: { userId: 'nobody' }, asResponse: true });
  const headers = await attempt.then(
    (answer) => answer.headers.getSetCookie(),
    () => [],
  );
  expect(headers).toEqual([]);
});

test('no request from outside reaches it', async () => {
  const { userId } = await makeAccount(app);
  for (const path of ['sign-in-by-server', 'signInByServer', 'sign-in-by-server/sign-in']) {
    const answer = await app.auth.handler(
      new Request(`${app.url}/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: app.url },
        body: JSON.stringify({ userId }),
      }),
    );
    expect(answer.status).toBe(404);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
});
