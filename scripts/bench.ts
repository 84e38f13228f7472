import { parseArgs } from 'node:util';
import pg from 'pg';
import { openBenchCluster, type BenchDatabase } from '../bench/bench-cluster.ts';
import { type Child, startChild } from '../bench/child.ts';
import type { CommandResults, CommandsSettings } from '../bench/commands-process.ts';
import { fill, type Filled } from '../bench/fill.ts';
import { jobsOf } from '../bench/jobs.ts';
import { type Effort, measurePage, type PageResult } from '../bench/measure-pages.ts';
import { pagesOfReference } from '../bench/same-queries.ts';
import { startEspalier, startReference } from '../bench/site.ts';
import { tableOf } from '../bench/table.ts';
import { ensureBuild } from '../src/cli/build.ts';

const help = `Usage: npm run bench [-- --quick]

Measures Espalier against a bare node:http and pg server that runs the same queries, in one run and in turn.
Only ratios mean something: they stay when the machine is slow or busy.
  --quick   a third of the requests; noisier`;

const thorough: Effort = { warmUp: 400, rounds: 12, perRound: 120 };
const quick: Effort = { warmUp: 300, rounds: 5, perRound: 100 };

async function main(effort: Effort): Promise<void> {
  await ensureBuild(console.log);
  console.log('Making a database of its own.');
  const cluster = await openBenchCluster();
  const load = startChild('load.ts');
  const end = () => void cluster.close().finally(() => process.exit(130));
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    const small = await cluster.create('bench_small');
    const large = await cluster.create('bench_large');
    console.log('Filling it with 10,000 and with 100,000 enterprises.');
    const filledSmall = await fill(small, 10_000);
    const filledLarge = await fill(large, 100_000);
    const results = {
      small: await measurePages(small, filledSmall, load, effort),
      large: await measurePages(large, filledLarge, load, effort),
      commands: await measureCommands(small, filledSmall),
    };
    console.log(`\n${tableOf(results)}`);
  } finally {
    await load.stop();
    await cluster.close();
  }
}

async function measurePages(
  database: BenchDatabase,
  filled: Filled,
  load: Child,
  effort: Effort,
): Promise<PageResult[]> {
  const { pages, ...paths } = await pagesOfReference(database, filled);
  const espalier = await startEspalier(database, filled);
  const reference = await startReference(database, filled, pages);
  const client = new pg.Client(database.owner);
  await client.connect();
  try {
    const results: PageResult[] = [];
    for (const job of jobsOf(filled, paths)) {
      console.log(`Measuring in ${database.name}: ${job.name}.`);
      const result = await measurePage(job, { espalier, reference, load, client, effort });
      console.log(`  ${result.ratio.toFixed(1)} times the CPU of the reference.`);
      results.push(result);
    }
    return results;
  } finally {
    await client.end();
    await espalier.child.stop();
    await reference.child.stop();
  }
}

async function measureCommands(database: BenchDatabase, filled: Filled): Promise<CommandResults> {
  console.log('Measuring imports and rankings.');
  const child = startChild('commands-process.ts', {
    execArgv: ['--max-semi-space-size=16'],
  });
  const settings: CommandsSettings = { database, filled };
  return child.ask<CommandResults>(settings, 'results');
}

process.channel?.unref();
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (values.help) console.log(help);
else await main(values.quick ? quick : thorough);
