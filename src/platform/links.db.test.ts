import { expect, test } from 'vitest';
import { createTestApp } from '../../test/factories/app.ts';
import { makeWorld } from '../../test/factories/world.ts';
import { newId } from '../kernel/ids.ts';
import type { Tx } from './database.ts';
import { findLink, makeLink, revokeLinks, useLink } from './links.ts';

const app = await createTestApp();
const world = await makeWorld(app);
const ctx = world.systemCtx();
const inOrg = <T>(work: (tx: Tx) => Promise<T>) => app.database.tenant(world.orgId, work);

function made(days = 7, personId = newId()) {
  return inOrg((tx) => makeLink(tx, ctx, { purpose: 'answer-offer', personId, days }));
}

test('finds what a link is good for by its secret', async () => {
  const { secret, path, url, id } = await made();
  expect(path).toBe(`/l/${world.org.slug}/${secret}/offer`);
  expect(url).toBe(`http://localhost:3000${path}`);
  const found = await inOrg((tx) => findLink(tx, ctx, secret, 'answer-offer'));
  expect(found).toMatchObject({ id, purpose: 'answer-offer' });
});

test('leads by way of the arrival page where a purpose has no page of its own', async () => {
  const made = await inOrg((tx) => makeLink(tx, ctx, { purpose: 'invitation', days: 7 }));
  expect(made.path).toBe(`/o/${world.org.slug}/link/${made.secret}`);
});

test('keeps no secret that could be read from the database', async () => {
  const { secret } = await made();
  const rows = await inOrg((tx) => tx.selectFrom('link').selectAll().execute());
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('is good for nothing else', async () => {
  const { secret } = await made();
  expect(await inOrg((tx) => findLink(tx, ctx, secret, 'invitation'))).toBeNull();
});

test.each([null, '', undefined, [], {}, 0, 'x', 'a'.repeat(43), `${'a'.repeat(42)}'`])(
  'finds nothing for %j',
  async (secret) => {
    expect(await inOrg((tx) => findLink(tx, ctx, secret))).toBeNull();
  },
);

test('ends after its days', async () => {
  const { secret } = await made(7);
  const later = (now: string) => ({ clock: { ...app.clock, now: () => now } });
  const find = (now: string) => inOrg((tx) => findLink(tx, later(now), secret));
  expect(await find('2026-12-01T09:59:59.000Z')).not.toBeNull();
  expect(await find('2026-12-01T10:00:00.000Z')).toBeNull();
});

test('works once for one of many who use it together', async () => {
  const { id, secret } = await made();
  const uses = await Promise.all(
    Array.from({ length: 20 }, () => inOrg((tx) => useLink(tx, ctx, id))),
  );
  expect(uses.filter(Boolean)).toHaveLength(1);
  expect(await inOrg((tx) => findLink(tx, ctx, secret))).toBeNull();
});

test('revokes all links of a person and nobody else', async () => {
  const personId = newId();
  const [one, two, other] = [await made(7, personId), await made(7, personId), await made()];
  expect(await inOrg((tx) => revokeLinks(tx, ctx, { personId }))).toBe(2);
  const left = await Promise.all(
    [one, two, other].map(({ secret }) => inOrg((tx) => findLink(tx, ctx, secret))),
  );
  expect(left.map((link) => link !== null)).toEqual([false, false, true]);
});

test('cannot be found from another organisation', async () => {
  const { secret } = await made();
  const other = await makeWorld(app);
  expect(await app.database.tenant(other.orgId, (tx) => findLink(tx, ctx, secret))).toBeNull();
});
