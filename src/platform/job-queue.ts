import type { Tx } from './database.ts';

export interface JobData {
  /** Absent for jobs of the installation, such as sweeps. */
  readonly orgId?: string;
  readonly [key: string]: string | number | boolean | null | undefined;
}

export interface SendOptions {
  readonly startAfter?: string | undefined;
  /** While a job with this key waits, another one is not added. */
  readonly singletonKey?: string | undefined;
}

/** What commands know of the queue. */
export interface JobQueue {
  /** Adds a job in the caller's transaction: rolled back, it never was. */
  send(tx: Tx, name: string, data: JobData, options?: SendOptions): Promise<void>;
  /** Runs what waits, now and in this process, until nothing is left; for tests and the demonstration. */
  drain(): Promise<number>;
}
