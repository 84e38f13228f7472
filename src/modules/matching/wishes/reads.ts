import type { Tx } from '../../../platform/database.ts';
import type { Trait } from './trait.ts';

/** What the founder of an enterprise wishes the mentor to be, or null. */
export async function wishOf(
  tx: Tx,
  enterpriseId: string,
): Promise<{ trait: Trait; isMust: boolean } | null> {
  const row = await tx
    .selectFrom('trait_wish')
    .select(['trait', 'is_must as isMust'])
    .where('enterprise_id', '=', enterpriseId)
    .executeTakeFirst();
  return row ? { trait: row.trait as Trait, isMust: row.isMust } : null;
}

/** What a mentor gave, for their own page alone. */
export async function ownTraits(tx: Tx, mentorId: string): Promise<Trait[]> {
  const rows = await tx
    .selectFrom('mentor_trait')
    .select('trait')
    .where('mentor_id', '=', mentorId)
    .execute();
  return rows.map((row) => row.trait as Trait);
}

/** One's own enterprise with an enrolment, the one named in the address or else the newest; null without any. */
export async function ownEnrolment(
  tx: Tx,
  enterpriseIds: readonly string[],
  wanted: string | null,
): Promise<{ id: string; enterpriseId: string; name: string } | null> {
  if (enterpriseIds.length === 0) return null;
  let query = tx
    .selectFrom('enrolment as n')
    .innerJoin('enterprise as e', (on) =>
      on.onRef('e.org_id', '=', 'n.org_id').onRef('e.id', '=', 'n.enterprise_id'),
    )
    .select(['n.id', 'n.enterprise_id as enterpriseId', 'e.name'])
    .where('n.enterprise_id', 'in', [...enterpriseIds]);
  if (wanted !== null) query = query.where('n.enterprise_id', '=', wanted);
  return (await query.orderBy('n.id', 'desc').limit(1).executeTakeFirst()) ?? null;
}
