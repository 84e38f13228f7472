import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import loadHighs, { type Highs } from 'highs';
import { linearSumAssignment } from 'linear-sum-assignment';
import type { Graph } from '../src/graph.ts';

/** Milliseconds of one run and the optimum it found. */
export interface Run {
  ms: number;
  optimum: number;
}

type HighsLoader = () => Promise<Highs>;

/** HiGHS by dual simplex on the linear programme; the model is built outside the time. */
export async function highsRun(graph: Graph): Promise<Run> {
  // Its declarations describe the CommonJS file; the module's default export is the loader itself.
  const highs = await (loadHighs as unknown as HighsLoader)();
  const { needs: n, mentors: m } = graph;
  const arcs = graph.mentorOf.length;
  const columns = arcs + n;
  const byMentor: number[][] = Array.from({ length: m }, () => []);
  const starts = new Int32Array(n + m + 1);
  const indices: number[] = [];
  for (let i = 0; i < n; i += 1) {
    for (let arc = graph.start[i] ?? 0; arc < (graph.end[i] ?? 0); arc += 1) {
      indices.push(arc);
      byMentor[graph.mentorOf[arc] ?? 0]?.push(arc);
    }
    indices.push(arcs + i);
    starts[i + 1] = indices.length;
  }
  for (const [j, list] of byMentor.entries()) {
    for (const arc of list) indices.push(arc);
    starts[n + j + 1] = indices.length;
  }
  const colCost = new Float64Array(columns);
  colCost.set(graph.weight);
  colCost.set(graph.rest, arcs);
  const rowUpper = new Float64Array(n + m).fill(1);
  rowUpper.set(graph.most, n);
  const model = {
    numCols: columns,
    numRows: n + m,
    sense: highs.constants.objectiveSense.maximize,
    colCost,
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(1),
    rowLower: Float64Array.from({ length: n + m }, (_, row) => (row < n ? 1 : 0)),
    rowUpper,
    matrix: {
      format: 'csr' as const,
      numRows: n + m,
      numCols: columns,
      starts,
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
  };
  return highs.withModel(model, (solving) => {
    solving.options.set({ output_flag: false });
    const from = performance.now();
    solving.run();
    return { ms: performance.now() - from, optimum: Math.round(solving.getObjectiveValue()) };
  });
}

/** The best dense package: places become columns, staying unmatched a column per need. */
export function denseRun(graph: Graph): Run {
  const columns: number[] = [];
  for (const [j, places] of graph.most.entries())
    for (let k = 0; k < places; k += 1) columns.push(j);
  const impossible = -1e9;
  const matrix = Array.from({ length: graph.needs }, (_, i) => {
    const fits = new Float64Array(graph.mentors).fill(impossible);
    for (let arc = graph.start[i] ?? 0; arc < (graph.end[i] ?? 0); arc += 1) {
      fits[graph.mentorOf[arc] ?? 0] = graph.weight[arc] ?? 0;
    }
    const rests = Float64Array.from({ length: graph.needs }, () => graph.rest[i] ?? 0);
    return Float64Array.from([...columns.map((j) => fits[j] ?? impossible), ...rests]);
  });
  const from = performance.now();
  const found = linearSumAssignment(matrix);
  const ms = performance.now() - from;
  let optimum = 0;
  for (const [i, column] of found.rowAssignments.entries()) optimum += matrix[i]?.[column] ?? NaN;
  return { ms, optimum };
}

/** LEMON's network simplex where a C++ compiler and LEMON are installed; null elsewhere. */
export function lemonProgram(): string | null {
  if (!existsSync('/usr/include/lemon/network_simplex.h')) return null;
  const program = join(mkdtempSync(join(tmpdir(), 'lemon-')), 'lemon');
  const source = fileURLToPath(new URL('lemon.cpp', import.meta.url));
  const made = spawnSync('g++', ['-O3', '-march=native', '-std=c++17', '-o', program, source]);
  return made.status === 0 ? program : null;
}

export function lemonRun(program: string, graph: Graph): Run {
  const arcs = graph.mentorOf.length;
  const bytes = Buffer.concat(
    [
      Int32Array.of(graph.needs, graph.mentors, arcs),
      graph.most,
      Int32Array.from(graph.rest, (rest) => 0 - rest),
      graph.end,
      graph.mentorOf,
      Int32Array.from(graph.weight),
    ].map((each) => Buffer.from(each.buffer, each.byteOffset, each.byteLength)),
  );
  const ran = spawnSync(program, ['1'], { input: bytes, encoding: 'utf8', maxBuffer: 2 ** 20 });
  const [ms, optimum] = ran.stdout.trim().split(' ').map(Number);
  return { ms: ms ?? NaN, optimum: optimum ?? NaN };
}
