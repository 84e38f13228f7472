import { addMentor } from '../../modules/mentors/commands/add-mentor.ts';
import { editMentor } from '../../modules/mentors/commands/edit-mentor.ts';
import { pauseMentor } from '../../modules/leaving/commands/pause-mentor.ts';
import { recordInduction } from '../../modules/mentors/commands/record-induction.ts';
import { setExpertise } from '../../modules/mentors/commands/set-expertise.ts';
import { signCode } from '../../modules/mentors/commands/sign-code.ts';
import { styleAxes } from '../../modules/mentors/working-style.ts';
import type { Company } from './company.ts';
import type { Script } from './director.ts';
import { type MentorPart, mentorCast } from './mentor-cast.ts';
import { randomFrom } from './random.ts';
import { giveAccount } from './staff.ts';
import { inventedTelephone } from './telephone.ts';

/** Recruits, inducts and admits one mentor after the other in the first weeks. */
export async function* recruitMentors(company: Company): Script {
  const { stage, staff } = company;
  const manager = await stage.as(staff.managerId);
  for (const [at, part] of mentorCast.slice(0, stage.size.mentors).entries()) {
    if (at % 4 === 3) yield stage.later(1, '09:15');
    const { mentorId, personId } = await addMentor(manager, {
      name: part.name,
      email: `${part.name.toLowerCase().replace(' ', '.')}@mentors.example`,
      headline: part.headline,
      phone: inventedTelephone(part.name),
      supplierName: at % 3 === 0 ? `${part.name} Consulting` : '',
    });
    await editMentor(manager, { mentorId, version: 1, ...profileOf(part) });
    await setExpertise(manager, {
      mentorId,
      expertise: part.knows.map(([area, level]) => ({ area, level, evidence: 'verified' })),
    });
    company.mentors.set(mentorId, personId);
    if (at === 0) await giveAccount(stage, manager, personId);
    const isLast = at === stage.size.mentors - 1;
    if (!isLast) stage.add(`${part.name}: admission`, admit(company, mentorId, at));
  }
}

async function* admit(company: Company, mentorId: string, at: number): Script {
  const { stage, staff } = company;
  const manager = await stage.as(staff.managerId);
  yield stage.later(1 + (at % 3), '11:00');
  await recordInduction(manager, { mentorId, inductedOn: stage.day() });
  yield stage.later(1, '11:30');
  const mentor = await stage.as(company.mentors.get(mentorId) ?? '');
  await signCode(mentor, { mentorId, signedOn: stage.day() });
  if (at !== 13) return;
  // One of them takes a break, as happens.
  yield stage.later(Math.round(stage.size.months * 28), '09:00');
  await pauseMentor(mentor, { mentorId, reason: 'Three months abroad for a client' });
}

function profileOf(part: MentorPart) {
  const random = randomFrom(part.name);
  const days = [1, 2, 3, 4, 5].filter(() => random.chance(0.6));
  return {
    headline: part.headline,
    story: `${part.headline}. Works with firms in ${part.sectors.join(' and ').toLowerCase()} and likes to start from what the owner wants to have reached in three years.`,
    roles: random.chance(0.4) ? (['lead', 'specialist'] as const).slice() : ['specialist' as const],
    places: part.places,
    minutesPerMonth: part.places * 180,
    languages: ['English'],
    meets: ['in-person' as const, 'video' as const],
    authorityCodes: ['E08000026', 'E07000222', 'E07000220'],
    sectors: [...part.sectors],
    stages: ['start-up' as const, 'early' as const, 'growth' as const],
    sizes: ['micro' as const, 'small' as const],
    style: Object.fromEntries(styleAxes.map((axis) => [axis, random.between(1, 5)])),
    availability: days.map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  };
}
