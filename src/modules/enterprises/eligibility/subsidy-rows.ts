import type { Tx } from '../../../platform/database.ts';
import type { SubsidyAward } from '../subsidy.ts';

/** Aid to the enterprise and its group, newest first. */
export async function subsidiesOf(tx: Tx, enterpriseId: string): Promise<SubsidyAward[]> {
  return (await subsidiesOfFirms(tx, [enterpriseId])).get(enterpriseId) ?? [];
}

/** The same of several enterprises at once, by enterprise. */
export async function subsidiesOfFirms(
  tx: Tx,
  enterpriseIds: readonly string[],
): Promise<Map<string, SubsidyAward[]>> {
  if (enterpriseIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('subsidy_award as s')
    .innerJoin('enterprise as e', (on) =>
      on.onRef('e.org_id', '=', 's.org_id').onRef('e.id', '=', 's.enterprise_id'),
    )
    .select([
      's.id',
      's.enterprise_id as enterpriseId',
      's.recipient',
      's.is_same_group',
      's.regime',
      's.giver',
      's.amount_minor',
      's.currency',
      's.awarded_on',
      's.state',
      'e.name',
    ])
    .where('s.enterprise_id', 'in', enterpriseIds)
    .orderBy('s.awarded_on', 'desc')
    .orderBy('s.id')
    .execute();
  const awards = new Map<string, SubsidyAward[]>();
  for (const [id, group] of Map.groupBy(rows, ({ enterpriseId }) => enterpriseId)) {
    awards.set(
      id,
      group.map((row) => ({
        id: row.id,
        recipient: row.recipient || row.name,
        sameGroup: row.is_same_group,
        giver: row.giver,
        regime: row.regime,
        awardedOn: row.awarded_on,
        amount: { minor: row.amount_minor, currency: row.currency },
        state: row.state as SubsidyAward['state'],
      })),
    );
  }
  return awards;
}
