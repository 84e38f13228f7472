import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatInstant } from '../kernel/calendar.ts';
import { AppError } from '../kernel/errors.ts';
import { plural } from '../kernel/text.ts';
import { allJobs } from '../jobs/all-jobs.ts';
import type { Closing } from '../platform/backup/manifest.ts';
import { restoreBackup } from '../platform/backup/restore-backup.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { defaultDataDirectory } from '../platform/data-directory.ts';
import type { Tx } from '../platform/database.ts';
import type { JobData } from '../platform/job-queue.ts';
import { openPostgres, type Postgres } from '../platform/postgres/open.ts';
import { type CliCommand, say, sayAside } from './command-line.ts';
import { withApp } from './with-app.ts';

export const restore: CliCommand = {
  name: 'restore',
  summary: 'puts a backup into an empty place',
  help: `Usage: npm run espalier -- restore FILE

Puts the backup into ESPALIER_DATA (or the server of DATABASE_URL), which must be empty: nothing is
ever overwritten. It needs the secret of the installation that made the backup: its file "secret" in
the new data directory, or ESPALIER_SECRET. Every table is compared with the backup before it counts;
cut off in the middle, the place is as empty as before.`,
  async run(args, env) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    const [path] = positionals;
    if (path === undefined) throw new AppError('invalid', 'Say which file: restore FILE');
    requireSecret(env);
    const config = readConfig(env);
    const postgres = await openPostgres(config, {
      purpose: 'restore',
      manner: 'own',
      report: sayAside,
    });
    try {
      const wish = { path: resolve(path), secret: config.secret, report: sayAside };
      const { head, closing } = await restoreBackup(postgres.owner, wish);
      await queueAgain(config, postgres, closing);
      const rows = closing.tables.reduce((sum, table) => sum + table.rows, 0);
      say(`Restored ${plural(rows, 'row')} as of ${formatInstant(head.takenAt, 'UTC')} UTC.`);
      say(
        'Every table and the end of every audit chain were compared with the backup. Start it: npm start',
      );
      say('Letters that waited then leave when it starts; with SMTP_URL empty they stay here.');
      return 0;
    } finally {
      await postgres.stop('patient');
    }
  },
};

/** Reading the settings would make a new secret here, with which no backup opens. */
export function requireSecret(env: NodeJS.ProcessEnv): void {
  const directory = resolve(env['ESPALIER_DATA'] || defaultDataDirectory());
  if (env['ESPALIER_SECRET'] || existsSync(join(directory, 'secret'))) return;
  throw new AppError(
    'precondition',
    `There is no secret here. A backup opens only with the secret of the installation that made it, so that a stolen one stays closed. Find the copy that was kept apart from the backups, then either
  put it as the file ${join(directory, 'secret')} (mode 600), or
  set ESPALIER_SECRET to it, now and at every start,
and run this again. If every copy of it is lost, nobody can read this backup.`,
  );
}

/** Work that waited in the queue waits again. */
async function queueAgain(config: Config, postgres: Postgres, { jobs }: Closing): Promise<void> {
  const known = new Set(allJobs.map(({ name }) => name));
  const byOrganisation = Map.groupBy(
    jobs.filter(({ name }) => known.has(name)),
    ({ data }) => (data as JobData | null)?.orgId,
  );
  await withApp(config, postgres, 'error', async (app) => {
    for (const [orgId, waiting] of byOrganisation) {
      const send = async (tx: Tx) => {
        for (const { name, data, startAfter, singletonKey } of waiting) {
          const options = { startAfter, singletonKey: singletonKey ?? undefined };
          await app.jobs.send(tx, name, (data ?? {}) as JobData, options);
        }
      };
      // The queue takes a job of an organisation from that organisation alone.
      await (orgId === undefined ? app.database.anonymous(send) : app.database.tenant(orgId, send));
    }
  });
}
