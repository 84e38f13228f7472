import { parseArgs } from 'node:util';
import { type CliCommand, sayAside } from './command-line.ts';
import { UsageError } from './solve-files.ts';
import { helpOfProblem, problems, solveHelp } from './solve-help.ts';
import type { PlanKind } from './solve-plan.ts';

const options = {
  out: { type: 'string', short: 'o' },
  gap: { type: 'string' },
  seconds: { type: 'string' },
} as const;

interface Wishes {
  readonly out: string | undefined;
  readonly gap: number;
  readonly wallMs: number;
}

export const solve: CliCommand = {
  name: 'solve',
  summary: 'solves a file: matching, panel, dates or portfolio; or checks an answer',
  help: solveHelp,
  helpOf: ([problem]) => helpOfProblem(problem),
  async run(args) {
    try {
      return await runProblem(args);
    } catch (error) {
      return tellWrong(error, args);
    }
  },
};

/** The same as `solve verify`: checks an answer. */
export const verifyCommand: CliCommand = {
  name: 'verify',
  summary: 'proves a backup (verify FILE), or an allocation from its prices (verify IN OUT)',
  help: `Usage: npm run espalier -- verify FILE
       npm run espalier -- verify IN OUT

One file is a backup: it is restored into a server that is thrown away, every table and audit chain
is compared, and the code is 0 when all of it is there. Two files are an allocation:

${helpOfProblem('verify') ?? ''}`,
  async run(args, env) {
    const [file, ...others] = args.filter((word) => !word.startsWith('-'));
    if (file === undefined || others.length > 0) return solve.run(['verify', ...args], env);
    const { verifyBackupFile } = await import('./verify-backup.ts');
    return verifyBackupFile(file, env);
  },
};

async function runProblem(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [name, ...paths] = positionals;
  const problem = problems.find((one) => one === name);
  if (problem === undefined) {
    throw new UsageError(
      name === undefined ? 'Say what to solve.' : `"${name}" is nothing that can be solved.`,
    );
  }
  const [path, second, ...rest] = paths;
  const count = problem === 'verify' ? 2 : 1;
  if (path === undefined || paths.length !== count || rest.length > 0) {
    throw new UsageError(
      count === 1 ? `solve ${problem} needs one file.` : 'verify needs two files: IN and OUT.',
    );
  }
  if (problem === 'verify') {
    const { verifyMatching } = await import('./solve-matching.ts');
    return verifyMatching(path, second ?? '');
  }
  return solveFile(problem, path, {
    out: values.out,
    gap: numberOf('gap', values.gap, { standard: 0.001, max: 1 }),
    wallMs: 1000 * numberOf('seconds', values.seconds, { standard: 60, max: 86_400 }),
  });
}

async function solveFile(
  problem: 'matching' | PlanKind,
  path: string,
  wishes: Wishes,
): Promise<number> {
  if (problem === 'matching') {
    const { solveMatching } = await import('./solve-matching.ts');
    return solveMatching(path, wishes.out);
  }
  const { solvePlan } = await import('./solve-plan.ts');
  return solvePlan(problem, path, wishes);
}

function numberOf(
  name: string,
  text: string | undefined,
  { standard, max }: { standard: number; max: number },
): number {
  if (text === undefined) return standard;
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= max)) {
    throw new UsageError(`--${name} must be a number from 0 to ${max}.`);
  }
  return value;
}

/** 2 for what was asked wrongly, 1 for what a file holds; anything else is a fault and is thrown on. */
function tellWrong(error: unknown, args: readonly string[]): number {
  if (!(error instanceof Error)) throw error;
  const isUsage =
    error.name === 'UsageError' ||
    ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  if (isUsage) {
    const topic = problems.find((one) => one === args[0]);
    const help = ['npm run espalier -- solve', ...(topic === undefined ? [] : [topic]), '--help'];
    sayAside(`${error.message}\n${help.join(' ')} says how to ask.`);
    return 2;
  }
  if (error.name === 'InputError' || error.name === 'AppError') {
    sayAside(error.message);
    return 1;
  }
  throw error;
}
