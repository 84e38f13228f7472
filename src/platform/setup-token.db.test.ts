import { expect, test } from 'vitest';
import { createTestApp } from '../../test/factories/app.ts';
import { makeWorld } from '../../test/factories/world.ts';
import { claimSetup, ensureSetupToken, isSetupOpen, offerSetup } from './setup-token.ts';

const app = await createTestApp();
const { owner } = app.connections;
const now = app.clock.now();
const claim = (secret: unknown) => app.database.anonymous((tx) => claimSetup(tx, secret, now));
const isOpen = (secret: unknown) => app.database.anonymous((tx) => isSetupOpen(tx, secret));

async function fresh(): Promise<string> {
  const secret = await ensureSetupToken(owner);
  if (secret === null) throw new Error('no secret was made');
  return secret;
}

test('ends the link printed before', async () => {
  const earlier = await fresh();
  const latest = await fresh();
  expect([await isOpen(earlier), await isOpen(latest)]).toEqual([false, true]);
  expect(await claim(earlier)).toBe(false);
});

test.each([null, '', undefined, [], {}, 'a'.repeat(43)])('opens for no %j', async (secret) => {
  await fresh();
  expect(await isOpen(secret)).toBe(false);
  expect(await claim(secret)).toBe(false);
});

test('can be repeated when the set-up failed', async () => {
  const secret = await fresh();
  const failed = app.database.anonymous(async (tx) => {
    await claimSetup(tx, secret, now);
    throw new Error('the name is taken');
  });
  await expect(failed).rejects.toThrow('the name is taken');
  expect(await isOpen(secret)).toBe(true);
});

test('a second process makes no link while the first that shows one runs', async () => {
  const offer = await offerSetup(owner);
  if (offer.kind !== 'link') throw new Error('nobody has set it up');
  expect(await offerSetup(owner)).toEqual({ kind: 'elsewhere' });
  expect(await isOpen(offer.secret)).toBe(true);
  await offer.close();
  const next = await offerSetup(owner);
  expect(next.kind).toBe('link');
  expect(await isOpen(offer.secret)).toBe(false);
  if (next.kind === 'link') await next.close();
});

test('lets one of many claim the installation, and makes no further link', async () => {
  const secret = await fresh();
  const claims = await Promise.all(Array.from({ length: 20 }, () => claim(secret)));
  expect(claims.filter(Boolean)).toHaveLength(1);
  expect(await isOpen(secret)).toBe(false);
  expect(await ensureSetupToken(owner)).toBeNull();
});

test('makes no link where there is an organisation', async () => {
  await makeWorld(app);
  expect(await ensureSetupToken(owner)).toBeNull();
});
