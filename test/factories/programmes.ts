import { newId } from '../../src/kernel/ids.ts';
import { slugify } from '../../src/kernel/text.ts';
import { shippedRuleSet } from '../../src/modules/programmes/shipped-rule-sets/shipped.ts';
import type { Organisation } from '../../src/platform/context.ts';
import type { TestApp } from './app.ts';
import type { Ground } from './world.ts';

export interface ProgrammeTraits {
  readonly programme?: string;
  /** Code of a shipped rule set; ERDF unless told. */
  readonly ruleSet?: string;
  readonly state?: 'draft' | 'open' | 'closing' | 'closed';
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly mentorChoice?: 'adviser-appoints' | 'case-by-case' | 'firm-chooses';
}

/** A running programme in Coventry and Warwick from April 2025 to March 2028, with rules adopted. */
export async function makeProgramme(
  app: TestApp,
  org: Organisation,
  traits: ProgrammeTraits = {},
): Promise<Ground['programme'] & { ruleSetId: string }> {
  const id = newId();
  const ruleSetId = newId();
  const name = traits.programme ?? 'Business Ready';
  const slug = slugify(name);
  const ruleSet = shippedRuleSet(traits.ruleSet ?? 'erdf-england-2014-20');
  await app.database.tenant(org.orgId, async (tx) => {
    await tx
      .insertInto('programme')
      .values({
        org_id: org.orgId,
        id,
        slug,
        name,
        state: traits.state ?? 'open',
        starts_on: traits.startsOn ?? '2025-04-01',
        ends_on: traits.endsOn ?? '2028-03-31',
        mentor_choice: traits.mentorChoice ?? 'case-by-case',
      })
      .execute();
    const areas = [
      ['E08000026', 'Coventry'],
      ['E07000222', 'Warwick'],
    ] as const;
    for (const [authority_code, authority_name] of areas) {
      await tx
        .insertInto('programme_area')
        .values({ org_id: org.orgId, programme_id: id, authority_code, authority_name })
        .execute();
    }
    await tx
      .insertInto('rule_set')
      .values({
        org_id: org.orgId,
        id: ruleSetId,
        code: ruleSet.code,
        version: `${ruleSet.version} ${id.slice(-6)}`,
        name: ruleSet.name,
        effective_from: ruleSet.effectiveFrom,
        body: JSON.stringify(ruleSet),
        copied_from: ruleSet.code,
      })
      .execute();
    await tx
      .insertInto('rule_set_adoption')
      .values({
        org_id: org.orgId,
        id: newId(),
        programme_id: id,
        rule_set_id: ruleSetId,
        adopted_on: traits.startsOn ?? '2025-04-01',
        reason: 'Agreed with the funder',
      })
      .execute();
  });
  return { id, slug, name, ruleSetId };
}
