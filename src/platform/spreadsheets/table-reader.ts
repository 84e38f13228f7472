import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { SheetHead } from './list-sheets.ts';
import type { SourceRow, Table, TableFailure, TableOptions } from './table.ts';

/** Reads files of strangers in a thread of its own, within limits, so that pages go on being answered. */
export interface TableReader {
  /** As `readTable`. */
  read(
    bytes: Uint8Array,
    fileName: string,
    options?: TableOptions,
  ): Promise<Result<Table, TableFailure>>;
  /** As `listSheets`. */
  sheets(bytes: Uint8Array, fileName: string): Promise<Result<SheetHead[], TableFailure>>;
  /** Gives up what is being read. */
  close(): Promise<void>;
}

export type ReadingOrder =
  | { what: 'sheets'; bytes: Uint8Array; fileName: string }
  | { what: 'table'; bytes: Uint8Array; fileName: string; options: TableOptions }
  | { what: 'more' };

export type ReadingNews =
  | { kind: 'sheets'; sheets: Result<SheetHead[], TableFailure> }
  | { kind: 'table'; table: Result<Table, TableFailure> }
  | { kind: 'rows'; rows: SourceRow[]; isLast: boolean };

/** A list of 100,000 rows takes 10 seconds on a slow machine, and half of this memory. */
const usual = { seconds: 60, megabytes: 1024, atATime: 2, waiting: 20 };

/** A worker with whoever listens to it just now. */
interface Thread {
  worker: Worker;
  hear(news: ReadingNews): void;
  fall(words: string): void;
}

const smallFile = 2_000_000;

export function createTableReader(limits: Partial<typeof usual> = {}): TableReader {
  const { seconds, megabytes, atATime, waiting } = { ...usual, ...limits };
  const threads = new Set<Thread>();
  const idle: Thread[] = [];
  const queue: (() => void)[] = [];
  let running = 0;

  async function inTurn<T>(work: () => Promise<Result<T, TableFailure>>) {
    if (running >= atATime) {
      if (queue.length >= waiting) {
        return fail('too-large', 'Many lists are being read just now. Try again in a minute.');
      }
      await new Promise<void>((resolve) => void queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  }

  function threadForUse(): Thread {
    const waiting = idle.pop();
    if (waiting) return waiting;
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const thread: Thread = { worker, hear: () => undefined, fall: () => undefined };
    worker.on('message', (news: ReadingNews) => thread.hear(news));
    worker.on('error', (error: Error & { code?: string }) => {
      thread.fall(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooFull : broken);
    });
    worker.on('exit', () => {
      threads.delete(thread);
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
      thread.fall(broken);
    });
    threads.add(thread);
    return thread;
  }

  /** One that read a small file waits for the next; what a large one left in memory goes with it. */
  function leave(thread: Thread, isReusable: boolean): void {
    thread.hear = () => undefined;
    thread.fall = () => undefined;
    thread.worker.unref();
    if (isReusable && idle.length === 0) idle.push(thread);
    else void thread.worker.terminate();
  }

  function ask<T>(
    order: Exclude<ReadingOrder, { what: 'more' }>,
    hear: (news: ReadingNews, worker: Worker) => Result<T, TableFailure> | null,
  ): Promise<Result<T, TableFailure>> {
    return new Promise((resolve) => {
      const thread = threadForUse();
      const { worker } = thread;
      const end = (answer: Result<T, TableFailure>, isWell: boolean) => {
        clearTimeout(limit);
        leave(thread, isWell && order.bytes.length < smallFile);
        resolve(answer);
      };
      const limit = setTimeout(() => end(fail('too-large', tooLong), false), seconds * 1000);
      thread.fall = (words) => end(fail(words === tooFull ? 'too-large' : 'damaged', words), false);
      thread.hear = (news) => {
        const answer = hear(news, worker);
        if (answer !== null) end(answer, true);
      };
      worker.ref();
      worker.postMessage(order);
    });
  }

  return {
    // Only an archive can hold sheets; a text is read once.
    sheets: async (bytes, fileName) =>
      bytes[0] !== 0x50 || bytes[1] !== 0x4b
        ? ok([])
        : inTurn(() =>
            ask<SheetHead[]>({ what: 'sheets', bytes, fileName }, (news) =>
              news.kind === 'sheets' ? news.sheets : null,
            ),
          ),
    read: (bytes, fileName, options = {}) =>
      inTurn(() => {
        let table: Table | null = null;
        return ask<Table>({ what: 'table', bytes, fileName, options }, (news, worker) => {
          if (news.kind === 'table') {
            if (!news.table.ok) return news.table;
            table = news.table.value;
          } else if (news.kind === 'rows') {
            for (const row of news.rows) table?.rows.push(row);
            if (news.isLast && table) return { ok: true, value: table };
          }
          worker.postMessage({ what: 'more' } satisfies ReadingOrder);
          return null;
        });
      }),
    async close() {
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

const splitIt = 'Save the list alone, without other sheets, or split it, and upload that.';
const tooLong = `This file takes too long to read. ${splitIt}`;
const tooFull = `This file needs too much memory to be read. ${splitIt}`;
const broken = 'This file could not be read. Open it, save it again and upload the new copy.';
