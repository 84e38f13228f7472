import type { Client, ClientConfig } from 'pg';
import { errorCode, withClient } from './postgres/client.ts';

const stillReferred = new Set(['23503', '23001']);

/**
 * Removes a demonstration with everything in it and opens the installation for set-up again. Real organisations
 * are never touched. Gives the name of what was removed, or null when there was none.
 */
export async function removeDemonstration(owner: ClientConfig): Promise<string | null> {
  return withClient(owner, async (client) => {
    await client.query('begin');
    const found = await client.query<{ org_id: string; slug: string; name: string }>(
      `select f.org_id, f.slug, f.name from all_organisations() a
       cross join lateral find_organisation(a.slug) f where f.is_demonstration limit 1`,
    );
    const org = found.rows[0];
    if (!org) return null;
    await client.query(`select set_config('app.org', $1, true)`, [org.org_id]);
    await client.query(
      `delete from auth."user" u using person p where p.user_id = u.id and p.org_id = $1
         and not exists (select from person q where q.user_id = u.id and q.org_id <> $1)`,
      [org.org_id],
    );
    await emptyTables(client, org.org_id);
    await client.query('delete from setup_token where not exists (select from organisation)');
    await client.query('commit');
    return org.name;
  });
}

/** Deletes table by table; one that others still refer to waits for the next round. */
async function emptyTables(client: Client, orgId: string): Promise<void> {
  const tables = await client.query<{ name: string }>(
    `select format('%I', c.relname) as name
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  );
  let waiting = tables.rows.map((row) => row.name);
  while (waiting.length > 0) {
    const left: string[] = [];
    for (const name of waiting) {
      await client.query('savepoint one');
      try {
        await client.query(`delete from ${name} where org_id = $1`, [orgId]);
      } catch (error) {
        if (!stillReferred.has(errorCode(error))) throw error;
        await client.query('rollback to savepoint one');
        left.push(name);
      }
    }
    if (left.length === waiting.length) throw new Error(`cannot empty ${left.join(', ')}`);
    waiting = left;
  }
}
