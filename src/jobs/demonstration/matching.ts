import { answerOffer } from '../../modules/matching/commands/answer-offer.ts';
import { chooseFromShortlist } from '../../modules/matching/commands/choose-from-shortlist.ts';
import { expireOffers } from '../../modules/matching/commands/expire-offers.ts';
import { offerMatch } from '../../modules/matching/commands/offer-match.ts';
import { sendShortlist } from '../../modules/matching/commands/send-shortlist.ts';
import { declineReasons } from '../../modules/matching/offer.ts';
import { rankMentorsForNeed } from '../../modules/matching/reads.ts';
import { systemActor } from '../../platform/permission.ts';
import type { Company, Firm } from './company.ts';
import type { Script } from './director.ts';
import type { Random } from './random.ts';

export interface Match {
  readonly matchId: string;
  readonly mentorId: string;
}

/** Whom to ask for a need now, best first. */
async function ranked(company: Company, firm: Firm, needId: string): Promise<string[]> {
  const ctx = await company.stage.as(firm.adviserId);
  const { ranking } = await company.stage.read((tx) => rankMentorsForNeed(tx, ctx, needId, 10));
  return ranking.ranked.map((each) => each.mentorId);
}

/** Finds a mentor for a need as advisers do: asks one, or lets the firm choose. Null when nobody is left. */
export async function* findMentor(
  company: Company,
  firm: Firm,
  needId: string,
  random: Random,
): Script<Match | null> {
  const declined = new Set<string>();
  for (let attempt = 0; attempt < 4; attempt += 1) {
    yield company.stage.later(random.between(1, 3), '10:30');
    const list = await ranked(company, firm, needId);
    const wanted = list.filter((id) => !declined.has(id));
    const mentorId = wanted[0];
    if (mentorId === undefined) return null;
    const lets = attempt === 0 && wanted.length > 1 && random.chance(0.3);
    const offerId = lets
      ? yield* letChoose(company, firm, needId, wanted.slice(0, 3))
      : await ask(company, firm, needId, mentorId, list[0] !== mentorId);
    const asked = lets ? await mentorOf(company, offerId) : mentorId;
    const answer = yield* answerOf(company, offerId, asked, random);
    if (answer !== null) return { matchId: answer, mentorId: asked };
    declined.add(asked);
  }
  return null;
}

/** Asks the best mentor and leaves the offer open. */
export async function leaveOfferOpen(company: Company, firm: Firm, needId: string): Promise<void> {
  const [best] = await ranked(company, firm, needId);
  if (best !== undefined) await ask(company, firm, needId, best, false);
}

/** Sends a shortlist and leaves the choice open. */
export async function leaveChoiceOpen(company: Company, firm: Firm, needId: string): Promise<void> {
  const wanted = await ranked(company, firm, needId);
  if (wanted.length < 2) return;
  await sendShortlist(await company.stage.as(firm.adviserId), {
    needId,
    mentorIds: wanted.slice(0, 3),
    message: 'Each of them could start this month.',
  });
}

async function ask(
  company: Company,
  firm: Firm,
  needId: string,
  mentorId: string,
  isSecond: boolean,
): Promise<string> {
  const { offerId } = await offerMatch(await company.stage.as(firm.adviserId), {
    needId,
    mentorId,
    ...(isSecond ? { overrideReason: 'The mentor ranked first has declined' } : {}),
  });
  return offerId;
}

async function* letChoose(
  company: Company,
  firm: Firm,
  needId: string,
  mentorIds: string[],
): Script<string> {
  const { stage } = company;
  const { shortlistId } = await sendShortlist(await stage.as(firm.adviserId), {
    needId,
    mentorIds,
    message: 'Three mentors who know this well. Whom would you like to meet?',
  });
  yield stage.later(2, '15:20');
  const { offerId } = await chooseFromShortlist(await stage.as(firm.leadId), {
    shortlistId,
    choice: mentorIds[0] ?? '',
    words: 'The story of the first one is close to ours.',
  });
  return offerId ?? '';
}

async function mentorOf(company: Company, offerId: string): Promise<string> {
  const row = await company.stage.read((tx) =>
    tx.selectFrom('offer').select('mentor_id').where('id', '=', offerId).executeTakeFirstOrThrow(),
  );
  return row.mentor_id;
}

/** Most say yes within two days, some say no, a few let the time pass. Gives the match. */
async function* answerOf(
  company: Company,
  offerId: string,
  mentorId: string,
  random: Random,
): Script<string | null> {
  const { stage } = company;
  const mood = random.next();
  if (mood > 0.95) {
    yield stage.later(10, '08:30');
    await expireOffers({ ...(await stage.as(company.staff.managerId)), actor: systemActor }, {});
    return null;
  }
  yield stage.later(random.between(1, 2), '17:40');
  const mentor = await stage.as(company.mentors.get(mentorId) ?? '');
  if (mood > 0.87) {
    await answerOffer(mentor, {
      offerId,
      answer: 'decline',
      reason: random.pick(declineReasons.filter((reason) => reason !== 'conflict')),
      note: 'I hope you find somebody soon.',
    });
    return null;
  }
  const { matchId } = await answerOffer(mentor, { offerId, answer: 'accept' });
  return matchId;
}
