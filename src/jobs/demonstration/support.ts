import { addDays, daysBetween } from '../../kernel/calendar.ts';
import type { AreaKey } from '../../modules/programmes/area.ts';
import { closeNeed } from '../../modules/leaving/commands/close-need.ts';
import { openNeed } from '../../modules/diagnosis/commands/open-need.ts';
import { barPair } from '../../modules/matching/commands/bar-pair.ts';
import { changeMatch } from '../../modules/matching/commands/change-match.ts';
import { endMatch } from '../../modules/matching/commands/end-match.ts';
import { closeEnrolment } from '../../modules/leaving/commands/close-enrolment.ts';
import { enrolmentById } from '../../modules/enterprises/reads.ts';
import { areaWords } from './area-words.ts';
import type { Company, Firm } from './company.ts';
import type { Script } from './director.ts';
import type { FirmPart } from './firm-cast.ts';
import { findMentor, leaveChoiceOpen, leaveOfferOpen, type Match } from './matching.ts';
import { meet } from './meetings.ts';
import type { Random } from './random.ts';
import { unlessRefused } from './refused.ts';

export interface OpenNeed {
  readonly needId: string;
  readonly area: AreaKey;
}

const handover =
  'What has been done is in the plan. The founder decides fast and wants figures; two actions are still open.';

/** Need after need: a mentor is found, they meet, it ends. How, the firm's arc says. */
export async function* supportFirm(
  company: Company,
  firm: Firm,
  part: FirmPart,
  needs: OpenNeed[],
  random: Random,
): Script {
  const { stage } = company;
  if (part.arc === 'unmatched') return;
  const isShort = ['finished', 'waiting', 'shortlist'].includes(part.arc);
  const isLasting = ['drift', 'no-show', 'dispute', 'silent'].includes(part.arc);
  for (let round = 0; ; round += 1) {
    const left = daysBetween(stage.day(), stage.today);
    const need = needs.shift() ?? (yield* nextNeed(company, firm, part, round, random));
    if (round > 0 && left < 60 && (part.arc === 'waiting' || part.arc === 'shortlist')) {
      return yield* leaveOpen(company, firm, part, need);
    }
    const match = yield* lookForMentor(company, firm, need.needId, random);
    if (match === null) return;
    // What makes the arc shows at the end of the story; until then it goes as it should.
    const isLast = isLasting && daysBetween(stage.day(), stage.today) < 170;
    const elsewhere = part.finds === need.area ? part.asks : part.finds;
    const wish = {
      area: need.area,
      elsewhere: elsewhere === need.area ? ('customers' as const) : elsewhere,
      arc: isLasting && !isLast ? ('steady' as const) : part.arc,
    };
    if (round === 0 && part.arc === 'misfit') {
      yield* meet(company, firm, match, { ...wish, count: 2 }, random);
      yield* separate(company, firm, match);
      needs.unshift(need);
      continue;
    }
    if (round === 0 && part.arc === 'changed') {
      yield* meet(company, firm, match, { ...wish, count: random.between(3, 5) }, random);
      yield* change(company, firm, part, match, needs, random);
      continue;
    }
    const count = isLast ? 60 : isShort ? 4 : random.between(5, 8);
    yield* meet(company, firm, match, { ...wish, count }, random);
    if (part.arc === 'silent' && isLast) return;
    yield* finish(company, firm, need, match, random);
    if (part.arc === 'finished' && round > 0) return yield* leave(company, firm);
  }
}

/** Looks again every fortnight while nobody can be asked; null when the firm is not supported any more. */
async function* lookForMentor(
  company: Company,
  firm: Firm,
  needId: string,
  random: Random,
): Script<Match | null> {
  const { stage } = company;
  for (;;) {
    const { state } = await stage.read((tx) => enrolmentById(tx, firm.enrolmentId));
    if (state !== 'eligible') return null;
    const match = yield* findMentor(company, firm, needId, random);
    if (match !== null) return match;
    yield stage.later(14, '10:10');
  }
}

async function* nextNeed(
  company: Company,
  firm: Firm,
  part: FirmPart,
  round: number,
  random: Random,
): Script<OpenNeed> {
  const { stage } = company;
  yield stage.later(random.between(2, 9), '09:35');
  const others = (
    ['customers', 'finance', 'people', 'operations', 'digital', 'strategy'] as const
  ).filter((each) => each !== part.finds);
  const area = round === 1 && part.asks !== part.finds ? part.asks : random.pick(others);
  const { needId } = await openNeed(await stage.as(firm.adviserId), {
    enrolmentId: firm.enrolmentId,
    area,
    detail: random.pick(areaWords[area].needs),
    seenBy: random.pick(['adviser', 'enterprise', 'mentor'] as const),
    minutesPerMonth: 120,
  });
  return { needId, area };
}

/** The last need of some firms waits for an answer that has not come when the story ends. */
async function* leaveOpen(company: Company, firm: Firm, part: FirmPart, need: OpenNeed): Script {
  const { stage } = company;
  const wait = daysBetween(stage.day(), addDays(stage.today, -2));
  if (wait > 0) yield stage.later(wait, '10:20');
  if (part.arc === 'waiting') await leaveOfferOpen(company, firm, need.needId);
  else await leaveChoiceOpen(company, firm, need.needId);
}

async function* separate(company: Company, firm: Firm, match: Match): Script {
  const { stage } = company;
  yield stage.later(3, '16:05');
  const adviser = await stage.as(firm.adviserId);
  await unlessRefused(
    endMatch(adviser, {
      matchId: match.matchId,
      cause: 'misfit',
      note: 'Both are able, but they talk past each other.',
      handover,
    }),
  );
  await unlessRefused(
    barPair(adviser, {
      enrolmentId: firm.enrolmentId,
      mentorId: match.mentorId,
      cause: 'tried-misfit',
      reason: 'Two sessions, no common ground',
    }),
  );
}

async function* change(
  company: Company,
  firm: Firm,
  part: FirmPart,
  match: Match,
  needs: OpenNeed[],
  random: Random,
): Script {
  const { stage } = company;
  yield stage.later(2, '14:25');
  const area = needs[0]?.area ?? part.asks;
  const keepsMentor = random.chance(0.3);
  const next = await unlessRefused(
    changeMatch(await stage.as(firm.adviserId), {
      matchId: match.matchId,
      keepsMentor,
      overrideReason: 'The two work well together and want to go on.',
      handover,
      result: 'changed',
      next: { area, detail: random.pick(areaWords[area].needs), minutesPerMonth: 150 },
    }),
  );
  // The match has ended meanwhile; the next need is opened as usual.
  if (next === null) return;
  if (next.matchId === null) {
    needs.unshift({ needId: next.needId, area });
    return;
  }
  const kept = { matchId: next.matchId, mentorId: match.mentorId };
  const wish = { area, elsewhere: part.asks, arc: 'steady' as const, count: random.between(4, 6) };
  yield* meet(company, firm, kept, wish, random);
  yield* finish(company, firm, { needId: next.needId, area }, kept, random);
}

async function* finish(
  company: Company,
  firm: Firm,
  need: OpenNeed,
  match: Match,
  random: Random,
): Script {
  const { stage } = company;
  yield stage.later(3, '11:45');
  const adviser = await stage.as(firm.adviserId);
  await unlessRefused(endMatch(adviser, { matchId: match.matchId, cause: 'finished', handover }));
  await unlessRefused(
    closeNeed(adviser, {
      needId: need.needId,
      result: random.pick(['met', 'met', 'partly-met'] as const),
      note: 'The firm carries on by itself.',
    }),
  );
}

async function* leave(company: Company, firm: Firm): Script {
  const { stage } = company;
  yield stage.later(4, '12:05');
  const { version } = await stage.read((tx) => enrolmentById(tx, firm.enrolmentId));
  await unlessRefused(
    closeEnrolment(await stage.as(firm.adviserId), {
      enrolmentId: firm.enrolmentId,
      version,
      outcome: 'closed',
      reason: 'The aims of the plan are reached; aftercare by the growth hub.',
    }),
  );
}
