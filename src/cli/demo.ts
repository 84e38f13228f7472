import { parseArgs } from 'node:util';
import { AppError } from '../kernel/errors.ts';
import { beginAnew } from '../modules/people/demonstration/claim.ts';
import { readConfig } from '../platform/config.ts';
import type { App } from '../platform/context.ts';
import { migrate } from '../platform/migrate.ts';
import { openPostgres } from '../platform/postgres/open.ts';
import { removeDemonstration } from '../platform/remove-demonstration.ts';
import { type CliCommand, say, sayAside } from './command-line.ts';
import { checkDemonstration } from './demo-check.ts';
import { ensureDemonstration } from './demonstration.ts';
import { withApp } from './with-app.ts';

export const demo: CliCommand = {
  name: 'demo',
  summary: 'loads the demonstration programme: invented firms, fourteen months of history',
  help: `Usage: npm run espalier -- demo [--again | --remove | --check DAYS]

  --again        removes the demonstration first; one that failed is told as another story
  --remove       removes it and opens the installation for set-up again
  --check DAYS   tells the whole story as of today and each of the next days, in a database that is
                 thrown away, and says whether it holds; ends with 1 when it fails on one of them

It needs an installation that nobody has set up. Afterwards npm start serves it, and the page
/demonstration signs in as any of its people. npm start -- --demo does both in one, in a data
directory of its own.`,
  async run(args, env) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        again: { type: 'boolean' },
        remove: { type: 'boolean' },
        check: { type: 'string' },
      },
    });
    if (values.check !== undefined)
      return (await checkDemonstration(daysOf(values.check))) > 0 ? 1 : 0;
    const config = readConfig(env);
    const postgres = await openPostgres(config, {
      purpose: 'demo',
      manner: 'share',
      report: sayAside,
    });
    try {
      await migrate(postgres.owner, { report: sayAside });
      if (values.remove) {
        const removed = await removeDemonstration(postgres.owner);
        say(removed === null ? 'There is no demonstration.' : `Removed ${removed}.`);
      } else {
        await withApp(config, postgres, 'error', (app) => load(app, values.again === true));
      }
      return 0;
    } finally {
      await postgres.stop('patient');
    }
  },
};

function daysOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 1000) return days;
  throw new AppError('invalid', '--check wants a number of days from 1 to 1000.');
}

async function load(app: App, isAgain: boolean): Promise<void> {
  if (isAgain) await beginAnew(app);
  const isNew = await ensureDemonstration({
    app,
    report: say,
    works: true,
    anew: 'Begin anew, with another story: npm run espalier -- demo --again',
  });
  say(
    isNew
      ? `The demonstration programme is loaded. Start Espalier and open ${app.url}/demonstration`
      : 'The demonstration programme is there already. Add --again to load it anew.',
  );
}
