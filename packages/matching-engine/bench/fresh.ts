import { existsSync, readFileSync } from 'node:fs';
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
// Not resourceUsage: its maximum begins with the parent's memory at the fork.
const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
console.log(JSON.stringify({ ms, mb: peak / 1024 }));
