import { formatInstant } from '../../../../kernel/calendar.ts';
import type { PageArgs } from '../../../../platform/page.ts';
import { areaLabels } from '../../../programmes/area.ts';
import { outlineOf, outlineText } from '../../briefing.ts';
import { outlineFactsOf } from '../../briefing-rows.ts';
import { offerLetter } from '../../mails.ts';
import { answerBy } from '../../offer.ts';
import { openNeedsOf } from '../../reads.ts';
import { asksWhyDirect, sendsShortlists } from '../../shortlist.ts';
import { pointsOf } from '../allocation.ts';
import { askableFor, totalOf } from '../desk.ts';
import { bestFitOf } from '../explain.ts';
import type { Proposal } from '../proposal.ts';
import { draftKey, openDraft } from './open-desk.ts';

const here = '\u2063';

/** A page of letters; the oldest needs first. What is left over is the next run's. */
const mostLetters = 100;

/** Every proposed pair with the letter that would go out, before anybody gets one. */
export async function openLetters(args: PageArgs) {
  const { ctx, tx } = args;
  const { programme, draft, desk, proposal } = await openDraft(args);
  const due = formatInstant(
    answerBy(ctx.clock.now(), programme.answer_days, programme.zone),
    programme.zone,
  );
  const choice = programme.mentor_choice;
  const isMine = args.url.searchParams.get('of') === 'me';
  const rows = new Map((await openNeedsOf(tx, programme.id)).map((need) => [need.id, need]));
  const letters: Letter[] = [];
  for (const [needAt, need] of desk.needs.entries()) {
    if (letters.length === mostLetters) break;
    const mentorAt = desk.mentors.findIndex((each) => each.id === proposal.pairs.get(need.id));
    const mentor = desk.mentors[mentorAt];
    const row = rows.get(need.id);
    if (need.held !== null || !mentor || !row) continue;
    if (isMine && need.adviserId !== ctx.actor.personId) continue;
    const words = offerLetter({
      name: mentor.name,
      organisation: ctx.org.name,
      about: outlineOf(row),
      area: areaLabels[need.area],
      outline: here,
      due,
      url: 'The link to answer',
    });
    const [before = '', after = ''] = words.body.split(here);
    const firmChooses = asksWhyDirect(choice, askableFor(desk, needAt));
    const best = bestFitOf(proposal, need.id);
    letters.push({
      needId: need.id,
      firm: need.enterpriseName,
      area: areaLabels[need.area],
      days: need.days,
      mentor: { id: mentor.id, name: mentor.name },
      total: totalOf(desk, needAt, mentorAt) ?? 0,
      isDecided: proposal.wishes.pins.get(need.id)?.mentorId === mentor.id,
      needsPlace: false,
      reason:
        proposal.wishes.pins.get(need.id)?.reason ||
        (firmChooses ? '' : reasonFor(best, mentor.id)),
      others: sendsShortlists(choice) ? othersFor(proposal, needAt, mentor.id) : [],
      firmChooses,
      subject: words.subject,
      before: before.trim(),
      after: after.trim(),
      briefing: outlineText(await outlineFactsOf(tx, row, '')),
    });
  }
  letters.sort((a, b) => b.days - a.days || (a.firm < b.firm ? -1 : 1));
  markBeyondAgreed(proposal, letters);
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    isMine,
    draft: draftKey(draft),
    isProved: proposal.isProved,
    letters,
    firms: new Map(desk.needs.map((need) => [need.id, need.enterpriseName])),
  };
}

export interface Letter {
  needId: string;
  firm: string;
  area: string;
  days: number;
  mentor: { id: string; name: string };
  total: number;
  isDecided: boolean;
  /** The run assumes places that the mentor has not agreed to. */
  needsPlace: boolean;
  /** The firm chooses in this programme and could: it does unless told otherwise, with a reason. */
  firmChooses: boolean;
  /** Why not the mentor ranked first for this need alone, or why the firm does not choose. */
  reason: string;
  /** Who else could stand on a shortlist: the best two for the programme. */
  others: { id: string; name: string }[];
  subject: string;
  before: string;
  after: string;
  briefing: string;
}

/** Marks the letters beyond the places that each mentor has agreed to; what was decided comes first. */
function markBeyondAgreed({ desk }: Proposal, letters: readonly Letter[]): void {
  const left = new Map(
    desk.mentors.map((mentor) => [
      mentor.id,
      mentor.agreedPlaces - mentor.liveMatches - mentor.offersOpen,
    ]),
  );
  for (const letter of letters.toSorted((a, b) => Number(b.isDecided) - Number(a.isDecided))) {
    const places = left.get(letter.mentor.id) ?? 0;
    letter.needsPlace = places <= 0;
    left.set(letter.mentor.id, places - 1);
  }
}

function reasonFor(best: string | null, mentorId: string): string {
  return best === mentorId ? '' : 'Best for the programme as a whole, as the match desk proposed.';
}

/** The two best for the programme beside the one proposed: fit minus what the place is worth to others. */
function othersFor({ desk, result }: Proposal, needAt: number, mentorId: string) {
  const need = desk.needs[needAt];
  return desk.mentors
    .flatMap((mentor, at) => {
      const total = totalOf(desk, needAt, at);
      if (total === null || mentor.id === mentorId || !need) return [];
      if (mentor.liveMatches + mentor.offersOpen >= mentor.agreedPlaces) return [];
      const value = pointsOf(total, need.priority) - (result.prices[mentor.id] ?? 0);
      return [{ id: mentor.id, name: mentor.name, value }];
    })
    .toSorted((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1))
    .slice(0, 2)
    .map(({ id, name }) => ({ id, name }));
}
