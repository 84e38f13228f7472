import { expect, test } from 'vitest';
import { createTestApp } from '../../test/factories/app.ts';
import { makeWorld } from '../../test/factories/world.ts';
import { appendAudit, type ChainEnd, sealOldChain, verifyAuditChain } from './audit.ts';
import type { Tx } from './database.ts';
import { withClient } from './postgres/client.ts';

const app = await createTestApp();

async function makeChain(length: number) {
  const world = await makeWorld(app);
  const ctx = await world.ctxAs('manager');
  const add = (count: number) =>
    app.database.tenant(world.orgId, async (tx) => {
      for (let n = 1; n <= count; n += 1) {
        await appendAudit(tx, ctx, 'pay', {
          subject: ['funder', null],
          reason: `Payment ${n}`,
          changes: { amount: [n, n + 1], words: 'é ü "quoted" \\ \n' },
        });
      }
    });
  await add(length);
  return {
    world,
    ctx,
    add,
    verify: (witness?: ChainEnd, secret = app.secret, partSize = 2000) =>
      app.database.read(world.orgId, (tx) =>
        verifyAuditChain(tx, { orgId: world.orgId, app: { secret } }, { witness, partSize }),
      ),
    /** As somebody with the database's own password, past the application. */
    tamper: (statement: string, values: unknown[] = []) =>
      withClient(app.connections.owner, async (client) => {
        await client.query("set session_replication_role = 'replica'");
        await client.query(statement, [world.orgId, ...values]);
      }),
  };
}

const whole = (entries: number) => ({ entries, fault: null });

test('a chain that nobody touched is whole, also when it is empty', async () => {
  expect(await (await makeChain(0)).verify()).toMatchObject(whole(0));
  expect(await (await makeChain(5)).verify()).toMatchObject(whole(5));
});

test('a chain is read in parts and stays whole across them', async () => {
  const chain = await makeChain(7);
  expect(await chain.verify(undefined, app.secret, 3)).toMatchObject(whole(7));
  await chain.tamper('delete from audit where org_id = $1 and seq = 4');
  expect(await chain.verify(undefined, app.secret, 3)).toMatchObject({ fault: { seq: 4 } });
});

test.each([
  ['changes', `changes = '{"amount": [2, 9]}'`],
  ['time', "at = at - interval '1 second'"],
  ['person', 'actor_id = null'],
  ['action', "action = 'refund'"],
  ['subject', "subject_kind = 'target'"],
  ['reason', "reason_hash = 'x'"],
  ['reason that becomes none', 'reason_hash = null'],
  ['form', 'form = 1'],
])('a changed %s is found at its entry', async (_, change) => {
  const chain = await makeChain(4);
  await chain.tamper(`update audit set ${change} where org_id = $1 and seq = 2`);
  expect(await chain.verify()).toMatchObject({
    entries: 1,
    fault: { seq: 2, why: 'the entry was changed' },
  });
});

test('words put into somebody’s mouth are found, words that were erased break nothing', async () => {
  const chain = await makeChain(4);
  await chain.tamper(`delete from audit_reason where org_id = $1 and seq = 3`);
  expect(await chain.verify()).toMatchObject(whole(4));
  await chain.tamper(`update audit_reason set text = 'Payment 9' where org_id = $1 and seq = 2`);
  expect(await chain.verify()).toMatchObject({ fault: { seq: 2, why: 'the entry was changed' } });
});

test('what somebody wrote stands beside the chain and not in it', async () => {
  const chain = await makeChain(1);
  const [entry] = await app.database.read(chain.world.orgId, (tx) =>
    tx.selectFrom('audit').selectAll().execute(),
  );
  expect(JSON.stringify(entry)).not.toContain('Payment');
});

test('whoever owns the database cannot write the chain anew', async () => {
  const chain = await makeChain(4);
  // Every hash from the changed entry on, as the plain form had them, and the head with them.
  await chain.tamper(`
    with recursive anew as (
      select a.seq, encode(sha256(convert_to(audit_text_keyed(a.previous_hash, a.org_id, a.seq, a.at,
        a.actor_id, a.actor_kind, 'refund', a.subject_kind, a.subject_id, a.reason_hash, a.changes),
        'UTF8')), 'hex') as hash
      from audit a where a.org_id = $1 and a.seq = 4)
    update audit a set action = 'refund', hash = n.hash from anew n
    where a.org_id = $1 and a.seq = n.seq`);
  await chain.tamper(`update audit_head h set hash = (select a.hash from audit a
    where a.org_id = $1 and a.seq = 4) where h.org_id = $1`);
  expect(await chain.verify()).toMatchObject({ fault: { seq: 4, why: 'the entry was changed' } });
});

test('a missing entry is found where it stood', async () => {
  const chain = await makeChain(4);
  await chain.tamper('delete from audit where org_id = $1 and seq = 3');
  expect(await chain.verify()).toMatchObject({
    entries: 2,
    fault: { seq: 3, why: 'an entry is missing' },
  });
});

test('an end that was cut off is found', async () => {
  const chain = await makeChain(4);
  await chain.tamper('delete from audit where org_id = $1 and seq > 2');
  expect(await chain.verify()).toMatchObject({
    entries: 2,
    fault: { seq: 4, why: 'the end was cut off' },
  });
});

test('an end that was cut off with its head set back is found', async () => {
  const chain = await makeChain(4);
  await chain.tamper('delete from audit where org_id = $1 and seq > 2');
  await chain.tamper(`update audit_head h set seq = 2, hash = (select a.hash from audit a
    where a.org_id = $1 and a.seq = 2) where h.org_id = $1`);
  expect(await chain.verify()).toMatchObject({ fault: { seq: 2 } });
});

test('an older state put back whole is found by an end that was kept outside', async () => {
  const chain = await makeChain(3);
  const { end } = await chain.verify();
  await chain.tamper(`create table kept_head as select * from audit_head h where h.org_id = $1`);
  await chain.add(2);
  const later = (await chain.verify()).end;
  expect(await chain.verify(end)).toMatchObject(whole(5));
  await chain.tamper('delete from audit where org_id = $1 and seq > 3');
  await chain.tamper(`update audit_head h set seq = k.seq, hash = k.hash, mac = k.mac
    from kept_head k where h.org_id = $1 and k.org_id = $1`);
  expect(await chain.verify()).toMatchObject(whole(3));
  expect(await chain.verify(later)).toMatchObject({
    fault: { seq: 5, why: 'the end was cut off' },
  });
  const other = { seq: 3, hash: 'f'.repeat(64) };
  expect(await chain.verify(other)).toMatchObject({ fault: { seq: 3 } });
});

test('a chain sealed under another secret says so', async () => {
  const chain = await makeChain(2);
  expect((await chain.verify(undefined, 'another secret altogether')).fault).not.toBeNull();
});

test('entries made before there was a key stay whole, and the end gets its seal once', async () => {
  const chain = await makeChain(0);
  await chain.tamper(`insert into audit_head (org_id, seq, hash) values ($1, 0, 'start')`);
  await chain.tamper(`
    insert into audit (org_id, seq, at, actor_kind, action, subject_kind, reason, previous_hash, hash)
    select $1::uuid, 1, x.at, 'system', 'pay', 'funder', 'Old words', 'start',
      encode(sha256(convert_to(audit_text('start', $1::uuid, 1, x.at, null, 'system', 'pay', 'funder', null,
        'Old words', '{}'), 'UTF8')), 'hex')
    from (select now() as at) x`);
  await chain.tamper(`update audit_head h set seq = 1, hash = (select a.hash from audit a
    where a.org_id = $1) where h.org_id = $1`);
  expect(await chain.verify()).toMatchObject({ fault: { seq: 1, why: 'the end is not sealed' } });
  const seal = () =>
    app.database.tenant(chain.world.orgId, (tx) =>
      sealOldChain(tx, { app, orgId: chain.world.orgId }),
    );
  expect([await seal(), await seal()]).toEqual([true, false]);
  expect(await chain.verify()).toMatchObject(whole(1));
  await chain.add(2);
  expect(await chain.verify()).toMatchObject(whole(3));
});

test('the application itself can neither change nor remove an entry', async () => {
  const { world } = await makeChain(2);
  const attempts = [
    (tx: Tx) => tx.updateTable('audit').set({ action: 'x' }).execute(),
    (tx: Tx) => tx.deleteFrom('audit').execute(),
    (tx: Tx) => tx.updateTable('audit_reason').set({ text: 'x' }).execute(),
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
  expect(await verify()).toMatchObject(whole(10));
});

test('one organisation’s chain says nothing of another’s', async () => {
  const [here, there] = [await makeChain(3), await makeChain(3)];
  await there.tamper('delete from audit where org_id = $1 and seq = 2');
  expect((await here.verify()).fault).toBeNull();
  expect((await there.verify()).fault).not.toBeNull();
});
