import { fromKysely, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { ClientConfig } from 'pg';
import type { Logger } from 'pino';
import { newId } from '../kernel/ids.ts';
import type { App } from './context.ts';
import type { JobData, JobQueue } from './job-queue.ts';
import { appRole } from './postgres/app-role.ts';
import { withClient } from './postgres/client.ts';

/** A kind of work that runs later, at least once: `run` must be safe to repeat. */
export interface JobDefinition {
  readonly name: string;
  /** Five cron fields in UTC; the job then also runs by itself, with empty data. */
  readonly cron?: string;
  /** How often a failed run is repeated, with growing pauses from 30 seconds to an hour; 8 unless told. */
  readonly retryLimit?: number;
  /** After so long a run counts as dead and is repeated; 15 unless told. */
  readonly expireMinutes?: number;
  run(app: App, data: JobData): Promise<void>;
}

export interface Jobs extends JobQueue {
  /** Prepares the queues and, where `work` is true, begins to work through them. */
  start(app: App, options: { work: boolean }): Promise<void>;
  /** Waits for the runs under way, at most 20 seconds; what is cut off runs again. */
  stop(): Promise<void>;
}

export interface JobSettings {
  /** Owner of the tables: pg-boss keeps its own schema and maintains it. */
  readonly owner: ClientConfig;
  readonly definitions: readonly JobDefinition[];
  readonly log: Logger;
}

const schema = 'pgboss';

/** Quotes are doubled: the policy is made inside a quoted format. */
const ofThisOrganisation = `data ->> ''orgId'' is null or data ->> ''orgId'' = current_org()::text`;
const graveyard = 'failed-for-good';

/** The queue in PostgreSQL. The application's role may only add jobs; workers use the owner's connection. */
export function createJobs({ owner, definitions, log }: JobSettings): Jobs {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  let started: { boss: PgBoss; app: App } | null = null;

  function queue() {
    if (!started) throw new Error('the job queue has not been started');
    return started;
  }

  /** Only a process that works also keeps the clock of timed jobs and tidies up. */
  async function open(works: boolean): Promise<PgBoss> {
    const boss = new PgBoss({
      ...(owner as { host?: string }),
      schema,
      max: works ? 4 : 2,
      application_name: 'espalier-jobs',
      schedule: works,
      supervise: works,
      clockMonitorIntervalSeconds: 600,
    });
    const tell = seldom((error) => log.warn({ err: error }, 'the job queue had a fault'));
    boss.on('error', tell);
    return boss.start();
  }

  async function work(boss: PgBoss, app: App, definition: JobDefinition): Promise<void> {
    const options = {
      pollingIntervalSeconds: 2,
      batchSize: 1,
      localConcurrency: 2,
      includeMetadata: true as const,
    };
    await boss.work<JobData, void, typeof options>(definition.name, options, async ([job]) => {
      if (job) await run(app, definition, job);
    });
  }

  async function run(
    app: App,
    definition: JobDefinition,
    job: JobWithMetadata<JobData>,
  ): Promise<void> {
    try {
      await definition.run(app, job.data ?? {});
    } catch (error) {
      const what = { err: error, job: definition.name, jobId: job.id };
      if (job.retryCount < job.retryLimit) log.warn(what, 'a job failed; it is retried');
      else log.error(what, 'a job failed for good; npm run espalier -- doctor lists what did');
      throw error;
    }
  }

  return {
    async send(tx, name, data, options = {}) {
      if (!byName.has(name)) throw new Error(`no job is called ${name}`);
      await queue().boss.send(name, data, {
        db: fromKysely(tx),
        ...(options.startAfter === undefined ? {} : { startAfter: options.startAfter }),
        // The policy "short" lets one job wait per key; without a wish each job has its own.
        singletonKey: options.singletonKey ?? newId(),
      });
    },
    async start(app, { work: works }) {
      const boss = await open(works);
      await boss.createQueue(graveyard, { retryLimit: 0, deleteAfterSeconds: 90 * 86_400 });
      for (const { name, retryLimit = 8, cron, expireMinutes = 15 } of definitions) {
        await boss.createQueue(name, {
          policy: 'short',
          retryLimit,
          retryDelay: 30,
          retryBackoff: true,
          retryDelayMax: 3600,
          expireInSeconds: expireMinutes * 60,
          deadLetter: graveyard,
        });
        if (cron !== undefined) await boss.schedule(name, cron, null, { tz: 'UTC' });
      }
      if (works) await forgetSchedules(boss, byName);
      await grantSending(owner);
      started = { boss, app };
      if (works) for (const definition of definitions) await work(boss, app, definition);
    },
    async stop() {
      await started?.boss.stop({ graceful: true, timeout: 20_000 });
    },
    async drain() {
      const { boss, app } = queue();
      let count = 0;
      for (let before = -1; before !== count;) {
        before = count;
        for (const definition of definitions) {
          for (const job of await boss.fetch<JobData>(definition.name, {
            batchSize: 100,
            ignoreStartAfter: true,
            includeMetadata: true,
          })) {
            await run(app, definition, job).then(
              () => boss.complete(definition.name, job.id),
              (error: Error) => boss.fail(definition.name, job.id, { message: error.message }),
            );
            count += 1;
          }
        }
      }
      return count;
    },
  };
}

/** Jobs that no setting asks for any more do not come up again. */
async function forgetSchedules(boss: PgBoss, known: ReadonlyMap<string, unknown>): Promise<void> {
  for (const { name } of await boss.getSchedules()) {
    if (!known.has(name)) await boss.unschedule(name);
  }
}

/**
 * The unprivileged role sends jobs and shows failed ones. The wall between organisations goes through the queue, too:
 * a job names its organisation, and those of others are neither read nor made. Jobs of none are the clock's.
 */
async function grantSending(owner: ClientConfig): Promise<void> {
  await withClient(owner, (client) =>
    client.query(`grant usage on schema ${schema} to ${appRole};
      grant select, insert on all tables in schema ${schema} to ${appRole};
      grant execute on all functions in schema ${schema} to ${appRole};
      do $$
      declare bare regclass;
      begin
        for bare in
          select c.oid from pg_class c
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'data'
          join pg_attribute k on k.attrelid = c.oid and k.attname = 'singleton_key'
          where c.relnamespace = '${schema}'::regnamespace and c.relkind in ('r', 'p')
            and not c.relrowsecurity
        loop
          execute format('alter table %s enable row level security', bare);
          execute format('create policy tenant on %s to ${appRole} using (${ofThisOrganisation})
            with check (${ofThisOrganisation})', bare);
        end loop;
      end $$`),
  );
}

/** While the database is away the queue has a fault many times a second; one line in ten seconds says as much. */
function seldom<T>(work: (value: T) => void): (value: T) => void {
  let isQuiet = false;
  return (value) => {
    if (isQuiet) return;
    isQuiet = true;
    setTimeout(() => {
      isQuiet = false;
    }, 10_000).unref();
    work(value);
  };
}
