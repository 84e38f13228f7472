import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { type Edit, wishesOf } from '../allocation/allocation.ts';
import { propose, type Proposal } from '../allocation/proposal.ts';
import { readDesk, readDeskFacts } from '../allocation/reads.ts';
import {
  knowsDraft,
  mostPairsWhileWaiting,
  type Shown,
  type SolveStage,
  type SolveState,
} from './desk-solve.ts';
import { proposalOf, shownOf } from './solve-desk.ts';

/** Whether a programme has more pairs than are scored while a page waits. */
export async function isLarge(tx: Tx, programmeId: string): Promise<boolean> {
  const found = await sql<{ pairs: number }>`
    select ((select count(*) from need d
        join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
        where n.programme_id = ${programmeId}::uuid and n.state = 'eligible'
          and d.state <> 'closed')
      * (select count(*) from mentor m where m.state <> 'left'))::int as pairs`.execute(tx);
  return (found.rows[0]?.pairs ?? 0) > mostPairsWhileWaiting;
}

export interface SolveRow {
  id: string;
  state: SolveState;
  stage: SolveStage;
  percent: number;
  allocationId: string | null;
  allocationVersion: number | null;
  startedBy: string | null;
  startedAt: string;
  finishedAt: string | null;
  needs: number | null;
  mentors: number | null;
}

/** The solve under way, if one is, and the last that is over; without what was found. */
export async function solvesOf(
  tx: Tx,
  programmeId: string,
): Promise<{ underWay: SolveRow | null; done: SolveRow | null; failed: SolveRow | null }> {
  const found = await sql<SolveRow>`
    select s.id, s.state, s.stage, s.percent, s.allocation_id as "allocationId",
      s.allocation_version as "allocationVersion", p.name as "startedBy",
      s.started_at as "startedAt", s.finished_at as "finishedAt", s.needs, s.mentors
    from desk_solve s
    left join person p on p.org_id = s.org_id and p.id = s.started_by
    where s.programme_id = ${programmeId}::uuid
    order by s.started_at desc, s.id desc`.execute(tx);
  const last = (...states: SolveState[]) =>
    found.rows.find((row) => states.includes(row.state)) ?? null;
  return { underWay: last('waiting', 'working'), done: last('done'), failed: last('failed') };
}

/** What the pages show of the last solve; null before the first. */
export async function shownSolve(tx: Tx, programmeId: string): Promise<Shown | null> {
  const row = await tx
    .selectFrom('desk_solve')
    .select('shown')
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'done')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.shown ? shownOf(row.shown) : null;
}

interface Asked {
  programmeId: string;
  draft: { id: string; version: number } | null;
  done: readonly Edit[];
  /** The need whose hard rules are wanted. */
  needId?: string | undefined;
}

/**
 * The proposal of the last solve over today's needs and mentors, and whether it knows every step of the draft;
 * null before the first solve.
 */
export async function keptProposal(
  tx: Tx,
  ctx: Pick<Ctx, 'clock' | 'org'>,
  { programmeId, draft, done, needId }: Asked,
): Promise<{ proposal: Proposal; isCurrent: boolean } | null> {
  const row = await tx
    .selectFrom('desk_solve')
    .select(['allocation_id', 'allocation_version', 'shown', 'totals', 'input', 'result'])
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'done')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row?.shown || !row.totals || !row.input || !row.result) return null;
  const { shown, totals, input, result } = row;
  const facts = await readDeskFacts(tx, ctx, programmeId);
  return {
    proposal: proposalOf({
      facts,
      wishes: wishesOf(done),
      needId,
      shown: Buffer.from(shown),
      totals: Buffer.from(totals),
      input: Buffer.from(input),
      result: Buffer.from(result),
    }),
    isCurrent: knowsDraft(
      { allocationId: row.allocation_id, allocationVersion: row.allocation_version },
      draft,
      done.length,
    ),
  };
}

/**
 * The proposal as a command or a page needs it: solved now, or for a large programme as it was solved last. Null
 * when a large one has not been solved with every step of the draft.
 */
export async function proposalNow(
  tx: Tx,
  ctx: Pick<Ctx, 'clock' | 'org'>,
  asked: Asked,
): Promise<Proposal | null> {
  if (await isLarge(tx, asked.programmeId)) {
    const kept = await keptProposal(tx, ctx, asked);
    return kept?.isCurrent === true ? kept.proposal : null;
  }
  const desk = await readDesk(tx, ctx, asked.programmeId);
  return propose(desk, wishesOf(asked.done), asked.programmeId);
}
