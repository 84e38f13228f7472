import { newId } from '../../src/kernel/ids.ts';
import { type MadeEnrolment, makeEnrolment } from './enterprises.ts';
import { type MadePerson, makePerson } from './people.ts';
import type { Ground } from './world.ts';

export interface MentorTraits {
  readonly person?: MadePerson;
  /** Inducted and signed (the default), or only appointed. */
  readonly live?: boolean;
  readonly places?: number;
  readonly minutesPerMonth?: number;
  /** Area → level 1 to 5. */
  readonly expertise?: Readonly<Record<string, number>>;
  readonly sectors?: readonly string[];
  readonly roles?: readonly string[];
}

export interface MadeMentor {
  readonly id: string;
  readonly person: MadePerson;
}

/** A mentor with free places who knows finance and customers. */
export async function makeMentor(ground: Ground, traits: MentorTraits = {}): Promise<MadeMentor> {
  const { app, org } = ground;
  const person = traits.person ?? (await makePerson(ground, { roles: ['mentor'] }));
  const isLive = traits.live ?? true;
  const id = newId();
  await app.database.tenant(org.orgId, async (tx) => {
    await tx
      .insertInto('mentor')
      .values({
        org_id: org.orgId,
        id,
        person_id: person.id,
        state: isLive ? 'live' : 'appointed',
        inducted_on: isLive ? '2025-06-02' : null,
        code_signed_on: isLive ? '2025-06-02' : null,
        contract_from: '2025-06-01',
        contract_to: '2028-03-31',
        places: traits.places ?? 4,
        minutes_per_month: traits.minutesPerMonth ?? 600,
        sectors: [...(traits.sectors ?? [])],
        roles: [...(traits.roles ?? ['lead', 'specialist'])],
      })
      .execute();
    for (const [area, level] of Object.entries(traits.expertise ?? { finance: 4, customers: 3 })) {
      await tx
        .insertInto('mentor_expertise')
        .values({ org_id: org.orgId, mentor_id: id, area, level, evidence: 'verified' })
        .execute();
    }
  });
  return { id, person };
}

export interface NeedTraits {
  readonly enrolment?: MadeEnrolment;
  readonly area?: string;
  readonly detail?: string;
  readonly state?: 'open' | 'introduced' | 'closed';
  readonly openedOn?: string;
  readonly priority?: 1 | 2 | 3;
}

export interface MadeNeed {
  readonly id: string;
  readonly area: string;
  readonly enrolment: MadeEnrolment;
}

/** An open need for help with finance. */
export async function makeNeed(ground: Ground, traits: NeedTraits = {}): Promise<MadeNeed> {
  const { app, org } = ground;
  const enrolment = traits.enrolment ?? (await makeEnrolment(ground));
  const id = newId();
  const area = traits.area ?? 'finance';
  const state = traits.state ?? 'open';
  await app.database.tenant(org.orgId, async (tx) => {
    await tx
      .insertInto('need')
      .values({
        org_id: org.orgId,
        id,
        enrolment_id: enrolment.id,
        area,
        detail: traits.detail ?? 'Cash runs out before invoices are paid.',
        priority: traits.priority ?? 2,
        state,
        opened_on: traits.openedOn ?? '2026-11-02',
        introduced_on: state === 'introduced' ? '2026-11-09' : null,
        closed_on: state === 'closed' ? '2026-11-16' : null,
        result: state === 'closed' ? 'met' : null,
      })
      .execute();
  });
  return { id, area, enrolment };
}

export interface MatchTraits {
  readonly need?: MadeNeed;
  readonly mentor?: MadeMentor;
  readonly role?: 'lead' | 'specialist' | 'pair';
  readonly from?: string;
  /** First day it no longer holds; null while it goes on. */
  readonly to?: string | null;
}

export interface MadeMatch {
  readonly id: string;
  readonly need: MadeNeed;
  readonly mentor: MadeMentor;
}

/** A match that began on 9 November 2026 and goes on. */
export async function makeMatch(ground: Ground, traits: MatchTraits = {}): Promise<MadeMatch> {
  const { app, org } = ground;
  const need = traits.need ?? (await makeNeed(ground, { state: 'introduced' }));
  const mentor = traits.mentor ?? (await makeMentor(ground));
  const id = newId();
  const from = traits.from ?? '2026-11-09';
  await app.database.tenant(org.orgId, async (tx) => {
    await tx
      .insertInto('match')
      .values({
        org_id: org.orgId,
        id,
        enrolment_id: need.enrolment.id,
        need_id: need.id,
        mentor_id: mentor.id,
        role: traits.role ?? 'specialist',
        during: `[${from},${traits.to ?? ''})`,
        introduced_at: `${from}T09:00:00.000Z`,
        end_cause: traits.to ? 'finished' : null,
      })
      .execute();
  });
  return { id, need, mentor };
}
