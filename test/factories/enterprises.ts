import { newId } from '../../src/kernel/ids.ts';
import { normaliseName } from '../../src/kernel/text.ts';
import type { MadePerson } from './people.ts';
import { makePerson } from './people.ts';
import type { Ground } from './world.ts';

export interface EnterpriseTraits {
  readonly name?: string;
  readonly companyNumber?: string | null;
  readonly sicCodes?: readonly string[];
  readonly isPreStart?: boolean;
  readonly authorityCode?: string | null;
  readonly postcode?: string;
  /** Somebody with the role participant; false leaves the firm without people. */
  readonly lead?: MadePerson | false;
}

export interface MadeEnterprise {
  readonly id: string;
  readonly name: string;
  readonly lead: MadePerson | null;
}

let counter = 0;

/** A small trading firm in Coventry with one person who leads it. */
export async function makeEnterprise(
  ground: Ground,
  traits: EnterpriseTraits = {},
): Promise<MadeEnterprise> {
  const { app, org } = ground;
  counter += 1;
  const id = newId();
  const name = traits.name ?? `Alder Bearings ${counter} Ltd`;
  const lead =
    traits.lead === false
      ? null
      : (traits.lead ?? (await makePerson(ground, { roles: ['participant'] })));
  await app.database.tenant(org.orgId, async (tx) => {
    await tx
      .insertInto('enterprise')
      .values({
        org_id: org.orgId,
        id,
        name,
        name_key: normaliseName(name),
        is_pre_start: traits.isPreStart ?? false,
        company_number: traits.companyNumber ?? null,
        incorporated_on: '2021-05-04',
        trading_since: '2021-06-01',
        sic_codes: [...(traits.sicCodes ?? ['25620'])],
        trading_postcode: traits.postcode ?? 'CV4 7AL',
        postcode_key: (traits.postcode ?? 'CV4 7AL').replace(/\s/g, ''),
        authority_code: traits.authorityCode === undefined ? 'E08000026' : traits.authorityCode,
      })
      .execute();
    if (lead) {
      await tx
        .insertInto('enterprise_person')
        .values({
          org_id: org.orgId,
          enterprise_id: id,
          person_id: lead.id,
          position: 'Director',
          is_lead: true,
          from_on: '2025-04-01',
        })
        .execute();
    }
  });
  return { id, name, lead };
}

export interface EnrolmentTraits {
  readonly enterprise?: MadeEnterprise;
  readonly state?: 'applied' | 'eligible' | 'not-eligible' | 'withdrawn' | 'closed';
  readonly stage?: 'pre-start' | 'start-up' | 'early' | 'growth' | 'scale-up' | 'mature';
  readonly adviser?: { readonly id: string };
  readonly appliedOn?: string;
  readonly eligibleOn?: string;
  readonly nextContactOn?: string | null;
  readonly lastContactOn?: string | null;
  readonly programmeId?: string;
}

export interface MadeEnrolment {
  readonly id: string;
  readonly enterprise: MadeEnterprise;
  readonly adviserId: string | null;
}

/** An eligible firm on the programme since January 2026, with an adviser. */
export async function makeEnrolment(
  ground: Ground,
  traits: EnrolmentTraits = {},
): Promise<MadeEnrolment> {
  const { app, org } = ground;
  const enterprise = traits.enterprise ?? (await makeEnterprise(ground));
  const adviser = traits.adviser ?? (await makePerson(ground, { roles: ['adviser'] }));
  const state = traits.state ?? 'eligible';
  const isSupported = state === 'eligible' || state === 'closed';
  const id = newId();
  await app.database.tenant(org.orgId, async (tx) => {
    await tx
      .insertInto('enrolment')
      .values({
        org_id: org.orgId,
        id,
        programme_id: traits.programmeId ?? ground.programme.id,
        enterprise_id: enterprise.id,
        state,
        stage: traits.stage ?? 'early',
        adviser_id: adviser.id,
        applied_on: traits.appliedOn ?? '2026-01-05',
        eligible_on: isSupported ? (traits.eligibleOn ?? '2026-01-19') : null,
        next_contact_on: traits.nextContactOn ?? null,
        last_contact_on: traits.lastContactOn ?? null,
        closed_on: state === 'closed' ? '2026-10-30' : null,
      })
      .execute();
  });
  return { id, enterprise, adviserId: adviser.id };
}
