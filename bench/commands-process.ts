import { actorOfAccount } from '../src/web/actor.ts';
import { importList } from '../src/modules/intake/commands/import-list.ts';
import type { NeedToMatch } from '../src/modules/matching/candidate.ts';
import { candidateOf, meetingOf } from '../src/modules/matching/candidates.ts';
import { ownPageLine } from '../src/modules/matching/own-page/own-page-line-step.ts';
import { rankMentors } from '../src/modules/matching/ranking.ts';
import { rankMentorsForNeed } from '../src/modules/matching/reads.ts';
import { slotsOf } from '../src/modules/matching/slots.ts';
import { allJobs } from '../src/jobs/all-jobs.ts';
import { createApp } from '../src/platform/app.ts';
import type { Ctx } from '../src/platform/context.ts';
import { createLog } from '../src/platform/log.ts';
import { withClient } from '../src/platform/postgres/client.ts';
import { organisationOf } from '../src/web/session.ts';
import type { BenchDatabase } from './bench-cluster.ts';
import type { Filled } from './fill.ts';
import { copyRows, scratchTables } from './copy-rows.ts';
import { importFile } from './import-file.ts';

export interface CommandsSettings {
  readonly database: BenchDatabase;
  readonly filled: Filled;
}

export interface Timing {
  /** Elapsed milliseconds, one per round. */
  readonly ours: number[];
  readonly reference: number[];
}

export interface CommandResults {
  readonly imported: Timing;
  /** Bytes of text copied into columns of text, with no key and no rule. */
  readonly bareCopy: number[];
  /** From the rows to the ranking in words. */
  readonly ranking: number[];
  /** The same as CPU time, which another program on the machine does not lengthen. */
  readonly rankingCpu: number[];
  /** With everything that the page of a need reads before it, once the profiles are known. */
  readonly rankingWithRead: number[];
  /** The same when a process ranks for the first time and reads 2,000 profiles. */
  readonly firstRanking: number;
}

/** What is measured without pages: imports against COPY, and the ranking of mentors. */
async function measure({ database, filled }: CommandsSettings): Promise<CommandResults> {
  const running = createApp({
    connections: database,
    url: 'http://localhost:3000',
    secret: 'a secret of the bench that is long enough for anything',
    smtpUrl: null,
    jobs: allJobs,
    letterEnd: ownPageLine,
    log: createLog({ level: 'error' }),
  });
  await running.start({ work: false });
  try {
    const ctx = await managerCtx(running.app, filled);
    return {
      // First, because what imports leave in memory is not the ranking's.
      ...(await measureRanking(ctx, filled)),
      ...(await measureImport(ctx, { database, filled })),
    };
  } finally {
    await running.close();
  }
}

async function managerCtx(app: Ctx['app'], filled: Filled): Promise<Ctx> {
  const org = await organisationOf(app, filled.slug);
  if (!org) throw new Error('the organisation of the bench is gone');
  const actor = await app.database.read(org.orgId, (tx) =>
    actorOfAccount(tx, filled.userId, app.clock.now()),
  );
  if (!actor) throw new Error('the manager of the bench is gone');
  return { app, org, orgId: org.orgId, actor, clock: app.clock };
}

const rounds = 4;

async function measureImport(
  ctx: Ctx,
  { database, filled }: CommandsSettings,
): Promise<Pick<CommandResults, 'imported' | 'bareCopy'>> {
  const ours: number[] = [];
  const reference: number[] = [];
  const bareCopy: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const file = importFile(round);
    ours.push(
      await elapsed(async () => {
        const done = await importList(ctx, {
          target: { kind: 'enterprises', programmeId: filled.programmeId, enrols: true },
          fileName: `list-${round}.csv`,
          bytes: file.bytes,
        });
        if (done.created !== 10_000) throw new Error(`${done.created} of 10,000 rows were created`);
      }),
    );
    await withClient(database.owner, async (client) => {
      const tables = await scratchTables(client, file.firstNumber);
      reference.push(
        await elapsed(async () => {
          await client.query('begin');
          for (const { table, text } of tables)
            await copyRows(client, `copy ${table} from stdin`, text);
          await client.query('commit');
        }),
      );
      await client.query(
        `create temporary table plain_copy (${file.columns.map((_, at) => `c${at} text`).join(', ')})`,
      );
      bareCopy.push(
        await elapsed(() =>
          copyRows(
            client,
            'copy plain_copy from stdin (format csv, header)',
            Buffer.from(file.bytes),
          ),
        ),
      );
      for (const { table } of tables) await client.query(`drop table ${table}`);
    });
  }
  return {
    imported: { ours: ours.slice(1), reference: reference.slice(1) },
    bareCopy: bareCopy.slice(1),
  };
}

async function measureRanking(
  ctx: Ctx,
  filled: Filled,
): Promise<Pick<CommandResults, 'ranking' | 'rankingCpu' | 'rankingWithRead' | 'firstRanking'>> {
  const read = () =>
    ctx.app.database.read(ctx.orgId, (tx) => rankMentorsForNeed(tx, ctx, filled.needId));
  const began = performance.now();
  const { need, style, mentors, weights } = await read();
  const firstRanking = performance.now() - began;
  const wanted: NeedToMatch = {
    ...{ ...need, businessModel: null, place: null, contrast: [], slotsNeededPerMonth: 2 },
    languages: style?.languages ?? [],
    meeting: meetingOf(style?.meets ?? []),
    slots: slotsOf(style?.availability ?? []),
    style: style?.axes ?? null,
    vetoed: new Set(),
    triedForFit: new Set(),
  };
  const nobody = { conflicts: new Map(), vetoes: new Map() };
  const today = ctx.clock.today(ctx.org.zone);
  const candidates = [...mentors.values()].map((row) => candidateOf(row, nobody, today));
  if (candidates.length !== 2000) throw new Error(`${candidates.length} mentors can be ranked`);
  const ranking: number[] = [];
  const rankingCpu: number[] = [];
  for (let round = 0; round < 1200; round += 1) {
    const before = process.threadCpuUsage();
    ranking.push(await elapsed(async () => rankMentors(wanted, candidates, weights)));
    const { user, system } = process.threadCpuUsage(before);
    rankingCpu.push((user + system) / 1000);
  }
  const rankingWithRead: number[] = [];
  for (let round = 0; round < 25; round += 1) rankingWithRead.push(await elapsed(read));
  return {
    ranking: ranking.slice(200),
    rankingCpu: rankingCpu.slice(200),
    rankingWithRead: rankingWithRead.slice(5),
    firstRanking,
  };
}

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

process.once('message', (settings: CommandsSettings) => {
  measure(settings).then(
    (results) => process.send?.({ results }, () => process.disconnect()),
    (error: Error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
});
