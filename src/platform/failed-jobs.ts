import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** A job that failed for good: its last run was refused, and nobody repeats it. */
export interface FailedJob {
  id: string;
  name: string;
  failedAt: string;
  /** The message of the last failure; empty for a job of the installation, whose words may name others. */
  message: string;
  isOwn: boolean;
}

/** What failed for good in the last 90 days: of this organisation and of the installation, the latest first. */
export async function failedJobs(tx: Tx, orgId: string): Promise<FailedJob[]> {
  const found = await sql<FailedJob>`
    select j.id::text as id, coalesce(j.source_name, j.name) as name, j.created_on as "failedAt",
      case when j.data ->> 'orgId' = ${orgId} then coalesce(j.source_output ->> 'message', '')
        else '' end as message,
      coalesce(j.data ->> 'orgId' = ${orgId}, false) as "isOwn"
    from pgboss.job j
    where j.name = 'failed-for-good'
      and (j.data ->> 'orgId' is null or j.data ->> 'orgId' = ${orgId})
    order by j.created_on desc
    limit 100`.execute(tx);
  return found.rows;
}
