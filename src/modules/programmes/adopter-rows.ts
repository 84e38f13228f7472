import type { Tx } from '../../platform/database.ts';

/** The programmes that have ever adopted this version of a rule set, by name. */
export async function adoptersOf(tx: Tx, ruleSetId: string): Promise<string[]> {
  const found = await tx
    .selectFrom('rule_set_adoption as a')
    .innerJoin('programme as p', (on) =>
      on.onRef('p.org_id', '=', 'a.org_id').onRef('p.id', '=', 'a.programme_id'),
    )
    .select('p.name')
    .distinct()
    .where('a.rule_set_id', '=', ruleSetId)
    .orderBy('p.name')
    .execute();
  return found.map(({ name }) => name);
}
