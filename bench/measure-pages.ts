import type { Client } from 'pg';
import type { Child } from './child.ts';
import { databaseUsage, usedBetween } from './database-usage.ts';
import { median, noise, quantile } from './figures.ts';
import type { Load, LoadResult, Shot } from './load.ts';
import type { Server } from './site.ts';
import type { Usage } from './usage-probe.ts';

export interface Job {
  readonly name: string;
  /** The status that both servers answer with. */
  readonly status: number;
  readonly ours: (count: number) => Shot[];
  readonly reference: (count: number) => Shot[];
}

/** Per request, in milliseconds: the median of the rounds. */
export interface Side {
  readonly cpu: number;
  /** Of the database's sessions; null where the system does not tell. */
  readonly databaseCpu: number | null;
  readonly p50: number;
  readonly p99: number;
  /** Sent over the wire. */
  readonly bytes: number;
}

export interface PageResult {
  readonly name: string;
  readonly ours: Side;
  readonly reference: Side;
  /** CPU time of the server's process against the reference's, round by round. */
  readonly ratio: number;
  readonly ratioNoise: number;
  readonly rssBytes: number;
}

export interface Effort {
  readonly warmUp: number;
  readonly rounds: number;
  readonly perRound: number;
}

interface Round {
  cpu: number;
  databaseCpu: number | null;
  latencies: number[];
  bytes: number;
  rssBytes: number;
}

const connections = 10;

/** Loads both servers in turn, round by round, so that whatever else the machine does meets both. */
export async function measurePage(
  job: Job,
  parts: { espalier: Server; reference: Server; load: Child; client: Client; effort: Effort },
): Promise<PageResult> {
  const { effort } = parts;
  const ours: Round[] = [];
  const bare: Round[] = [];
  await fire(parts.espalier, job.ours(effort.warmUp), job.status, parts);
  await fire(parts.reference, job.reference(effort.warmUp), job.status, parts);
  for (let round = 0; round < effort.rounds; round += 1) {
    ours.push(await fire(parts.espalier, job.ours(effort.perRound), job.status, parts));
    bare.push(await fire(parts.reference, job.reference(effort.perRound), job.status, parts));
  }
  const ratios = ours.map(({ cpu }, round) => cpu / (bare[round]?.cpu ?? Number.NaN));
  return {
    name: job.name,
    ours: sideOf(ours),
    reference: sideOf(bare),
    ratio: median(ratios),
    ratioNoise: noise(ratios),
    rssBytes: Math.max(...ours.map(({ rssBytes }) => rssBytes)),
  };
}

async function fire(
  server: Server,
  shots: Shot[],
  status: number,
  { load, client }: { load: Child; client: Client },
): Promise<Round> {
  const { origin, cookie } = server;
  const wish: Load = { origin, cookie, connections, status, shots };
  const databaseBefore = await databaseUsage(client);
  const before = await server.child.ask<Usage>('usage', 'usage');
  const { latencies, bytes } = await load.ask<LoadResult>(wish, 'result');
  const after = await server.child.ask<Usage>('usage', 'usage');
  const used = usedBetween(databaseBefore, await databaseUsage(client));
  return {
    cpu: (after.cpu - before.cpu) / shots.length,
    databaseCpu: used === null ? null : used / shots.length,
    latencies,
    bytes: bytes / shots.length,
    rssBytes: after.rssBytes,
  };
}

function sideOf(rounds: readonly Round[]): Side {
  const latencies = rounds.flatMap((round) => round.latencies);
  const known = rounds.flatMap(({ databaseCpu }) => databaseCpu ?? []);
  return {
    cpu: median(rounds.map(({ cpu }) => cpu)),
    databaseCpu: known.length === rounds.length ? median(known) : null,
    p50: median(latencies),
    p99: quantile(latencies, 0.99),
    bytes: median(rounds.map(({ bytes }) => bytes)),
  };
}
