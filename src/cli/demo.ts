import { parseArgs } from 'node:util';
import { allJobs } from '../jobs/all-jobs.ts';
import { createApp } from '../platform/app.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { migrate } from '../platform/migrate.ts';
import { openPostgres, type Postgres } from '../platform/postgres/open.ts';
import { removeDemonstration } from '../platform/remove-demonstration.ts';
import { type CliCommand, say, sayAside } from './command-line.ts';
import { ensureDemonstration } from './demonstration.ts';

export const demo: CliCommand = {
  name: 'demo',
  summary: 'loads the demonstration programme: invented firms, fourteen months of history',
  help: `Usage: npm run espalier -- demo [--again | --remove]

  --again    removes the demonstration first
  --remove   removes it and opens the installation for set-up again

It needs an installation that nobody has set up. Afterwards npm start serves it, and the page
/demonstration signs in as any of its people. npm start -- --demo does both in one, in a data
directory of its own.`,
  async run(args, env) {
    const { values } = parseArgs({
      args: [...args],
      options: { again: { type: 'boolean' }, remove: { type: 'boolean' } },
    });
    const config = readConfig(env);
    const postgres = await openPostgres(config, {
      purpose: 'demo',
      manner: 'share',
      report: sayAside,
    });
    try {
      await migrate(postgres.owner, { report: sayAside });
      if (values.again || values.remove) {
        const removed = await removeDemonstration(postgres.owner);
        say(removed === null ? 'There is no demonstration.' : `Removed ${removed}.`);
      }
      if (!values.remove) await load(config, postgres);
      return 0;
    } finally {
      await postgres.stop('patient');
    }
  },
};

async function load(config: Config, postgres: Postgres): Promise<void> {
  const { app, start, close } = createApp({
    connections: postgres,
    url: config.url ?? `http://localhost:${config.port}`,
    secret: config.secret,
    smtpUrl: config.smtpUrl,
    jobs: allJobs,
    log: createLog({ level: 'error' }),
  });
  await start({ work: false });
  try {
    const wish = { app, owner: postgres.owner, report: say, works: true };
    const isNew = await ensureDemonstration(wish);
    say(
      isNew
        ? `The demonstration programme is loaded. Start Espalier and open ${app.url}/demonstration`
        : 'The demonstration programme is there already. Add --again to load it anew.',
    );
  } finally {
    await close();
  }
}
