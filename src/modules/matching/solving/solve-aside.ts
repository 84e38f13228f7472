import { Worker } from 'node:worker_threads';
import type { Wishes } from '../allocation/allocation.ts';
import type { DeskFacts } from '../allocation/desk.ts';
import type { SolveProgress } from './desk-solve.ts';
import type { Solved } from './solve-desk.ts';

export interface SolveOrder {
  facts: DeskFacts;
  wishes: Wishes;
  salt: string;
}

export type SolveNews =
  | { kind: 'progress'; progress: SolveProgress }
  | { kind: 'done'; solved: Solved };

/** After this the worker is killed; a job of the queue expires after 15 minutes. */
const mostMinutes = 10;

/** Enough for ten times 2,000 needs with 400 mentors, and not the whole machine. */
const mostMegabytes = 2048;

/** Solves in a thread of its own, so that pages go on being answered meanwhile. */
export function solveAside(
  order: SolveOrder,
  onProgress: (progress: SolveProgress) => void,
): Promise<Solved> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./solve-worker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    const fail = (error: Error) => {
      clearTimeout(limit);
      reject(error);
      void worker.terminate();
    };
    const limit = setTimeout(
      () => fail(new Error(`the solve took more than ${mostMinutes} minutes`)),
      mostMinutes * 60_000,
    );
    worker.on('message', (news: SolveNews) => {
      if (news.kind === 'progress') return onProgress(news.progress);
      clearTimeout(limit);
      resolve(news.solved);
      void worker.terminate();
    });
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`the solve ended without an answer (${code})`)));
  });
}
