import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { penaltyOf, wishesOf } from '../allocation/allocation.ts';
import { propose, takesPart } from '../allocation/proposal.ts';
import { readDesk } from '../allocation/reads.ts';
import { isLarge } from '../solving/reads.ts';
import type { MatchWeights } from '../weights.ts';
import { weightsPreview } from './preview.ts';

export interface Prices {
  /** Mentor → what one place is worth to the programme's open needs, 0 to 10,000 and more. */
  prices: ReadonlyMap<string, number>;
  /** Mentor → enterprises whom the whole proposal gives to that mentor. */
  served: ReadonlyMap<string, string[]>;
  /** What it costs that the need waits, and whom the whole gives it: null when it waits, undefined when it takes no part. */
  waiting: number;
  proposed: string | null | undefined;
}

/** What each mentor's place is worth in the whole allocation of a programme's open needs; null where it is too large. */
export async function pricesOf(
  tx: Tx,
  ctx: Pick<Ctx, 'clock' | 'org'>,
  programmeId: string,
  needId: string,
): Promise<Prices | null> {
  if (await isLarge(tx, programmeId)) return null;
  const desk = await readDesk(tx, ctx, programmeId);
  const wishes = wishesOf([]);
  const { result, pairs } = propose(desk, wishes, programmeId);
  const own = desk.needs.find((need) => need.id === needId);
  const served = new Map<string, string[]>();
  for (const need of desk.needs) {
    const mentorId = need.id === needId ? undefined : pairs.get(need.id);
    if (mentorId) served.set(mentorId, [...(served.get(mentorId) ?? []), need.enterpriseName]);
  }
  return {
    prices: new Map(Object.entries(result.prices)),
    served,
    waiting: own ? penaltyOf(own.priority, own.days) : Number.MAX_SAFE_INTEGER,
    proposed: own && takesPart(own, wishes) ? (pairs.get(needId) ?? null) : undefined,
  };
}

/** Who would come first for each open need under other weights; null where the programme is too large for a page. */
export async function previewOf(
  tx: Tx,
  ctx: Pick<Ctx, 'clock' | 'org'>,
  programmeId: string,
  weights: MatchWeights,
) {
  if (await isLarge(tx, programmeId)) return null;
  return weightsPreview(await readDesk(tx, ctx, programmeId), weights);
}

export interface WeightsVersion {
  version: number;
  weights: MatchWeights;
  reason: string;
  setBy: string | null;
  setAt: string;
  /** Offers made with this version. */
  offers: number;
}

/** Every version of a programme's weights, newest first. */
export async function weightsHistory(tx: Tx, programmeId: string): Promise<WeightsVersion[]> {
  const found = await sql<WeightsVersion>`
    select w.version, w.weights, w.reason, p.name as "setBy", w.set_at as "setAt",
      (select count(*)::int from offer o
        join need d on d.org_id = o.org_id and d.id = o.need_id
        join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
        where o.org_id = w.org_id and n.programme_id = w.programme_id
          and o.weights_version = w.version) as offers
    from score_weights w
    left join person p on p.org_id = w.org_id and p.id = w.set_by
    where w.programme_id = ${programmeId}::uuid
    order by w.version desc
    limit 50`.execute(tx);
  return found.rows;
}
