import { parseArgs } from 'node:util';
import { readConfig } from '../platform/config.ts';
import { migrate } from '../platform/migrate.ts';
import { openPostgres } from '../platform/postgres/open.ts';
import { type CliCommand, say, sayAside } from './command-line.ts';

export const migrateCommand: CliCommand = {
  name: 'migrate',
  summary: 'brings the database up to date without serving',
  help: 'Usage: npm run espalier -- migrate\n\n`serve` does the same at its start; use this in a release step of its own.',
  async run(args, env) {
    parseArgs({ args: [...args], options: {} });
    const postgres = await openPostgres(readConfig(env), {
      purpose: 'migrate',
      manner: 'share',
      report: sayAside,
    });
    try {
      const applied = await migrate(postgres.owner, { report: sayAside });
      say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
      return 0;
    } finally {
      await postgres.stop('patient');
    }
  },
};
