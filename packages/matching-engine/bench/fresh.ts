import { graphOfShape, inputOf } from './instances.ts';
import { match } from '../src/match.ts';
import { solve } from '../src/solve.ts';

/** One first run in a process of its own: milliseconds and most memory in MB, for the shape given as JSON. */
const shape = JSON.parse(process.argv[2] ?? '{}') as Parameters<typeof graphOfShape>[0];
const graph = graphOfShape(shape);
const whole = process.argv[3] === 'whole' ? inputOf(graph) : null;
const from = performance.now();
if (whole) match(whole);
else solve(graph);
const ms = performance.now() - from;
console.log(JSON.stringify({ ms, mb: process.resourceUsage().maxRSS / 1024 }));
