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
import { unlessRefused } from './refused.ts';

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
    const offer = lets
      ? yield* letChoose(company, firm, needId, wanted.slice(0, 3))
      : await ask(company, firm, needId, mentorId, list[0] !== mentorId);
    if (offer !== null) {
      const matchId = yield* answerOf(company, offer, random);
      if (matchId !== null) return { matchId, mentorId: offer.mentorId };
    }
    // Of a list of which nobody could be asked any more, the adviser asks the best one next.
    if (offer !== null || !lets) declined.add(offer?.mentorId ?? mentorId);
  }
  return null;
}

/** A mentor who has been asked. */
export interface Asked {
  readonly offerId: string;
  readonly mentorId: string;
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
  const adviser = await company.stage.as(firm.adviserId);
  const mentorIds = wanted.slice(0, 3);
  const message = 'Each of them could start this month.';
  await unlessRefused(sendShortlist(adviser, { needId, mentorIds, message }));
}

async function ask(
  company: Company,
  firm: Firm,
  needId: string,
  mentorId: string,
  isSecond: boolean,
): Promise<Asked | null> {
  const adviser = await company.stage.as(firm.adviserId);
  const overrideReason = isSecond ? { overrideReason: 'The mentor ranked first has declined' } : {};
  const made = await unlessRefused(offerMatch(adviser, { needId, mentorId, ...overrideReason }));
  return made && { offerId: made.offerId, mentorId };
}

async function* letChoose(
  company: Company,
  firm: Firm,
  needId: string,
  mentorIds: string[],
): Script<Asked | null> {
  const { stage } = company;
  const message = 'These know it well. Whom would you like to meet?';
  const sent = await unlessRefused(
    sendShortlist(await stage.as(firm.adviserId), { needId, mentorIds, message }),
  );
  if (sent === null) return null;
  yield stage.later(2, '15:20');
  const lead = await stage.as(firm.leadId);
  const choose = (choice: string, words: string) =>
    unlessRefused(chooseFromShortlist(lead, { shortlistId: sent.shortlistId, choice, words }));
  // A mentor of the list can have taken on somebody else since it was sent.
  for (const mentorId of mentorIds) {
    const chosen = await choose(mentorId, 'This story is close to ours.');
    if (typeof chosen?.offerId === 'string') return { offerId: chosen.offerId, mentorId };
  }
  await choose('none', 'All of them are taken by now. Please look again.');
  return null;
}

/** Most say yes within two days, some say no, a few let the time pass. Gives the match. */
export async function* answerOf(
  company: Company,
  { offerId, mentorId }: Asked,
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
    const reason = random.pick(declineReasons.filter((each) => each !== 'conflict'));
    const note = 'I hope you find somebody soon.';
    await unlessRefused(answerOffer(mentor, { offerId, answer: 'decline', reason, note }));
    return null;
  }
  const accepted = await unlessRefused(answerOffer(mentor, { offerId, answer: 'accept' }));
  return accepted?.matchId ?? null;
}
