import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { makeCluster } from './cluster.ts';
import { preparePlace, type Place } from './place.ts';
import { endPostmaster, findOrStart, isPostmaster } from './postmaster.ts';

export interface EmbeddedOptions {
  readonly directory: string;
  /** PostgreSQL's settings beside the ones that are always set. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Words of progress for the person who started it. */
  readonly report: (words: string) => void;
  /** Called when the server stopped and cannot be started again. */
  readonly onLost?: (error: Error) => void;
}

export interface EmbeddedPostgres {
  readonly place: Place;
  /** The server had outlived an earlier process. */
  readonly isAdopted: boolean;
  pid(): number;
  /** Stops looking after the server and lets it run. */
  leave(): Promise<void>;
  /** Fast: sessions are ended. Patient: waits up to ten seconds for them. Immediate: as in a power cut. */
  stop(manner?: 'fast' | 'patient' | 'immediate'): Promise<void>;
}

const always = {
  max_connections: '60',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  jit: 'off',
  // For disks without moving parts; the default of 4 reads whole tables where an index is at hand.
  random_page_cost: '1.1',
} as const;

const signals = { fast: 'SIGINT', patient: 'SIGTERM', immediate: 'SIGQUIT' } as const;

const restartsPerMinute = 5;

/** Starts, or takes over, the PostgreSQL of a directory and starts it again when it stops by itself. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries(options.directory);
  const place = await preparePlace(options.directory);
  const settings = { ...always, ...options.settings };
  if (await makeCluster(binaries, place)) options.report('Made a new database.');
  const first = await findOrStart(binaries, place, settings);
  let pid = first.pid;
  const ending = new AbortController();

  async function watch(): Promise<void> {
    let restarts: number[] = [];
    for (;;) {
      await pause(500, undefined, { ref: false, signal: ending.signal });
      if (await isPostmaster(pid, place)) continue;
      if (ending.signal.aborted) return;
      const now = performance.now();
      restarts = [...restarts.filter((at) => now - at < 60_000), now];
      if (restarts.length > restartsPerMinute) throw new Error('PostgreSQL keeps stopping.');
      options.report('The database stopped unexpectedly. Starting it again.');
      pid = (await findOrStart(binaries, place, settings)).pid;
      options.report('The database runs again.');
    }
  }
  const watching = watch().catch((error: Error) => {
    if (!ending.signal.aborted) options.onLost?.(error);
  });

  async function leave(): Promise<void> {
    ending.abort();
    await watching;
  }

  return {
    place,
    isAdopted: first.isAdopted,
    pid: () => pid,
    leave,
    async stop(manner = 'fast') {
      await leave();
      await endPostmaster(pid, place, signals[manner]);
    },
  };
}
