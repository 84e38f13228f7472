import { expect, test } from 'vitest';
import { createTestApp } from '../../test/factories/app.ts';
import { makeWorld } from '../../test/factories/world.ts';
import { appendAudit } from '../platform/audit.ts';
import { withClient } from '../platform/postgres/client.ts';
import { witnessAuditJob } from './witness-audit.ts';

const app = await createTestApp();

test('the end of the audit record goes to two administrators, and a broken one is told', async () => {
  const world = await makeWorld(app);
  const admins = [
    await world.ctxAs('admin'),
    await world.ctxAs('admin'),
    await world.ctxAs('admin'),
  ];
  const [first] = admins;
  if (!first) throw new Error('there is no administrator');
  await app.database.tenant(world.orgId, (tx) =>
    appendAudit(tx, first, 'pay', { subject: ['funder', null] }),
  );
  const letters = () =>
    app.database.read(world.orgId, (tx) =>
      tx.selectFrom('mail').select(['subject', 'body']).orderBy('created_at').execute(),
    );
  await witnessAuditJob.run(app, {});
  const sent = await letters();
  expect(sent).toHaveLength(2);
  expect(sent[0]?.body).toMatch(new RegExp(`${world.org.slug}:1:[0-9a-f]{64}`));
  await withClient(app.connections.owner, async (client) => {
    await client.query("set session_replication_role = 'replica'");
    await client.query(`update audit set action = 'refund' where org_id = $1`, [world.orgId]);
  });
  await witnessAuditJob.run(app, {});
  expect((await letters()).filter(({ subject }) => subject.includes('not whole'))).toHaveLength(2);
  expect(app.lines.some((line) => line.includes('the audit chain is not whole'))).toBe(true);
});
