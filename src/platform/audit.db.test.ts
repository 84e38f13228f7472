import { expect, test } from 'vitest';
import { createTestApp } from '../../test/factories/app.ts';
import { makeWorld } from '../../test/factories/world.ts';
import { appendAudit, verifyAuditChain } from './audit.ts';
import type { Tx } from './database.ts';
import { withClient } from './postgres/client.ts';

const app = await createTestApp();

async function makeChain(length: number) {
  const world = await makeWorld(app);
  const ctx = await world.ctxAs('manager');
  await app.database.tenant(world.orgId, async (tx) => {
    for (let n = 1; n <= length; n += 1) {
      await appendAudit(tx, ctx, 'pay', {
        subject: ['funder', null],
        reason: `Payment ${n}`,
        changes: { amount: [n, n + 1], words: 'é ü "quoted" \\ \n' },
      });
    }
  });
  return {
    world,
    ctx,
    verify: () => app.database.read(world.orgId, verifyAuditChain),
    /** As somebody with the database's own password, past the application. */
    tamper: (statement: string, values: unknown[] = []) =>
      withClient(app.connections.owner, async (client) => {
        await client.query("set session_replication_role = 'replica'");
        await client.query(statement, [world.orgId, ...values]);
      }),
  };
}

test('a chain that nobody touched is whole, also when it is empty', async () => {
  expect(await (await makeChain(0)).verify()).toEqual({ entries: 0, fault: null });
  expect(await (await makeChain(5)).verify()).toEqual({ entries: 5, fault: null });
});

test('a chain is read in parts and stays whole across them', async () => {
  expect(await (await makeChain(2001)).verify()).toEqual({ entries: 2001, fault: null });
});

test.each([
  ['reason', "reason = 'Payment 9'"],
  ['changes', `changes = '{"amount": [2, 9]}'`],
  ['time', "at = at - interval '1 second'"],
  ['person', 'actor_id = null'],
  ['action', "action = 'refund'"],
  ['subject', "subject_kind = 'target'"],
])('a changed %s is found at its entry', async (_, change) => {
  const chain = await makeChain(4);
  await chain.tamper(`update audit set ${change} where org_id = $1 and seq = 2`);
  expect(await chain.verify()).toEqual({
    entries: 1,
    fault: { seq: 2, why: 'the entry was changed' },
  });
});

test('an entry whose hash was made anew is found at the next', async () => {
  const chain = await makeChain(4);
  await chain.tamper(`update audit a set reason = 'x',
    hash = encode(sha256(convert_to(audit_text(a.previous_hash, a.org_id, a.seq, a.at, a.actor_id,
      a.actor_kind, a.action, a.subject_kind, a.subject_id, 'x', a.changes), 'UTF8')), 'hex')
    where org_id = $1 and seq = 2`);
  expect(await chain.verify()).toMatchObject({ fault: { seq: 3, why: 'the entry was changed' } });
});

test('a missing entry is found where it stood', async () => {
  const chain = await makeChain(4);
  await chain.tamper('delete from audit where org_id = $1 and seq = 3');
  expect(await chain.verify()).toEqual({
    entries: 2,
    fault: { seq: 3, why: 'an entry is missing' },
  });
});

test('an end that was cut off is found', async () => {
  const chain = await makeChain(4);
  await chain.tamper('delete from audit where org_id = $1 and seq > 2');
  expect(await chain.verify()).toEqual({
    entries: 2,
    fault: { seq: 4, why: 'the end was cut off' },
  });
});

test('the application itself can neither change nor remove an entry', async () => {
  const { world } = await makeChain(2);
  const attempts = [
    (tx: Tx) => tx.updateTable('audit').set({ reason: 'x' }).execute(),
    (tx: Tx) => tx.deleteFrom('audit').execute(),
  ];
  for (const attempt of attempts) {
    await expect(
      app.database.tenant(world.orgId, async (tx) => void (await attempt(tx))),
    ).rejects.toThrow('permission denied');
  }
});

test('entries written at once by many stand one after the other', async () => {
  const { world, ctx, verify } = await makeChain(0);
  await Promise.all(
    Array.from({ length: 10 }, () =>
      app.database.tenant(world.orgId, (tx) =>
        appendAudit(tx, ctx, 'pay', { subject: ['funder', null] }),
      ),
    ),
  );
  expect(await verify()).toEqual({ entries: 10, fault: null });
});

test('one organisation’s chain says nothing of another’s', async () => {
  const [here, there] = [await makeChain(3), await makeChain(3)];
  await there.tamper('delete from audit where org_id = $1 and seq = 2');
  expect((await here.verify()).fault).toBeNull();
  expect((await there.verify()).fault).not.toBeNull();
});
