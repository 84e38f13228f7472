import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { lowerPrices } from '../src/smallest-prices.ts';
import { Market } from '../src/market.ts';
import { match } from '../src/match.ts';
import { solve } from '../src/solve.ts';
import { seeded } from '../src/test/instances.ts';
import { verify } from '../src/verify.ts';
import { type Run, denseRun, highsRun, lemonProgram, lemonRun } from './contestants.ts';
import { type Shape, graphOfShape, inputOf } from './instances.ts';

const quick = process.argv.includes('--quick');
const shapes: Shape[] = [
  { name: '100 × 20', needs: 100, mentors: 20, pairs: 17, fill: 0.8 },
  { name: '1k × 200', needs: 1_000, mentors: 200, pairs: 50, fill: 0.8 },
  { name: '1k × 200, scarce', needs: 1_000, mentors: 200, pairs: 50, fill: 1.1 },
  { name: '10k × 2k', needs: 10_000, mentors: 2_000, pairs: 50, fill: 0.8 },
  { name: '10k × 2k, scarce', needs: 10_000, mentors: 2_000, pairs: 50, fill: 1.1 },
  { name: '100k × 20k', needs: 100_000, mentors: 20_000, pairs: 30, fill: 0.8 },
  { name: '100k × 20k, scarce', needs: 100_000, mentors: 20_000, pairs: 30, fill: 1.1 },
];
const lemon = lemonProgram();
if (lemon === null) console.log('LEMON: left out, no g++ with its headers here.\n');

/** All contestants take turns in each round, so that a busy minute is busy for all. */
for (const shape of shapes) await compare(shape);
edits();
programme();

async function compare(shape: Shape): Promise<void> {
  const graph = graphOfShape(shape);
  const rounds = shape.needs > 10_000 ? 3 : shape.needs > 1_000 ? 7 : 15;
  const own: number[] = [];
  const lemons: number[] = [];
  const highs: number[] = [];
  const dense: number[] = [];
  const found = new Set<number>();
  const note = (list: number[], run: Run) => {
    list.push(run.ms);
    found.add(run.optimum);
  };
  const highsRounds = shape.needs > 10_000 ? 0 : shape.needs > 1_000 ? (quick ? 0 : 1) : 5;
  const denseRounds = shape.needs > 1_000 ? 0 : shape.needs > 100 ? 2 : 5;
  ownRun(shape);
  for (let round = 0; round < rounds; round += 1) {
    note(own, ownRun(shape));
    if (lemon !== null && (shape.needs <= 10_000 || (round === 0 && !quick)))
      note(lemons, lemonRun(lemon, graph));
    if (round < highsRounds) note(highs, await highsRun(graph));
    if (round < denseRounds) note(dense, denseRun(graph));
  }
  const fresh = freshRun(shape, 'solve');
  const base = median(own);
  const beside = (name: string, list: number[], aim = '') =>
    list.length === 0
      ? []
      : [`${name} ${shown(median(list))} (own ${ratio(base, median(list))} of it${aim})`];
  console.log(
    [
      `${shape.name.padEnd(20)} own ${shown(base)} warm, ${shown(fresh.ms)} fresh, ${fresh.mb.toFixed(0)} MB`,
      ...beside('LEMON', lemons, shape.needs >= 10_000 ? '; aim ≤ 0.6' : ''),
      ...beside('highs', highs, shape.needs === 10_000 ? '; aim ≤ 0.05' : ''),
      ...beside('dense', dense),
      found.size === 1 ? 'same optimum' : `DIFFERENT OPTIMA ${[...found].join(' ')}`,
    ].join('\n  '),
  );
  if (found.size !== 1) process.exitCode = 1;
}

/** The solve itself, with the smallest prices, on numbers: what the others do, and prices besides. */
function ownRun(shape: Shape): Run {
  const graph = graphOfShape(shape);
  const from = performance.now();
  const flow = solve(graph);
  lowerPrices(flow);
  const ms = performance.now() - from;
  let optimum = 0;
  for (const [i, arc] of flow.arcAt.entries()) {
    optimum += (arc < 0 ? graph.rest[i] : graph.weight[arc]) ?? NaN;
  }
  return { ms, optimum };
}

/** What a match desk asks for: names in, names out, prices, ties, why not, runner-up; and the proof of all pairs. */
function programme(): void {
  for (const shape of [shapes[0], shapes[1], shapes[3]]) {
    if (!shape) continue;
    const input = inputOf(graphOfShape(shape));
    const whole: number[] = [];
    const proof: number[] = [];
    const asked: number[] = [];
    for (let round = 0; round < (shape.needs > 1_000 ? 5 : 40); round += 1) {
      let from = performance.now();
      const result = match(input);
      whole.push(performance.now() - from);
      from = performance.now();
      if (!verify(input, result).ok) throw new Error('A result does not verify.');
      proof.push(performance.now() - from);
      if (shape.needs > 100) continue;
      from = performance.now();
      const market = new Market(input);
      for (const { need } of result.assigned) market.runnerUp(need);
      asked.push(performance.now() - from);
    }
    const extra = asked.length > 0 ? `, every runner-up ${shown(median(asked))}` : '';
    console.log(
      `${shape.name.padEnd(20)} names in and out with prices, ties, certificate ${shown(median(whole))}${shape.needs === 100 ? ' (aim < 5 ms)' : shape.needs === 1_000 ? ' (aim ≤ 25 ms)' : ''}; proof of all pairs ${shown(median(proof))}${extra}`,
    );
  }
}

function edits(): void {
  for (const shape of [shapes[1], shapes[3]]) {
    if (!shape) continue;
    const random = seeded(9);
    const input = inputOf(graphOfShape(shape));
    const market = new Market(input);
    const times: number[] = [];
    for (let edit = 0; edit < 600; edit += 1) {
      const need = input.needs[random(shape.needs)];
      const mentor = `m${random(shape.mentors)}`;
      if (!need) continue;
      const pairs = need.pairs.map((pair) => ({ mentor: pair.mentor, fit: random(10_000) }));
      const from = performance.now();
      if (edit % 3 === 0) market.apply({ kind: 'need', need: need.id, pairs });
      else market.apply({ kind: 'places', mentor, places: edit % 3 === 1 ? 4 : 8 });
      times.push(performance.now() - from);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => shown(times[Math.floor(times.length * share)] ?? NaN);
    console.log(
      `${shape.name.padEnd(20)} one edit p50 ${at(0.5)}, p95 ${at(0.95)}${shape.needs === 10_000 ? ' (aim < 6 ms)' : ''}, p99 ${at(0.99)}`,
    );
  }
}

function freshRun(shape: Shape, what: string): { ms: number; mb: number } {
  const file = fileURLToPath(new URL('fresh.ts', import.meta.url));
  const ran = spawnSync(process.execPath, [file, JSON.stringify(shape), what], {
    encoding: 'utf8',
  });
  return JSON.parse(ran.stdout) as { ms: number; mb: number };
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
}

function shown(ms: number): string {
  return ms < 100 ? `${ms.toFixed(ms < 10 ? 2 : 1)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

function ratio(own: number, other: number): string {
  return (own / other).toFixed(3);
}
