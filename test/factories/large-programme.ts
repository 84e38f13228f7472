import { newId } from '../../src/kernel/ids.ts';
import { areaKeys } from '../../src/modules/programmes/area.ts';
import type { World } from './world.ts';

const sectors = ['food', 'textiles', 'software', 'care', 'retail', 'metal', 'tourism', 'media'];

/** Fills a world's programme with firms that have one need each, and mentors who know three areas; always the same. */
export async function fillProgramme(
  { app, orgId, programme }: World,
  { needs, mentors }: { needs: number; mentors: number },
): Promise<void> {
  let state = 7;
  const below = (limit: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * limit);
  };
  const one = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[below(list.length)] as T;
  await app.database.tenant(orgId, async (tx) => {
    for (let from = 0; from < needs; from += 200) {
      const firms = Array.from({ length: Math.min(200, needs - from) }, (_, at) => ({
        org_id: orgId,
        id: newId(),
        name: `Firm ${from + at + 1} Ltd`,
        name_key: `firm ${from + at + 1}`,
        sector: one(sectors),
        size_band: one(['micro', 'small', 'medium']),
        authority_code: 'E08000026',
      }));
      await tx.insertInto('enterprise').values(firms).execute();
      const enrolments = firms.map((firm) => ({
        org_id: orgId,
        id: newId(),
        programme_id: programme.id,
        enterprise_id: firm.id,
        state: 'eligible',
        stage: one(['early', 'growth']),
        applied_on: '2026-01-12',
        eligible_on: '2026-02-09',
      }));
      await tx.insertInto('enrolment').values(enrolments).execute();
      await tx
        .insertInto('need')
        .values(
          enrolments.map((enrolment) => ({
            org_id: orgId,
            id: newId(),
            enrolment_id: enrolment.id,
            area: one(areaKeys),
            detail: 'Wants to grow and does not know how.',
            priority: 1 + below(3),
            opened_on: `2026-0${4 + below(6)}-10`,
          })),
        )
        .execute();
    }
    const people = Array.from({ length: mentors }, (_, at) => ({
      org_id: orgId,
      id: newId(),
      name: `Mentor ${at + 1}`,
    }));
    await tx.insertInto('person').values(people).execute();
    const profiles = people.map((person) => ({
      org_id: orgId,
      id: newId(),
      person_id: person.id,
      state: 'live',
      inducted_on: '2025-06-02',
      code_signed_on: '2025-06-02',
      places: 1 + below(7),
      minutes_per_month: 600,
      sectors: [one(sectors), one(sectors)],
    }));
    await tx.insertInto('mentor').values(profiles).execute();
    await tx
      .insertInto('mentor_expertise')
      .values(
        profiles.flatMap((mentor) =>
          [...new Set([one(areaKeys), one(areaKeys), one(areaKeys)])].map((area) => ({
            org_id: orgId,
            mentor_id: mentor.id,
            area,
            level: 2 + below(4),
            evidence: 'verified',
          })),
        ),
      )
      .execute();
  });
}
