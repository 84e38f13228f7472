import { daysBetween } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { PageArgs } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import type { MentorRow } from '../../mentors/reads.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { outlineText } from '../briefing.ts';
import { outlineFactsOf } from '../briefing-rows.ts';
import { offersForNeed, shortlistsForNeed } from '../offers/reads.ts';
import { matchingPermissions } from '../permissions.ts';
import { sharingSaid } from '../sharing/reads.ts';
import { suggestedShortlist } from '../shortlist.ts';
import { plusAndMinus } from '../ranking.ts';
import { changingMatchOf } from '../rematch/reads.ts';
import { programmeView } from '../programme-price.ts';
import { type Prices, pricesOf } from '../weighing/reads.ts';
import { pointsOf } from '../allocation/allocation.ts';
import { wishOf } from '../wishes/reads.ts';
import { type Trait, traitWords } from '../wishes/trait.ts';
import { barredPairsOf, rankMentorsForNeed } from '../reads.ts';

const shown = 12;
const mostCompared = 3;

/** Everything the matching page shows of a need: the ranking in words, what was sent, who is left out. */
export async function openMatching({ ctx, tx, params, url }: PageArgs) {
  const programme = await programmeBySlug(tx, params['programme']);
  const { need, style, mentors, ranking, weightsVersion } = await rankMentorsForNeed(
    tx,
    ctx,
    params['need'] ?? '',
    shown,
  );
  const subject = { programmeId: programme.id, enterpriseId: need.enterpriseId };
  if (need.programmeId !== programme.id) throw notFound('need');
  if (!may(ctx.actor, matchingPermissions.ranking.read, subject)) throw notFound('need');
  const offers = await offersForNeed(tx, need.id);
  const declined = new Map(
    offers.flatMap((offer) =>
      offer.state === 'declined' || offer.state === 'expired' ? [[offer.mentorId, offer]] : [],
    ),
  );
  const ranked = ranking.ranked.map((each, at) => {
    const before = declined.get(each.mentorId);
    return {
      ...face(mentors.get(each.mentorId)),
      mentorId: each.mentorId,
      place: at + 1,
      total: each.total,
      parts: each.parts,
      flags: each.flags,
      ...plusAndMinus(each),
      declined: before ? { state: before.state, reason: before.declineReason } : null,
    };
  });
  const shortlists = await shortlistsForNeed(tx, need.id);
  const turnedDown = shortlists.flatMap((list) => (list.state === 'declined' ? list.mentors : []));
  const wish = await wishOf(tx, need.enterpriseId);
  const prices = need.state === 'closed' ? null : await pricesOf(tx, ctx, programme.id, need.id);
  const changing = await changingMatchOf(tx, need.id);
  const wanted = (url.searchParams.get('compare') ?? '').split(',').slice(0, mostCompared);
  return {
    org: ctx.org.slug,
    zone: programme.zone,
    programme: programme.slug,
    need,
    days:
      need.state === 'open'
        ? daysBetween(need.waitsSince ?? need.openedOn, ctx.clock.today(programme.zone))
        : daysBetween(need.openedOn, need.introducedOn ?? ctx.clock.today(programme.zone)),
    targetDays: programme.introduction_days,
    answerDays: programme.answer_days,
    style: style && { axes: style.axes, wish: style.wish },
    ranked,
    compared: wanted.flatMap((id) => ranked.filter((each) => each.mentorId === id)),
    eligible: ranking.eligible,
    excluded: ranking.excluded.map((each) => ({
      mentorId: each.mentorId,
      name: mentors.get(each.mentorId)?.name ?? '',
      reasons: each.rules.map((rule) => rule.because),
    })),
    weightsVersion,
    changing,
    forAll: prices && viewOf(ranked, prices, need.priority),
    wish: wish && wishWords(wish),
    offers: offers.map(
      ({ parts: _parts, briefing: _briefing, outline: _outline, remark: _remark, ...offer }) =>
        offer,
    ),
    outline: outlineText(await outlineFactsOf(tx, need, '')),
    sharing: await sharingSaid(tx, need.enrolmentId),
    shortlists,
    choice: programme.mentor_choice,
    suggested: suggestedShortlist(
      programme.mentor_choice,
      ranked,
      new Set(turnedDown.map((each) => each.mentorId)),
    ),
    barred: may(ctx.actor, matchingPermissions.barredPair.read, subject)
      ? await barredPairsOf(tx, need.enterpriseId)
      : [],
    mayOffer: changing === null && may(ctx.actor, matchingPermissions.offer.make, subject),
    mayBar: may(ctx.actor, matchingPermissions.barredPair.bar, subject),
    mayUnbar: may(ctx.actor, matchingPermissions.barredPair.unbar, subject),
  };
}

export type MatchingPage = Awaited<ReturnType<typeof openMatching>>;
export type RankedCard = MatchingPage['ranked'][number];

function face(mentor: MentorRow | undefined) {
  return {
    name: mentor?.name ?? '',
    headline: mentor?.headline ?? '',
    places: mentor?.places ?? 0,
    liveMatches: mentor?.liveMatches ?? 0,
    offersOpen: mentor?.offersOpen ?? 0,
    style: mentor?.style ?? {},
    languages: mentor?.languages ?? [],
  };
}

function wishWords({ trait, isMust }: { trait: Trait; isMust: boolean }): string {
  return isMust
    ? `The founder asks for ${traitWords[trait].wish} and nobody else`
    : `The founder would like ${traitWords[trait].wish}`;
}

/** Prices come in the programme's points, which count the need's priority; here they are points of fit. */
function viewOf(
  ranked: readonly { mentorId: string; name: string; total: number }[],
  { prices, served, waiting, proposed }: Prices,
  priority: number,
) {
  const factor = 10_000 / pointsOf(10_000, priority);
  const view = programmeView(
    ranked.map(({ mentorId, total }) => ({
      mentorId,
      total,
      price: Math.round((prices.get(mentorId) ?? 0) * factor),
    })),
    { waiting: Math.round(waiting * factor), ...(proposed === undefined ? {} : { proposed }) },
  );
  if (!view) return null;
  const named = <T extends { mentorId: string }>(worth: T) => ({
    ...worth,
    name: ranked.find((each) => each.mentorId === worth.mentorId)?.name ?? '',
    served: served.get(worth.mentorId) ?? [],
  });
  return { ...view, best: named(view.best), bestForAll: view.bestForAll && named(view.bestForAll) };
}
