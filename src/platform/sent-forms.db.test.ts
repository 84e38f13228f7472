import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestApp } from '../../test/factories/app.ts';
import { makeWorld } from '../../test/factories/world.ts';
import { sweepSentForms } from './sent-forms.ts';

const app = await createTestApp();

test('a form sent a month ago is forgotten in every organisation, a fresh one is not', async () => {
  const worlds = [await makeWorld(app), await makeWorld(app)];
  for (const { orgId } of worlds) {
    await app.database.tenant(orgId, (tx) =>
      sql`
        insert into idempotency_key (org_id, key, command, created_at)
        values (${orgId}, 'sent-long-ago-01', 'add-funder', now() - interval '31 days'),
          (${orgId}, 'sent-just-now-01', 'add-funder', now() - interval '29 days')`.execute(tx),
    );
  }
  await sweepSentForms(app);
  for (const { orgId } of worlds) {
    const left = await app.database.read(orgId, (tx) =>
      tx.selectFrom('idempotency_key').select('key').execute(),
    );
    expect(left).toEqual([{ key: 'sent-just-now-01' }]);
  }
});
