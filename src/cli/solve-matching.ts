import { match } from '../../packages/matching-engine/src/match.ts';
import { type MatchResult, parseMatchInput } from '../../packages/matching-engine/src/problem.ts';
import { verify } from '../../packages/matching-engine/src/verify.ts';
import { AppError } from '../kernel/errors.ts';
import { plural } from '../kernel/text.ts';
import { say, sayAside } from './command-line.ts';
import { readJson, writeJson } from './solve-files.ts';

/** Solves a file of needs and mentors. The answer is checked by the independent checker before it is told. */
export async function solveMatching(path: string, out: string | undefined): Promise<number> {
  const input = parseMatchInput(await readJson(path));
  const result = match(input);
  const verdict = verify(input, result);
  if (!verdict.ok) throw new Error(`The answer is wrong: ${verdict.at} ${verdict.why}.`);
  await writeJson(result, out);
  const { assigned, unmatched, objective } = result;
  sayAside(
    `${plural(assigned.length, 'need')} assigned, ${unmatched.length} not; objective ${objective}, proved.`,
  );
  return 0;
}

/** Checks an answer against its input, whoever made it. */
export async function verifyMatching(inputPath: string, resultPath: string): Promise<number> {
  const input = parseMatchInput(await readJson(inputPath));
  const result = parseMatchResult(await readJson(resultPath), resultPath);
  const verdict = verify(input, result);
  if (!verdict.ok) {
    sayAside(`Not proved: ${verdict.at} ${verdict.why}.`);
    return 1;
  }
  say(`Proved: no allocation is better than ${result.objective}.`);
  return 0;
}

/** Makes sure that the checker finds lists and objects where it reads them; their content is its business. */
function parseMatchResult(json: unknown, path: string): MatchResult {
  const top = isRecord(json) ? json : {};
  const { assigned, unmatched, prices, values, certificate } = top;
  const isAnswer =
    Array.isArray(assigned) &&
    assigned.every(isRecord) &&
    Array.isArray(unmatched) &&
    [prices, values, certificate].every(isRecord);
  if (!isAnswer) {
    throw new AppError(
      'invalid',
      `${path} is no answer of \`solve matching\`: it needs assigned, unmatched, prices, values, certificate.`,
    );
  }
  return json as MatchResult;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
