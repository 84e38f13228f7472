import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { wishesOf } from '../allocation/allocation.ts';
import { propose } from '../allocation/proposal.ts';
import { readDesk } from '../allocation/reads.ts';
import { isLarge, shownSolve, solvesOf } from '../solving/reads.ts';
import { adviceOf } from './advice.ts';
import type { Advice } from './scarcity.ts';

/**
 * Which further mentors a programme needs most, by its open needs as nobody has changed the proposal for them. A
 * large programme's is that of its last solve, with when that was; null before the first.
 */
export async function adviceFor(
  tx: Tx,
  ctx: Pick<Ctx, 'clock' | 'org'>,
  programmeId: string,
): Promise<{ advice: Advice | null; solvedAt: string | null }> {
  if (await isLarge(tx, programmeId)) {
    const shown = await shownSolve(tx, programmeId);
    const { done } = await solvesOf(tx, programmeId);
    return { advice: shown?.advice ?? null, solvedAt: done?.finishedAt ?? null };
  }
  const desk = await readDesk(tx, ctx, programmeId);
  return { advice: adviceOf(propose(desk, wishesOf([]), programmeId)), solvedAt: null };
}
