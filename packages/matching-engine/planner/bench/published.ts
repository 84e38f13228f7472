import { proofOf } from '../proved.ts';
import { Solver } from '../solver.ts';
import {
  gapInstances,
  havePublished,
  type Instance,
  knapsackInstances,
  optima,
  setCoverInstance,
} from '../test/published.ts';

/** Solves every published instance with its optimum and prints what was proved, and in what time. */
async function main(wallMs: number): Promise<void> {
  if (!havePublished) {
    console.log('Skipped: the published instances are not there (../shared/bench-data).');
    return;
  }
  const known = optima();
  const instances: Instance[] = [
    ...Object.keys(known.gapMax).flatMap(gapInstances),
    ...Object.keys(known.setCover).map(setCoverInstance),
    ...knapsackInstances('mknap1'),
    ...knapsackInstances('mknapcb1'),
  ];
  const solver = new Solver();
  let proved = 0;
  for (const { name, model, best, sign } of instances) {
    const from = performance.now();
    const solved = await solver.solve(model.plain(), { gap: 0, wallMs });
    const seconds = ((performance.now() - from) / 1000).toFixed(2);
    const value = Math.round(1e6 * (solved.objective ?? NaN)) / 1e6;
    const { status, bound } = proofOf(solved, value, Number.isInteger(best));
    const isRight = status === 'optimal' && value * sign === best;
    if (isRight) proved++;
    const told = isRight ? 'proved' : `${status}, bound ${(bound ?? NaN) * sign}`;
    console.log(
      `${name.padEnd(12)} ${String(value * sign).padStart(8)} of ${best}  ${seconds} s  ${told}`,
    );
  }
  await solver.close();
  console.log(`${proved} of ${instances.length} proved to be the published optimum.`);
}

await main(1000 * Number(process.argv[2] ?? 60));
