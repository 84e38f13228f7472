import { afterAll } from 'vitest';
import type { Instant } from '../../src/kernel/calendar.ts';
import { allJobs } from '../../src/jobs/all-jobs.ts';
import { ownPageLine } from '../../src/modules/matching/own-page/own-page-line-step.ts';
import { createApp } from '../../src/platform/app.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { App } from '../../src/platform/context.ts';
import type { JobDefinition } from '../../src/platform/jobs.ts';
import { createLog } from '../../src/platform/log.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';

/** A Tuesday in winter time. */
export const usualNow = '2026-11-24T10:00:00.000Z';

export interface TestApp extends App {
  readonly clock: ReturnType<typeof settableClock>;
  readonly connections: TestDatabase;
  /** Every log line so far. */
  readonly lines: readonly string[];
}

/** An application on a database of its own, with a clock that stands still; queues are ready, nothing works. */
export async function createTestApp(
  options: {
    now?: Instant;
    smtpUrl?: string;
    jobs?: readonly JobDefinition[];
    url?: string;
  } = {},
): Promise<TestApp> {
  const connections = await createTestDatabase();
  const lines: string[] = [];
  const clock = settableClock(options.now ?? usualNow);
  const { app, start, close } = createApp({
    connections,
    url: options.url ?? 'http://localhost:3000',
    secret: 'a-secret-for-tests-that-is-long-enough-for-anything',
    smtpUrl: options.smtpUrl ?? null,
    jobs: options.jobs ?? allJobs,
    letterEnd: ownPageLine,
    log: createLog({ level: 'debug', to: { write: (line) => void lines.push(line) } }),
    clock,
    maxConnections: 6,
  });
  await start({ work: false });
  afterAll(close);
  return { ...app, clock, connections, lines };
}

/** Runs every waiting job now, as a worker would, and gives how many ran. */
export function drainJobs(app: App): Promise<number> {
  return app.jobs.drain();
}
