import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';

/** CPU milliseconds of each session of the present database by process; null where the system does not tell. */
export async function databaseUsage(client: Client): Promise<Map<number, number> | null> {
  const sessions = await client.query<{ pid: number }>(
    `select a.pid from pg_stat_activity a
     where a.datname = current_database() and a.backend_type = 'client backend'
       and a.pid <> pg_backend_pid()`,
  );
  const usage = new Map<number, number>();
  for (const { pid } of sessions.rows) {
    // Nanoseconds on a processor come first.
    const text = await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => null);
    if (text === null) return null;
    usage.set(pid, Number(text.split(' ')[0]) / 1e6);
  }
  return usage;
}

/** Milliseconds between two readings; sessions that began meanwhile count whole. */
export function usedBetween(
  before: Map<number, number> | null,
  after: Map<number, number> | null,
): number | null {
  if (before === null || after === null) return null;
  let sum = 0;
  for (const [pid, used] of after) sum += used - (before.get(pid) ?? 0);
  return sum;
}
