import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PlainModel } from './model.ts';

export interface WorkerJob {
  readonly id: number;
  readonly model: PlainModel;
  /** A feasible answer to begin with. */
  readonly start: Float64Array | null;
  /** Stop when the answer is proved to be within this share of the best. */
  readonly gap: number;
  readonly seconds: number;
  /** Whether an infeasible model's conflicting rows are wanted. */
  readonly wantsRows: boolean;
}

export type WorkerNews =
  | { id: number; kind: 'better'; values: Float64Array; objective: number }
  | { id: number; kind: 'bound'; bound: number }
  | {
      id: number;
      kind: 'done';
      end: 'solved' | 'stopped' | 'infeasible';
      values: Float64Array | null;
      objective: number | null;
      bound: number | null;
      rows: Int32Array | null;
    };

export interface Progress {
  /** Value of the best answer so far; null before the first. */
  readonly value: number | null;
  /** No answer can be worth more than this; null before it is known. */
  readonly bound: number | null;
}

export interface SolveOptions {
  readonly gap: number;
  /** After this the worker is killed. HiGHS is asked to stop a little before, but does not always. */
  readonly wallMs: number;
  readonly start?: Float64Array;
  readonly wantsRows?: boolean;
  readonly signal?: AbortSignal;
  onProgress?(progress: Progress): void;
}

export interface Solved {
  readonly end: 'solved' | 'stopped' | 'infeasible';
  readonly values: Float64Array | null;
  readonly objective: number | null;
  readonly bound: number;
  readonly rows: readonly number[];
}

/** One worker, one job at a time; others wait. A worker that was killed is replaced by the next job. */
export class Solver {
  #worker: Worker | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #lastId = 0;

  /** Solves, or gives the best that was known when the time was over or the signal came. */
  solve(model: PlainModel, options: SolveOptions): Promise<Solved> {
    const turn = this.#queue.then(() => this.#run(model, options));
    this.#queue = turn.catch(() => null);
    return turn;
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.#kill();
  }

  #run(model: PlainModel, options: SolveOptions): Promise<Solved> {
    const { signal, wallMs } = options;
    if (signal?.aborted) return Promise.resolve(stopped(null, null, null));
    const worker = this.#open();
    const id = ++this.#lastId;
    let values: Float64Array | null = null;
    let objective: number | null = null;
    let bound: number | null = null;
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(limit);
        signal?.removeEventListener('abort', cut);
        worker.off('message', hear).off('error', fail).off('exit', leave);
        worker.unref();
        settle();
      };
      const cut = () =>
        end(() => {
          void this.#kill();
          resolve(stopped(values, objective, bound));
        });
      const fail = (error: Error) =>
        end(() => {
          void this.#kill();
          reject(new Error(`The solver broke off: ${error.message}`, { cause: error }));
        });
      const leave = (code: number) => fail(new Error(`its worker ended with ${code}`));
      const hear = (news: WorkerNews) => {
        if (news.id !== id) return;
        if (news.kind === 'done')
          return end(() => resolve(solved(news, { values, objective, bound })));
        if (news.kind === 'bound') bound = finite(news.bound);
        else ({ values, objective } = news);
        options.onProgress?.({ value: objective, bound });
      };
      const limit = setTimeout(cut, wallMs);
      signal?.addEventListener('abort', cut, { once: true });
      worker.on('message', hear).on('error', fail).on('exit', leave);
      worker.ref();
      const job: WorkerJob = {
        id,
        model,
        start: options.start ?? null,
        gap: options.gap,
        seconds: (wallMs / 1000) * 0.95,
        wantsRows: options.wantsRows ?? false,
      };
      worker.postMessage(job);
    });
  }

  #open(): Worker {
    this.#worker ??= new Worker(workerFile(dirname(fileURLToPath(import.meta.url))));
    return this.#worker;
  }

  async #kill(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

/** The worker's file beside this one, or in the project above when this file was bundled into another. */
function workerFile(from: string): string {
  const beside = join(from, 'highs-worker.mjs');
  if (existsSync(beside)) return beside;
  const below = join(from, 'packages/matching-engine/planner/highs-worker.mjs');
  if (existsSync(below)) return below;
  const parent = dirname(from);
  if (parent === from) throw new Error('highs-worker.mjs is not where the planner looks for it.');
  return workerFile(parent);
}

function solved(
  news: Extract<WorkerNews, { kind: 'done' }>,
  heard: { values: Float64Array | null; objective: number | null; bound: number | null },
): Solved {
  return {
    end: news.end,
    values: news.values ?? heard.values,
    objective: news.values === null ? heard.objective : news.objective,
    bound: finite(news.bound ?? heard.bound) ?? Infinity,
    rows: news.rows === null ? [] : [...news.rows],
  };
}

function stopped(
  values: Float64Array | null,
  objective: number | null,
  bound: number | null,
): Solved {
  return { end: 'stopped', values, objective, bound: bound ?? Infinity, rows: [] };
}

function finite(bound: number | null): number | null {
  return bound !== null && Number.isFinite(bound) ? bound : null;
}

/** The planner's one solver; its idle worker does not keep the process alive. */
export const sharedSolver = new Solver();
