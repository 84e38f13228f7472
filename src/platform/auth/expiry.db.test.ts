import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { makeAccount, signInAs, usualPassword } from '../../../test/factories/accounts.ts';
import { createTestApp } from '../../../test/factories/app.ts';
import { isPasswordLinkOpen, isSignInLinkOpen } from './open-links.ts';

const app = await createTestApp();

async function expireAll(table: 'session' | 'verification'): Promise<void> {
  await app.database.anonymous((tx) =>
    sql`update auth.${sql.ref(table)} set "expiresAt" = now() - interval '1 minute'`.execute(tx),
  );
}

function mailedToken(): string {
  return /[\w-]+$/m.exec(app.post.kept()[0]?.body.match(/http\S+/)?.[0] ?? '')?.[0] ?? '';
}

test('a session that has run out is nobody’s', async () => {
  const { email } = await makeAccount(app);
  const headers = new Headers({ cookie: await signInAs(app, email) });
  expect(await app.auth.api.getSession({ headers })).not.toBeNull();
  await expireAll('session');
  expect(await app.auth.api.getSession({ headers })).toBeNull();
});

test('a mailed link that has run out signs nobody in', async () => {
  const { email } = await makeAccount(app);
  const headers = new Headers();
  for (const runsOut of [false, true]) {
    await app.auth.api.signInMagicLink({ body: { email }, headers });
    if (runsOut) await expireAll('verification');
    expect(await isSignInLinkOpen(app.auth, mailedToken())).toBe(!runsOut);
    const answer = await app.auth.api.magicLinkVerify({
      query: { token: mailedToken() },
      headers,
      asResponse: true,
    });
    expect(answer.ok).toBe(!runsOut);
    expect(await isSignInLinkOpen(app.auth, mailedToken())).toBe(false);
  }
});

test('a link for a new password that has run out changes nothing', async () => {
  const { email } = await makeAccount(app);
  await app.auth.api.requestPasswordReset({ body: { email }, headers: new Headers() });
  await expect.poll(() => app.post.kept()[0]?.subject).toContain('new password');
  expect(await isPasswordLinkOpen(app.auth, mailedToken())).toBe(true);
  await expireAll('verification');
  expect(await isPasswordLinkOpen(app.auth, mailedToken())).toBe(false);
  const answer = await app.auth.api.resetPassword({
    body: { newPassword: 'a new phrase altogether', token: mailedToken() },
    asResponse: true,
  });
  expect(answer.ok).toBe(false);
  await signInAs(app, email, usualPassword);
});

test.each([null, '', undefined, [], ['x'], {}, 0])(
  'a token that is %j neither signs in nor changes a password',
  async (token) => {
    const wrong = token as string;
    const attempts = [
      () =>
        app.auth.api.magicLinkVerify({
          query: { token: wrong },
          headers: new Headers(),
          asResponse: true,
        }),
      () =>
        app.auth.api.resetPassword({
          body: { newPassword: 'a new phrase altogether', token: wrong },
          asResponse: true,
        }),
    ];
    for (const attempt of attempts) {
      const answer = await attempt();
      expect(answer.ok).toBe(false);
      expect(answer.headers.getSetCookie().join()).not.toContain('session_token=e');
    }
  },
);

test('nobody signs up by themselves', async () => {
  const answer = await app.auth.api.signUpEmail({
    body: { email: 'new@example.org', password: usualPassword, name: 'New' },
    asResponse: true,
  });
  expect(answer.ok).toBe(false);
});
