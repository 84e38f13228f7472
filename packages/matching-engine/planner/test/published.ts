import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Model } from '../model.ts';

const folder = fileURLToPath(new URL('../../../../../shared/bench-data/', import.meta.url));

/** Whether the published instances lie beside the project; they are no part of it. */
export const havePublished = existsSync(`${folder}optima.json`);

export interface Optima {
  gapMax: Record<string, number[]>;
  setCover: Record<string, number>;
  mknap1: number[];
  mknapcb1First10: number[];
}

export function optima(): Optima {
  return JSON.parse(readFileSync(`${folder}optima.json`, 'utf8')) as Optima;
}

/** A model, and how to get a published value from the value that is maximised. */
export interface Instance {
  readonly name: string;
  readonly model: Model;
  readonly best: number;
  readonly sign: 1 | -1;
}

/** OR-Library, generalised assignment: jobs to agents with limited capacity, most profit. */
export function gapInstances(file: string): Instance[] {
  const read = numbers(`orlib/${file}.txt`);
  return Array.from({ length: read() }, (_, at) => {
    const agents = read();
    const jobs = read();
    const profit = table(agents, jobs, read);
    const weight = table(agents, jobs, read);
    const model = new Model();
    const given = profit.map((row) => row.map((worth) => model.yesNo(worth)));
    for (let job = 0; job < jobs; job++) {
      model.row(
        given.map((row) => [row[job]!, 1]),
        { min: 1, max: 1 },
      );
    }
    for (let agent = 0; agent < agents; agent++) {
      model.row(
        given[agent]!.map((one, job) => [one, weight[agent]![job]!]),
        { max: read() },
      );
    }
    const best = optima().gapMax[file]![at]!;
    return { name: `${file} ${at + 1}`, model, best, sign: 1 as const };
  });
}

/** OR-Library, set covering: the cheapest columns that cover every row. */
export function setCoverInstance(file: string): Instance {
  const read = numbers(`orlib/${file}.txt`);
  const rows = read();
  const columns = read();
  const model = new Model();
  for (let column = 0; column < columns; column++) model.yesNo(-read());
  for (let row = 0; row < rows; row++) {
    const covering = Array.from({ length: read() }, () => [read() - 1, 1] as const);
    model.row(covering, { min: 1 });
  }
  return { name: file, model, best: optima().setCover[file]!, sign: -1 };
}

/** OR-Library, knapsacks with several limits. */
export function knapsackInstances(file: 'mknap1' | 'mknapcb1'): Instance[] {
  const read = numbers(`orlib/${file}.txt`);
  const best = file === 'mknap1' ? optima().mknap1 : optima().mknapcb1First10;
  const count = Math.min(read(), best.length);
  return Array.from({ length: count }, (_, at) => {
    const items = read();
    const limits = read();
    read();
    const model = new Model();
    for (let item = 0; item < items; item++) model.yesNo(read());
    const weights = table(limits, items, read);
    for (const row of weights) {
      model.row(
        row.map((weight, item) => [item, weight] as const),
        { max: read() },
      );
    }
    return { name: `${file} ${at + 1}`, model, best: best[at]!, sign: 1 as const };
  });
}

export interface Graph {
  vertices: number;
  edges: [number, number][];
}

/** DIMACS, graph colouring: pairs of vertices that may not share a colour. */
export function colouring(file: string): Graph {
  const lines = readFileSync(`${folder}coloring/${file}.col`, 'utf8').split('\n');
  const header = lines.find((line) => line.startsWith('p '))!.split(/\s+/);
  const pairs = lines
    .filter((line) => line.startsWith('e '))
    .map((line): [number, number] => {
      const [, a, b] = line.split(/\s+/).map(Number);
      return [Math.min(a!, b!) - 1, Math.max(a!, b!) - 1];
    });
  const edges = [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
  return { vertices: Number(header[2]), edges };
}

function numbers(file: string): () => number {
  const all = readFileSync(`${folder}${file}`, 'utf8').split(/\s+/).filter(Boolean).map(Number);
  let at = 0;
  return () => all[at++]!;
}

function table(rows: number, columns: number, read: () => number): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, read));
}
