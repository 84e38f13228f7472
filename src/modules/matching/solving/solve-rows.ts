import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { SolveProgress } from './desk-solve.ts';
import type { Solved } from './solve-desk.ts';

export interface SolveOrderRow {
  id: string;
  programmeId: string;
  state: string;
  allocationId: string | null;
  allocationVersion: number | null;
}

/** A solve that waits or is under way, locked until the transaction ends; null when it is over or gone. */
export async function openSolve(tx: Tx, id: string): Promise<SolveOrderRow | null> {
  const found = await sql<SolveOrderRow>`
    select s.id, s.programme_id as "programmeId", s.state, s.allocation_id as "allocationId",
      s.allocation_version as "allocationVersion"
    from desk_solve s
    where s.id = ${id}::uuid and s.state in ('waiting', 'working')
    for update`.execute(tx);
  return found.rows[0] ?? null;
}

/** Notes how far a solve is. */
export async function noteProgress(
  tx: Tx,
  id: string,
  { stage, percent }: SolveProgress,
): Promise<void> {
  await tx
    .updateTable('desk_solve')
    .set({ state: 'working', stage, percent })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'working'])
    .execute();
}

/** Keeps what was found, and only that: earlier solves of the programme go. */
export async function keepSolved(
  tx: Tx,
  solve: { id: string; programmeId: string },
  found: Solved & { needs: number; mentors: number; finishedAt: string },
): Promise<void> {
  await tx
    .updateTable('desk_solve')
    .set({
      state: 'done',
      percent: 100,
      finished_at: found.finishedAt,
      needs: found.needs,
      mentors: found.mentors,
      shown: Buffer.from(found.shown),
      totals: Buffer.from(found.totals),
      input: Buffer.from(found.input),
      result: Buffer.from(found.result),
    })
    .where('id', '=', solve.id)
    .execute();
  await tx
    .deleteFrom('desk_solve')
    .where('programme_id', '=', solve.programmeId)
    .where('id', '!=', solve.id)
    .execute();
}

/** Marks a solve as failed; another can be begun. */
export async function failSolve(tx: Tx, id: string, now: string): Promise<void> {
  await tx
    .updateTable('desk_solve')
    .set({ state: 'failed', finished_at: now })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'working'])
    .execute();
}
