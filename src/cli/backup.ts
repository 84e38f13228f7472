import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatInstant } from '../kernel/calendar.ts';
import { AppError } from '../kernel/errors.ts';
import { plural } from '../kernel/text.ts';
import { writeBackup } from '../platform/backup/write-backup.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { openPostgres } from '../platform/postgres/open.ts';
import { programVersion } from '../platform/program-version.ts';
import { type CliCommand, say, sayAside } from './command-line.ts';

export const backup: CliCommand = {
  name: 'backup',
  summary: 'writes everything into one encrypted file, while people go on working',
  help: `Usage: npm run espalier -- backup --to FILE

The file holds the database as of one moment: organisations, accounts, files, letters, the queue.
It opens only with the secret of this installation (the file "secret" of the data directory, or
ESPALIER_SECRET), which is not in it: keep a copy of the secret somewhere else. A backup never
replaces another. Prove it: npm run espalier -- verify FILE. Every night: ESPALIER_BACKUP_DIR,
see docs/operations.md.`,
  async run(args, env) {
    const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } } });
    if (!values.to) throw new AppError('invalid', 'Say where to: backup --to FILE');
    const config = readConfig(env);
    const postgres = await openPostgres(config, {
      purpose: 'backup',
      manner: 'share',
      report: sayAside,
    });
    try {
      const to = resolve(values.to);
      const now = systemClock.now();
      const { tables } = await writeBackup({
        owner: postgres.owner,
        secret: config.secret,
        program: programVersion(),
        to,
        now,
      });
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      say(`Wrote ${to}: ${plural(rows, 'row')} as of ${formatInstant(now, 'UTC')} UTC.`);
      say('It opens only with the secret of this installation, which is not in it.');
      return 0;
    } finally {
      await postgres.stop('patient');
    }
  },
};
