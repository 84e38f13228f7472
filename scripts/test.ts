import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ensureBuild } from '../src/cli/build.ts';
import { type GateResult, runGates } from './check/gates.ts';

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const root = join(import.meta.dirname, '..');
const cache = join(root, '.cache');
const reportFile = join(cache, 'test-report.json');

/** `npm test`: gates, build, then every test. With names of files it runs only those tests. */
async function main(wanted: readonly string[]): Promise<boolean> {
  const tallies: Tally[] = [];
  if (wanted.length === 0) {
    console.log('Checking the code.');
    const gates = await runGates(undefined, sayGate);
    tallies.push(tallyOf(gates.map(({ ok }) => ok)));
    tallies.push(tallyOf([await build()]));
  }
  console.log('Running the tests.');
  tallies.push(await runTests(wanted));
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  const skipped = sum('skipped');
  if (skipped > 0) console.log(`\n${skipped} skipped, each says why.`);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0;
}

async function build(): Promise<boolean> {
  try {
    await ensureBuild(console.log);
    return true;
  } catch (error) {
    console.log(`FAILED  build\n${(error as Error).message}`);
    return false;
  }
}

async function runTests(wanted: readonly string[]): Promise<Tally> {
  await mkdir(cache, { recursive: true });
  await rm(reportFile, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const code = await runNode('node_modules/vitest/vitest.mjs', [...args, ...wanted]);
  const text = await readFile(reportFile, 'utf8').catch(() => null);
  if (text === null) {
    console.log('FAILED  the test runner ended without a report');
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const report = JSON.parse(text) as TestReport;
  const lost = sayFailures(report);
  const tally = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + lost,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  const ranNone = tally.passed + tally.failed === 0;
  // An error outside every test, and a run without a test, are failures that nobody else counts.
  if (tally.failed === 0 && (code !== 0 || ranNone)) return { ...tally, failed: 1 };
  return tally;
}

/** Names what failed once more at the end; gives how many files failed before their tests could run. */
function sayFailures(report: TestReport): number {
  let lost = 0;
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    for (const { fullName } of failed) {
      console.log(`FAILED  ${relative(root, file.name)}: ${fullName}`);
    }
    if (file.status !== 'failed' || failed.length > 0) continue;
    lost += 1;
    console.log(`FAILED  ${relative(root, file.name)}: ${file.message.split('\n')[0]}`);
  }
  return lost;
}

function runNode(program: string, args: readonly string[]): Promise<number | null> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(root, program), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'test' },
    });
    child.once('error', failed);
    child.once('close', done);
  });
}

function tallyOf(outcomes: readonly boolean[]): Tally {
  const passed = outcomes.filter(Boolean).length;
  return { passed, failed: outcomes.length - passed, skipped: 0 };
}

function sayGate({ name, ok, output, seconds }: GateResult): void {
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output.replace(/^/gm, '        '));
}

process.channel?.unref();
process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
