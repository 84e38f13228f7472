import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { AppError } from '../kernel/errors.ts';
import { ownPageLine } from '../modules/matching/own-page/own-page-line-step.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { sealOldChain } from '../platform/audit.ts';
import type { App } from '../platform/context.ts';
import { inEveryOrganisation } from '../platform/every-organisation.ts';
import { allJobs } from '../jobs/all-jobs.ts';
import { takeBackupJob } from '../jobs/take-backup.ts';
import { createApp } from '../platform/app.ts';
import { defaultDataDirectory } from '../platform/data-directory.ts';
import { checkTenantWall } from '../platform/doctor.ts';
import { createLog } from '../platform/log.ts';
import { migrate } from '../platform/migrate.ts';
import { openPostgres, type Postgres } from '../platform/postgres/open.ts';
import { offerSetup } from '../platform/setup-token.ts';
import { ensureBuild, serverEntry } from './build.ts';
import { type CliCommand, say, sayAside } from './command-line.ts';
import { ensureDemonstration } from './demonstration.ts';
import { type Front, listen } from './front.ts';
import { onStop } from './stopping.ts';

export const serve: CliCommand = {
  name: 'serve',
  summary: 'starts the database and serves the pages (what npm start does)',
  help: `Usage: npm start [-- --demo]

  --demo   loads the demonstration programme first, in a data directory of its own

Settings are environment variables:
  PORT             3000; 0 takes a free one
  HOST             127.0.0.1; 0.0.0.0 answers other machines
  ESPALIER_URL     public address, when a proxy stands in front
  ESPALIER_PROXIES addresses of proxies whose X-Forwarded-For is believed; none
  ESPALIER_DATA    data directory
  DATABASE_URL     a PostgreSQL server, 15 or newer, instead of the built-in one
  SMTP_URL         mail server; without it letters land on the mailbox page
  ESPALIER_SECRET  key of links and sessions; made on first start
  ESPALIER_ROLE    all, web or worker
  ESPALIER_BACKUP_DIR, _AT, _KEEP   backups by the clock, see docs/operations.md`,
  async run(args, env) {
    const { values } = parseArgs({ args: [...args], options: { demo: { type: 'boolean' } } });
    if (!values.demo) return run(readConfig(env), false);
    // Never beside real data, unless somebody names the directory.
    const own = env['ESPALIER_DATA'] || `${defaultDataDirectory()}-demo`;
    return run(readConfig({ ...env, ESPALIER_DATA: own }), true);
  },
};

async function run(config: Config, isDemo: boolean): Promise<number> {
  const front = await listen(config.host, config.port, config.proxies);
  // What started last stops first.
  const closers: (() => Promise<void>)[] = [() => front.close()];
  const ending = new AbortController();
  const ended = once(ending.signal, 'abort');
  let postgres: Postgres | null = null;
  onStop(
    () => {
      say('Stopping.');
      ending.abort();
    },
    () => {
      sayAside('Stopping at once; what was saved is safe.');
      void (postgres?.stop('immediate') ?? Promise.resolve()).finally(() => process.exit(130));
    },
  );
  try {
    postgres = await startParts(config, (error) => ending.abort(error));
    closers.push(() => postgres?.stop() ?? Promise.resolve());
    if (!ending.signal.aborted) closers.push(await openPages(config, front, postgres, isDemo));
    await ended;
  } catch (error) {
    // A Ctrl-C also ends the build, which is no fault then.
    if (!ending.signal.aborted) throw error;
  } finally {
    // The front waits for requests under way, which need what is behind it.
    const [closeFront, ...behind] = closers;
    await closeFront?.();
    for (const close of behind.reverse()) await close();
  }
  const reason: unknown = ending.signal.reason;
  if (reason instanceof Error && reason.name !== 'AbortError') throw reason;
  say('Stopped.');
  return 0;
}

/** The database and the build side by side; when one fails the other is not left behind. */
async function startParts(config: Config, onLost: (error: Error) => void): Promise<Postgres> {
  const [database, build] = await Promise.allSettled([
    openPostgres(config, {
      purpose: 'serve',
      // Web and worker may be two processes on one machine; only one of them runs the database.
      manner: config.role === 'worker' ? 'share' : 'own',
      report: say,
      onLost,
    }),
    config.role === 'worker' ? Promise.resolve() : ensureBuild(say),
  ]);
  if (database.status === 'rejected') throw database.reason;
  if (build.status === 'rejected') {
    await database.value.stop();
    throw build.reason;
  }
  return database.value;
}

/** Gives chains of the audit that were made before there was a key their seal. */
async function sealOldChains(app: App): Promise<void> {
  await inEveryOrganisation(app, 'seal-audit', async ({ ctx }) => {
    const isSealed = await app.database.tenant(ctx.orgId, (tx) => sealOldChain(tx, ctx));
    if (isSealed)
      app.log.warn({ organisation: ctx.org.slug }, 'the audit chain has its first seal');
  });
}

/** Migrates, checks the walls, and lets requests in; gives what closes the pages again. */
async function openPages(
  config: Config,
  front: Front,
  postgres: Postgres,
  isDemo: boolean,
): Promise<() => Promise<void>> {
  await migrate(postgres.owner, { report: say });
  await refuseBrokenWall(postgres);
  const url = config.url ?? `http://localhost:${front.port}`;
  const { app, start, close } = createApp({
    connections: postgres,
    url,
    secret: config.secret,
    smtpUrl: config.smtpUrl,
    proxies: config.proxies,
    letterEnd: ownPageLine,
    jobs:
      config.backup === null ? allJobs : [...allJobs, takeBackupJob(postgres.owner, config.backup)],
    // A person at a terminal sees what to look at; a collector gets every line.
    log: createLog({ level: process.stdout.isTTY ? 'warn' : 'info' }),
  });
  await start({ work: config.role !== 'web' });
  await sealOldChains(app);
  // Opening a transaction asks the server.
  const isReady = () => app.database.anonymous(() => Promise.resolve(true));
  front.open(config.role === 'worker' ? null : await pagesOf(app), isReady);
  say(`\nEspalier is ready: ${url}`);
  // A worker prints nothing of use, and a new link would end the one that the web process printed.
  const isSetUpElsewhere = config.role === 'worker' || isDemo;
  const offer = isSetUpElsewhere ? null : await offerSetup(postgres.owner);
  const secret = offer?.kind === 'link' ? offer.secret : null;
  if (offer?.kind === 'elsewhere') {
    say('Nobody has set it up yet. Another process that runs shows the link for it.');
  }
  if (isDemo) void showDemonstration(app, config.role === 'web');
  const setup = secret === null ? null : `${url}/setup/${secret}`;
  if (setup !== null) say(`Nobody has set it up yet. Open this link once to do so:\n  ${setup}`);
  say('Press Ctrl-C to stop.\n');
  process.send?.({ ready: url, setup });
  return async () => {
    if (offer?.kind === 'link') await offer.close();
    await close();
  };
}

/** The pages are open meanwhile, and show how far it is. */
async function showDemonstration(app: App, works: boolean): Promise<void> {
  try {
    const anew = `Press "Begin anew" at ${app.url}/demonstration, or stop this and start it again.`;
    await ensureDemonstration({ app, report: say, works, startsOver: true, anew });
    say(`Look around the demonstration: ${app.url}/demonstration`);
  } catch (error) {
    sayAside((error as Error).message);
  }
}

async function pagesOf(app: App): Promise<RequestListener> {
  // React picks its build for developers, several times slower, unless this is set when it is loaded.
  process.env['NODE_ENV'] ??= 'production';
  // Between collections the heap grows by half, not several fold.
  setFlagsFromString('--heap-growing-percent=50');
  const built: unknown = await import(pathToFileURL(serverEntry).href);
  return (built as { createWebHandler(app: App): RequestListener }).createWebHandler(app);
}

async function refuseBrokenWall(postgres: Postgres): Promise<void> {
  const findings = (await checkTenantWall(postgres.owner)).flatMap((check) => check.findings);
  if (findings.length === 0) return;
  throw new AppError(
    'precondition',
    `Espalier does not serve, because one organisation could see another's data:\n  ${findings.join('\n  ')}\nRun npm run espalier -- doctor for the whole list.`,
  );
}
