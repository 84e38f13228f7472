import { createOTP } from '@better-auth/utils/otp';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { makeAccount, signInAs, usualPassword } from '../../../test/factories/accounts.ts';
import { createTestApp } from '../../../test/factories/app.ts';
import { eventsOf } from './account-events.ts';

const app = await createTestApp();
const peer = { 'x-espalier-peer': '192.0.2.7', 'user-agent': 'Firefox/145' };

const events = (userId: string) => app.database.anonymous((tx) => eventsOf(tx, userId));
const kinds = async (userId: string) => (await events(userId)).map((one) => one.kind);
const linesWith = (words: string) => app.lines.filter((line) => line.includes(words));

/** An account with its second factor on; gives what makes a code. */
async function withSecondFactor() {
  const account = await makeAccount(app);
  const headers = new Headers({ ...peer, cookie: await signInAs(app, account.email) });
  const made = await app.auth.api.enableTwoFactor({
    body: { password: usualPassword },
    headers,
  });
  if (made.method !== 'totp') throw new Error('no authenticator was set up');
  const secret = Buffer.from(
    base32(new URL(made.totpURI).searchParams.get('secret') ?? ''),
  ).toString();
  const code = () => createOTP(secret, { period: 30, digits: 6 }).totp();
  await app.auth.api.verifyTOTP({ body: { code: await code() }, headers });
  return { ...account, code };
}

/** The bytes of a text in base 32 (RFC 4648, 6). */
function base32(text: string): number[] {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0'));
  return (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}

async function challenge(email: string): Promise<string> {
  const answer = await app.auth.api.signInEmail({
    body: { email, password: usualPassword },
    headers: new Headers(peer),
    asResponse: true,
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return cookies.join('; ');
}

test('each sign-in stands in the log and on the account’s own page, with its means and network', async () => {
  const { userId, email } = await makeAccount(app);
  await app.auth.api.signInEmail({
    body: { email, password: usualPassword },
    headers: new Headers(peer),
  });
  expect(await events(userId)).toMatchObject([
    { kind: 'sign-in', how: 'password', network: '192.0.2.7', userAgent: 'Firefox/145' },
  ]);
  expect(linesWith(userId).at(-1)).toContain('"event":"sign-in"');
});

test('a wrong password stands in the log, without the address it was tried with', async () => {
  const { email } = await makeAccount(app);
  const before = linesWith('"event":"refused"').length;
  for (const address of [email, 'nobody-at-all@example.org']) {
    await app.auth.api
      .signInEmail({ body: { email: address, password: 'wrong one' }, headers: new Headers(peer) })
      .catch(() => undefined);
  }
  expect(linesWith('"event":"refused"')).toHaveLength(before + 2);
  expect(linesWith('nobody-at-all')).toEqual([]);
});

test('a password alone is no sign-in where a second factor is on', async () => {
  const { userId, email } = await withSecondFactor();
  expect(await kinds(userId)).toEqual(['second-factor-on', 'sign-in']);
  await challenge(email);
  expect(await kinds(userId)).toEqual(['second-factor-on', 'sign-in']);
});

test('a code of the authenticator signs in once', async () => {
  const { userId, email, code } = await withSecondFactor();
  // Turning the factor on has used the present code; forget that, so that it is the sign-in that uses it.
  await app.database.anonymous((tx) => sql`delete from auth.used_code`.execute(tx));
  const now = await code();
  const attempts = [];
  for (let n = 0; n < 2; n += 1) {
    const headers = new Headers({ ...peer, cookie: await challenge(email) });
    const answer = await app.auth.api.verifyTOTP({
      body: { code: now },
      headers,
      asResponse: true,
    });
    attempts.push(answer.status);
  }
  expect(attempts).toEqual([200, 401]);
  expect((await kinds(userId)).filter((kind) => kind === 'sign-in')).toHaveLength(2);
  const sessions = await app.database.anonymous((tx) =>
    sql<{ n: number }>`
      select count(*)::integer as n from auth."session" s where s."userId" = ${userId}`.execute(tx),
  );
  // The one in which the factor was turned on, and the one that the code opened.
  expect(sessions.rows[0]?.n).toBe(2);
});

test('the owner is told by letter of each change of how to sign in', async () => {
  const { email } = await withSecondFactor();
  const mine = app.post.kept().filter((letter) => letter.address === email);
  expect(mine.map((letter) => letter.subject)).toEqual(['Your second factor for Espalier is on']);
});

test('a link for a new password cannot be read from the database', async () => {
  const { userId, email } = await makeAccount(app);
  await app.auth.api.requestPasswordReset({ body: { email }, headers: new Headers() });
  const letter = () => app.post.kept().find((one) => one.address === email);
  await expect.poll(() => letter()?.subject).toContain('new password');
  const token = /new-password\/([\w-]+)/.exec(letter()?.body ?? '')?.[1] ?? '';
  expect(token).not.toBe('');
  const stored = await app.database.anonymous((tx) =>
    sql<{ identifier: string }>`select v.identifier from auth.verification v`.execute(tx),
  );
  expect(stored.rows.some(({ identifier }) => identifier.includes(token))).toBe(false);
  const body = { newPassword: 'a new phrase altogether', token };
  expect((await app.auth.api.resetPassword({ body, asResponse: true })).ok).toBe(true);
  expect(await kinds(userId)).toContain('password-reset');
});
