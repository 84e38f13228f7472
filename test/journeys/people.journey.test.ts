import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, openPage } from './browser.ts';
import { startSite } from './site.ts';

const site = await startSite();
const password = 'eleven green bottles on a wall';

/** Each page as a desk and as a phone shows it. */
async function check(page: Page): Promise<void> {
  for (const viewport of [
    { width: 390, height: 800 },
    { width: 1280, height: 900 },
  ]) {
    await page.setViewportSize(viewport);
    await expectAccessible(page);
  }
}

/** What an authenticator shows now, or `later` half-minutes from now: each code works once. */
function codeOf(key: string, later = 0): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(key.replace(/=+$/, ''), (sign) =>
    alphabet.indexOf(sign).toString(2).padStart(5, '0'),
  ).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('one person sets Espalier up and brings in another, who signs in with two factors', async () => {
  const admin = await openPage(site.url);
  await admin.goto('/');
  await expect
    .poll(() => admin.getByRole('heading', { level: 1 }).textContent())
    .toContain('Nobody');
  await check(admin);

  await admin.goto(await site.setupLink());
  await check(admin);
  await admin.getByRole('button', { name: 'Set up' }).click();
  await admin.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await check(admin);
  await admin.getByLabel('Name', { exact: true }).fill('Coventry Growth Hub');
  await admin.getByLabel('Your name').fill('Asha Patel');
  await admin.getByLabel('Email address').fill('asha@example.org');
  await admin.getByLabel('Password').fill(password);
  await admin.getByRole('button', { name: 'Set up' }).click();
  await admin.waitForURL('**/o/coventry-growth-hub**');

  await admin.goto('/o/coventry-growth-hub/people');
  await check(admin);
  await admin.getByRole('button', { name: 'Add a person' }).click();
  await check(admin);
  await admin.getByLabel('Name').fill('Tom Reilly');
  await admin.getByLabel('Email address').fill('tom@example.org');
  await admin.getByLabel('Growth adviser').check();
  await admin.getByRole('button', { name: 'Add' }).click();
  await admin.getByRole('heading', { level: 1, name: 'Tom Reilly' }).waitFor();
  await admin.getByText('The invitation is written.').waitFor();
  const toCopy = await admin.getByText(/^http.*\/link\//).textContent();
  await check(admin);

  await admin.goto('/mailbox');
  await check(admin);
  await admin.getByRole('link', { name: 'Coventry Growth Hub: your invitation' }).click();
  await check(admin);
  const invitation = await admin.getByRole('link', { name: /\/link\// }).textContent();
  expect(invitation).toBe(toCopy);
  await admin.getByText('written; it stays here').waitFor();

  const adviser = await openPage(site.url);
  await adviser.goto(invitation ?? '');
  await check(adviser);
  await adviser.getByLabel('Password').fill('password1234');
  await adviser.getByRole('button', { name: 'Accept the invitation' }).click();
  await adviser.getByRole('link', { name: /well known/ }).waitFor();
  await adviser.getByLabel('Password').fill(password);
  await adviser.getByRole('button', { name: 'Accept the invitation' }).click();
  await adviser.getByText('Welcome to Coventry Growth Hub.').waitFor();

  await adviser.goto('/o/coventry-growth-hub/profile');
  await check(adviser);
  await adviser.getByLabel('Telephone').fill('024 7600 0000');
  await adviser.getByRole('button', { name: 'Save' }).click();
  await adviser.getByText('Saved.').waitFor();

  await adviser.goto('/account');
  await check(adviser);
  await adviser.getByRole('link', { name: 'Set up second factor' }).click();
  await check(adviser);
  await adviser.getByLabel('Present password').fill(password);
  await adviser.getByRole('button', { name: 'Set up' }).click();
  await adviser.getByRole('img', { name: /QR code/ }).waitFor();
  await check(adviser);
  const key = (await adviser.locator('.app-copy code').textContent()) ?? '';
  await adviser.getByLabel('Code').fill(codeOf(key));
  await adviser.getByRole('button', { name: 'Turn the second factor on' }).click();
  await adviser.getByText('The second factor is on.').waitFor();
  await adviser.goto('/account/passkeys');
  await check(adviser);
  await adviser.goto('/account/password');
  await check(adviser);

  const phone = await openPage(site.url);
  await signIn(phone, 'tom@example.org');
  await phone.getByRole('heading', { name: 'Enter your code' }).waitFor();
  await check(phone);
  await phone.goto('/account');
  expect(new URL(phone.url()).pathname).toBe('/sign-in');
  await check(phone);
  await signIn(phone, 'tom@example.org');
  await phone.getByLabel('Code').fill(codeOf(key, 1));
  await phone.getByRole('button', { name: 'Continue' }).click();
  await phone.waitForURL('**/o/coventry-growth-hub**');

  await adviser.goto('/account/devices');
  await check(adviser);
  await adviser.getByRole('button', { name: 'Sign out all other devices' }).click();
  await adviser.getByText('1 other device signed out.').waitFor();
  await phone.goto('/account');
  expect(new URL(phone.url()).pathname).toBe('/sign-in');

  await admin.goto('/o/coventry-growth-hub/people?search=tom');
  await admin.getByRole('link', { name: 'Tom Reilly' }).click();
  await admin.getByText('Signed in on 1 device').waitFor();
  await admin.getByRole('link', { name: 'End Growth adviser' }).click();
  await check(admin);
  await admin.getByLabel('Reason').fill('Moved to another team.');
  await admin.getByRole('button', { name: 'End the role' }).click();
  await admin.getByText('The role has ended.').waitFor();
  await check(admin);
  const answer = await adviser.goto('/o/coventry-growth-hub/people');
  expect(answer?.status()).toBe(404);
  await admin.getByRole('button', { name: 'Edit' }).click();
  await check(admin);
  await admin.goBack();
  await admin.getByRole('button', { name: 'Remove from the organisation' }).click();
  await check(admin);
  await admin.getByLabel('Reason').fill('Left.');
  await admin.getByRole('button', { name: 'Remove' }).click();
  await admin.getByText('Removed.').waitFor();
  await adviser.goto('/o/coventry-growth-hub/profile');
  expect(new URL(adviser.url()).pathname).toBe('/sign-in');
});

test('a mailed link and a forgotten password never say whether an address is known', async () => {
  const page = await openPage(site.url);
  for (const [path, heading] of [
    ['/sign-in/link', 'Have a link sent to you'],
    ['/sign-in/new-password', 'Forgotten your password?'],
  ] as const) {
    const said: (string | null)[] = [];
    for (const email of ['asha@example.org', 'nobody@example.org']) {
      await page.goto(path);
      await page.getByRole('heading', { name: heading }).waitFor();
      if (said.length === 0) await check(page);
      await page.getByLabel('Email address').fill(email);
      await page.getByRole('button', { name: 'Send the link' }).click();
      await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
      if (said.length === 0) await check(page);
      said.push((await page.getByRole('main').textContent())?.replace(email, 'X') ?? null);
    }
    expect(said[0]).toBe(said[1]);
  }
  const lettersTo = (address: string) =>
    site.app.post.kept().filter((letter) => letter.address === address).length;
  await expect.poll(() => lettersTo('asha@example.org')).toBe(2);
  expect(lettersTo('nobody@example.org')).toBe(0);
});

test('a link signs in once, after a click, and still asks for the second factor', async () => {
  const page = await openPage(site.url);
  await page.goto('/sign-in/link');
  await page.getByLabel('Email address').fill('tom@example.org');
  await page.getByRole('button', { name: 'Send the link' }).click();
  const letter = () => site.app.post.kept().find((one) => one.address === 'tom@example.org');
  await expect.poll(() => letter()?.subject).toContain('link to sign in');
  const link = /http\S+/.exec(letter()?.body ?? '')?.[0] ?? '';
  await page.goto(link);
  await page.goto(link);
  await check(page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
  await page.goto('/account');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.goto(link);
  await page.getByText('This link has been used').first().waitFor();
  await check(page);
  await page.getByRole('button', { name: 'Have a new link sent to you' }).click();
  await page.getByRole('button', { name: 'Send the link' }).waitFor();
});

test('a link for a new password says before anything is typed that it has been used', async () => {
  const page = await openPage(site.url);
  await page.goto('/sign-in/new-password');
  await page.getByLabel('Email address').fill('tom@example.org');
  await page.getByRole('button', { name: 'Send the link' }).click();
  const letter = () => site.app.post.kept().find((one) => one.subject.includes('new password'));
  await expect.poll(() => letter()?.address).toBe('tom@example.org');
  const link = /http\S+/.exec(letter()?.body ?? '')?.[0] ?? '';
  await page.goto(link);
  const field = page.getByLabel('New password');
  await field.fill('a short walk by the long canal');
  expect(await field.getAttribute('type')).toBe('password');
  await page.getByRole('button', { name: 'Show what is typed' }).click();
  expect(await field.getAttribute('type')).toBe('text');
  await check(page);
  await page.getByRole('button', { name: 'Hide what is typed' }).click();
  expect(await field.getAttribute('type')).toBe('password');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByText('Your password is changed').waitFor();
  await page.goto(link);
  await page.getByText('This link has been used').waitFor();
  expect(await field.count()).toBe(0);
  await page.getByRole('button', { name: 'Have a new link sent to you' }).click();
  await page.getByRole('heading', { name: 'Forgotten your password?' }).waitFor();
});

test('a passkey is added, signs in without a password or code, and is removed', async () => {
  const page = await openPage(site.url);
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await signIn(page, 'asha@example.org');
  await page.waitForURL('**/o/coventry-growth-hub**');
  await page.goto('/account/passkeys');
  await page.getByLabel('A name for it').fill('Work laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('rowheader', { name: 'Work laptop' }).waitFor();
  await check(page);
  await page.getByRole('button', { name: /Sign out/ }).click();
  await page.getByText('You are signed out.').waitFor();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/o/coventry-growth-hub**');
  await page.goto('/account/passkeys');
  await page.getByText('Remove Work laptop', { exact: true }).click();
  await page.getByRole('button', { name: 'Remove the passkey Work laptop' }).click();
  await page.getByText('Enter your password to remove the passkey.').first().waitFor();
  await check(page);
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Remove the passkey Work laptop' }).click();
  await page.getByText('You have no passkey yet.').waitFor();
});

test('of the account library only the passkey endpoints can be reached', async () => {
  const page = await openPage(site.url);
  await page.goto('/sign-in');
  for (const path of [
    'sign-in/email',
    'sign-up/email',
    'sign-in/magic-link',
    'magic-link/verify?token=x',
    'reset-password',
    'update-user',
    'two-factor/verify-totp',
    'get-session',
    'passkey/../get-session',
  ]) {
    for (const method of ['GET', 'POST'] as const) {
      const answer = await page.request.fetch(`/auth/${path}`, { method, data: {} });
      expect(answer.status(), `${method} ${path}`).toBeGreaterThanOrEqual(400);
    }
  }
});

test('a visitor is sent to sign in before account and mailbox', async () => {
  const page = await openPage(site.url);
  for (const path of ['/mailbox', '/account', '/account/devices']) {
    await page.goto(path);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  }
});
