import { expect, test } from 'vitest';
import { createTestApp } from '../../test/factories/app.ts';
import { settableClock } from './clock.ts';
import { openDatabase } from './database.ts';
import { forgetHits, hit, refuseBeyond, refuseVisitor, sweepRateLimits } from './rate-limit.ts';

const app = await createTestApp();
const three = { max: 3, windowSeconds: 600 };

test('refuses the fourth attempt when three are allowed', async () => {
  const answers = [];
  for (let n = 0; n < 5; n += 1) answers.push(await hit(app, 'a', three));
  expect(answers).toEqual([true, true, true, false, false]);
});

test('allows exactly the limit when many attempts come together from two processes', async () => {
  const other = openDatabase({ app: app.connections.app, onError: () => undefined });
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      hit(n % 2 ? app : { database: other, clock: app.clock }, 'b', { max: 20, windowSeconds: 60 }),
    ),
  );
  await other.close();
  expect(answers.filter(Boolean)).toHaveLength(20);
});

test('begins anew after its window', async () => {
  const clock = settableClock('2026-11-24T10:00:00.000Z');
  const limiter = { database: app.database, clock };
  for (let n = 0; n < 4; n += 1) await hit(limiter, 'c', three);
  clock.set('2026-11-24T10:09:59.000Z');
  expect(await hit(limiter, 'c', three)).toBe(false);
  clock.set('2026-11-24T10:10:00.000Z');
  expect(await hit(limiter, 'c', three)).toBe(true);
});

test('says how long to wait', async () => {
  const one = { max: 1, windowSeconds: 600 };
  await refuseBeyond(app, 'd', one);
  await expect(refuseBeyond(app, 'd', one)).rejects.toThrow('Wait 10 minutes');
});

test('refuses a visitor who takes another address of the same IPv6 network, and not their neighbour', async () => {
  const tries = [];
  for (let at = 1; at <= 3; at += 1) {
    tries.push(refuseVisitor(app, 'g', `2001:db8:0:7::${at}`, { max: 2, windowSeconds: 60 }));
  }
  const refused = (await Promise.allSettled(tries)).filter((each) => each.status === 'rejected');
  expect(refused).toHaveLength(1);
  const neighbour = refuseVisitor(app, 'g', '2001:db8:0:8::1', { max: 2, windowSeconds: 60 });
  await expect(neighbour).resolves.toBeUndefined();
});

test('forgets a key after success', async () => {
  for (let n = 0; n < 4; n += 1) await hit(app, 'e', three);
  await forgetHits(app, 'e');
  expect(await hit(app, 'e', three)).toBe(true);
});

test('allows nothing when the database does not answer', async () => {
  const gone = openDatabase({
    app: { ...app.connections.app, database: 'not-there' },
    onError: () => undefined,
  });
  await expect(hit({ database: gone, clock: app.clock }, 'f', three)).rejects.toThrow();
  await gone.close();
});

test('keeps keys only as hashes and drops old counts', async () => {
  await hit(app, 'asha@example.org', three);
  const rows = () =>
    app.database.anonymous((tx) => tx.selectFrom('rate_limit').selectAll().execute());
  expect(JSON.stringify(await rows())).not.toContain('asha');
  const tomorrow = settableClock('2026-11-26T10:00:00.000Z');
  await sweepRateLimits({ database: app.database, clock: tomorrow });
  expect(await rows()).toEqual([]);
});

test('a count made while the clock was a day ahead is over when the clock is right again', async () => {
  const clock = settableClock('2026-11-25T10:00:00.000Z');
  const limiter = { database: app.database, clock };
  for (let n = 0; n < 4; n += 1) await hit(limiter, 'ahead', three);
  clock.set('2026-11-24T10:00:00.000Z');
  expect(await hit(limiter, 'ahead', three)).toBe(true);
});
