import { daysBetween } from '../../kernel/calendar.ts';
import { closeEnrolment } from '../../modules/leaving/commands/close-enrolment.ts';
import { answerOverride } from '../../modules/enterprises/eligibility/commands/answer-override.ts';
import { decideEligibility } from '../../modules/enterprises/eligibility/commands/decide-eligibility.ts';
import { requestOverride } from '../../modules/enterprises/eligibility/commands/request-override.ts';
import { enrolmentById } from '../../modules/enterprises/reads.ts';
import type { Company, Firm } from './company.ts';
import { keepInTouch } from './contacts.ts';
import type { Script } from './director.ts';
import { enterFacts } from './eligibility.ts';
import { applicantWords } from './firm-cast.ts';
import { enter } from './firm-entry.ts';
import { plans } from './firm-words.ts';
import { inventedPostcode } from './invented-postcode.ts';
import type { Random } from './random.ts';

/** What becomes of an application that does not simply lead to support. */
type Fate =
  | 'to-come'
  | 'out-of-area'
  | 'too-large'
  | 'override-agreed'
  | 'override-asked'
  | 'withdraws';

/** The fates of those who applied through the year, beside the firms still to come. */
export const otherFates: readonly Fate[] = [
  'out-of-area',
  'too-large',
  'override-agreed',
  'out-of-area',
  'withdraws',
  'override-asked',
];

/** An applicant put together from words; nothing of it is real. */
export async function* liveApplicant(company: Company, at: number, fate: Fate): Script {
  const { stage, staff } = company;
  const random = stage.random(`applicant ${at}`);
  const span = daysBetween(stage.opening, stage.today);
  const isRecent = fate === 'to-come' || fate === 'override-asked';
  yield stage.later(
    isRecent ? span - random.between(3, Math.min(75, span - 20)) : random.between(30, span - 30),
    '09:50',
  );
  const adviserId = staff.adviserIds[at % staff.adviserIds.length] ?? '';
  const isOverridden = fate === 'override-agreed' || fate === 'override-asked';
  const { firm, place } = await apply(company, at, random, adviserId, isOverridden);
  if (fate === 'to-come' && random.chance(0.4)) return;
  yield stage.later(random.between(2, 6), '14:40');
  const adviser = await stage.as(adviserId);
  const outside = fate === 'out-of-area';
  const proof = {
    authority: outside ? 'E08000025' : place,
    ...(outside ? { authorityName: 'Birmingham' } : {}),
    staff: fate === 'too-large' ? 310 : random.between(3, 40),
    turnover: fate === 'too-large' ? 61_000 : random.between(90, 3000),
    intention: random.pick(plans),
  };
  await enterFacts(
    adviser,
    firm.enrolmentId,
    stage.day(),
    proof,
    fate === 'to-come' ? random.between(1, 5) : 6,
  );
  if (fate !== 'to-come') yield* conclude(company, firm, fate);
}

async function apply(
  company: Company,
  at: number,
  random: Random,
  adviserId: string,
  isFood: boolean,
) {
  const { first, second, given, family, trades, places } = applicantWords;
  const [sector, sic] = random.pick(
    trades.filter(([each]) => (each === 'Food and drink') === isFood),
  );
  const [place, district] = random.pick(places);
  const one = first[at % first.length] ?? 'Alder';
  const name = `${one} ${second[(at + Math.floor(at / first.length) * 3) % second.length] ?? 'Works'}`;
  const firm = await enter(
    company,
    {
      name,
      lead: `${random.pick(given)} ${random.pick(family)}`,
      does: `products for ${sector.toLowerCase()}`,
      sector,
      sic,
      postcode: inventedPostcode(district, name),
      age: random.between(8, 90),
      companyNumber: String(99_200_000 + at),
      source: random.pick(['public', 'public', 'referral', 'staff'] as const),
    },
    adviserId,
  );
  return { firm, place };
}

async function* conclude(company: Company, firm: Firm, fate: Fate): Script {
  const { stage, staff } = company;
  const adviser = await stage.as(firm.adviserId);
  const at = async () => {
    const { version } = await stage.read((tx) => enrolmentById(tx, firm.enrolmentId));
    return { enrolmentId: firm.enrolmentId, version };
  };
  yield stage.later(2, '15:50');
  if (fate === 'withdraws') {
    await closeEnrolment(adviser, {
      ...(await at()),
      outcome: 'withdrawn',
      reason: 'The owner is ill and has no time this year.',
    });
    return;
  }
  if (fate === 'too-large' || (fate === 'out-of-area' && firm.name.length % 2 === 0)) {
    return refuse();
  }
  const isArea = fate === 'out-of-area';
  const { overrideId } = await requestOverride(adviser, {
    enrolmentId: firm.enrolmentId,
    test: isArea ? 'area' : 'remit',
    reason: isArea
      ? 'Two of its five people work in Coventry.'
      : 'A food firm, but what it sells is the measuring device it has built.',
  });
  if (fate === 'override-asked') return;
  yield stage.later(3, '10:30');
  await answerOverride(await stage.as(staff.managerId), {
    enrolmentId: firm.enrolmentId,
    overrideId,
    isApproved: !isArea,
    answer: isArea ? 'The agreement leaves no room for that.' : 'Agreed after a visit.',
  });
  if (isArea) return refuse();
  await decideEligibility(adviser, { ...(await at()), isEligible: true });
  const calls = keepInTouch(company, firm, 'steady', stage.random(firm.name));
  stage.add(`${firm.name}: calls`, calls);

  async function refuse(): Promise<void> {
    await decideEligibility(adviser, {
      ...(await at()),
      isEligible: false,
      refusal:
        fate === 'too-large'
          ? 'With its group the firm has more staff and turnover than the fund allows.'
          : 'The firm trades outside the area of the programme.',
      signpost: 'The growth hub of your area has a programme of its own.',
    });
  }
}
