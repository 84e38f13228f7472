import type { Client, ClientConfig } from 'pg';
import { pendingMigrations } from './migrate.ts';
import { withClient } from './postgres/client.ts';
import { tenantWallChecks } from './tenant-wall.ts';

/** One rule and what breaks it; no findings means that it holds. */
export interface Check {
  readonly name: string;
  readonly findings: readonly string[];
}

/** The rules that keep organisations apart. Start-up refuses to serve when one does not hold. */
export async function checkTenantWall(owner: ClientConfig): Promise<Check[]> {
  return withClient(owner, async (client) => {
    const checks: Check[] = [];
    for (const { name, sql, values } of tenantWallChecks) {
      checks.push({ name, findings: await findings(client, sql, values) });
    }
    return checks;
  });
}

/** Whether every migration of this code is applied, and none was edited. */
export async function checkMigrations(owner: ClientConfig): Promise<Check> {
  const missing = await pendingMigrations(owner).catch((error: Error) => [error.message]);
  return { name: 'the database is up to date', findings: missing };
}

/** Work that failed for good in the last 90 days, which nobody repeats. */
export async function checkFailedJobs(owner: ClientConfig): Promise<Check> {
  const failed = await withClient(owner, async (client) => {
    const { rows } = await client.query<{ exists: boolean }>(
      `select to_regclass('pgboss.job') is not null as exists`,
    );
    if (!rows[0]?.exists) return [];
    return findings(
      client,
      `select format('%s, %s times, last on %s: %s', coalesce(j.source_name, 'a job'), count(*),
          to_char(max(j.created_on) at time zone 'utc', 'YYYY-MM-DD HH24:MI "UTC"'),
          left((array_agg(j.source_output ->> 'message' order by j.created_on desc))[1], 300)) as finding
        from pgboss.job j
        where j.name = 'failed-for-good'
        group by j.source_name
        order by max(j.created_on) desc`,
    );
  });
  return { name: 'no job has failed for good', findings: failed };
}

/** Every organisation of the installation, oldest first. */
export async function listOrganisations(
  owner: ClientConfig,
): Promise<{ orgId: string; slug: string }[]> {
  return withClient(owner, async (client) => {
    const rows = await client.query<{ orgId: string; slug: string }>(
      'select o.org_id as "orgId", o.slug from organisation o order by o.created_at',
    );
    return rows.rows;
  });
}

async function findings(client: Client, sql: string, values: unknown[] = []): Promise<string[]> {
  const rows = await client.query<{ finding: string }>(sql, values);
  return rows.rows.map((row) => row.finding);
}
