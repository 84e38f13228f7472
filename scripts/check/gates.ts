import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkCommands } from './commands.ts';
import { checkDocuments } from './documents.ts';
import { checkImports } from './imports.ts';
import { checkLockfile } from './lockfile.ts';
import { checkPermissions } from './permissions.ts';
import { checkSourceRules } from './source-rules.ts';
import { checkVerbs } from './verbs.ts';
import { checkVocabulary } from './vocabulary.ts';

export interface Gate {
  readonly name: string;
  /** Gives what is wrong, a line or a block each; nothing means passed. */
  run(): Promise<string[]> | string[];
}

export interface GateResult {
  readonly name: string;
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that can be said of the code without running it. */
export const gates: readonly Gate[] = [
  {
    name: 'types',
    // What was checked before and has not changed is not checked again: 3 s instead of 17.
    run: () =>
      tool('typescript', 'bin/tsc', [
        ...['--noEmit', '--pretty', 'false'],
        ...['--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo'],
      ]),
  },
  { name: 'lint', run: () => tool('oxlint', 'bin/oxlint', ['--type-aware', '--format', 'unix']) },
  { name: 'format', run: () => tool('oxfmt', 'bin/oxfmt', ['--check']) },
  { name: 'imports', run: () => checkImports(root) },
  { name: 'vocabulary', run: () => checkVocabulary(root) },
  { name: 'source rules', run: () => checkSourceRules(root) },
  { name: 'commands', run: () => checkCommands(root) },
  { name: 'verbs', run: () => checkVerbs(root) },
  { name: 'permissions', run: () => checkPermissions(root) },
  { name: 'schema', run: checkSchema },
  { name: 'documents', run: () => checkDocuments(root) },
  { name: 'lockfile', run: () => checkLockfile(root) },
];

/** Runs the gates two at a time; `report` hears of each when it is through. */
export async function runGates(
  wanted: readonly Gate[] = gates,
  report: (result: GateResult) => void = () => undefined,
): Promise<GateResult[]> {
  const results = new Map<Gate, GateResult>();
  const waiting = [...wanted];
  const work = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      const result = await runGate(gate);
      results.set(gate, result);
      report(result);
    }
  };
  await Promise.all([work(), work()]);
  return wanted.flatMap((gate) => results.get(gate) ?? []);
}

async function runGate(gate: Gate): Promise<GateResult> {
  const begun = performance.now();
  let found: string[];
  try {
    found = await gate.run();
  } catch (error) {
    found = [
      `the check itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    ];
  }
  const seconds = (performance.now() - begun) / 1000;
  return { name: gate.name, ok: found.length === 0, output: found.join('\n'), seconds };
}

/** Runs a program of a package with the Node that runs this; its output is the finding when it fails. */
function tool(packageName: string, program: string, args: readonly string[]): Promise<string[]> {
  return node(join('node_modules', packageName, program), args);
}

function node(program: string, args: readonly string[]): Promise<string[]> {
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [join(root, program), ...args], options, (error, stdout, stderr) => {
      resolve(error ? [`${stdout}${stderr}`.trim() || error.message] : []);
    });
  });
}

/** The generated schema is that of the migrations; needs the test cluster, so it is a program of its own. */
function checkSchema(): Promise<string[]> | string[] {
  const program = 'scripts/schema.ts';
  return existsSync(join(root, program)) ? node(program, ['--check']) : [`${program} is missing`];
}
