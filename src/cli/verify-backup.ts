import { resolve } from 'node:path';
import { formatInstant } from '../kernel/calendar.ts';
import { plural } from '../kernel/text.ts';
import { verifyBackup } from '../platform/backup/verify-backup.ts';
import { readConfig } from '../platform/config.ts';
import { say, sayAside } from './command-line.ts';
import { requireSecret } from './restore.ts';

/** Restores a backup into a server that is thrown away, and says what was compared. */
export async function verifyBackupFile(path: string, env: NodeJS.ProcessEnv): Promise<number> {
  requireSecret(env);
  const { secret } = readConfig(env);
  const { head, closing } = await verifyBackup({ path: resolve(path), secret, report: sayAside });
  const rows = closing.tables.reduce((sum, table) => sum + table.rows, 0);
  const tables = plural(closing.tables.length, 'table');
  const chains = plural(closing.heads.length, 'audit chain');
  say(
    `The backup of ${formatInstant(head.takenAt, 'UTC')} UTC, by Espalier ${head.program}, can be restored:`,
  );
  say(`  ${tables} with ${plural(rows, 'row')}, each table's count and hash as written`);
  say(`  ${chains} recomputed from the first entry to the last`);
  say(`  ${plural(closing.jobs.length, 'job')} that waited in the queue`);
  return 0;
}
