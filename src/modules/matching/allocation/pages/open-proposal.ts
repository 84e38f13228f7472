import { notFound } from '../../../../kernel/errors.ts';
import type { PageArgs } from '../../../../platform/page.ts';
import { ruleSentence } from '../../hard-rules.ts';
import { funnelOf, rulesOf, totalOf } from '../desk.ts';
import { marketOf, reasonsOf, unservedOf, whyNot } from '../explain.ts';
import { type Proposal, takesPart } from '../proposal.ts';
import { draftKey, namesOf, openDraft } from './open-desk.ts';

/** One need on the match desk: who is proposed and why, what each other mentor would cost, who cannot be asked. */
export async function openProposal(args: PageArgs) {
  const { ctx, params } = args;
  const { programme, draft, proposal } = await openDraft(args);
  const needAt = proposal.desk.needs.findIndex((each) => each.id === params['need']);
  const need = proposal.desk.needs[needAt];
  if (!need) throw notFound('need');
  const { wishes, pairs } = proposal;
  const isIn = takesPart(need, wishes);
  const market = marketOf(proposal);
  const { wanted: _wanted, ...shown } = need;
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    targetDays: programme.introduction_days,
    draft: draftKey(draft),
    need: shown,
    isIn,
    aside: wishes.aside.get(need.id) ?? null,
    pin: wishes.pins.get(need.id) ?? null,
    mentorId: pairs.get(need.id) ?? null,
    unserved: isIn ? (unservedOf(proposal, market).get(need.id) ?? null) : null,
    funnel: funnelOf(proposal.desk, needAt).slice(0, 6),
    mentors: proposal.desk.mentors.length,
    names: await namesOf(args, proposal, draft?.id ?? null),
    choices: choicesOf(proposal, needAt, isIn ? market : null),
    excluded: excludedOf(proposal, needAt),
  };
}

/** Every mentor who may have the need, the best fit first. */
function choicesOf(proposal: Proposal, needAt: number, market: ReturnType<typeof marketOf> | null) {
  const { desk, wishes, result, pairs } = proposal;
  const need = desk.needs[needAt];
  if (!need) return [];
  const eligible = desk.mentors.flatMap((mentor, at) => {
    const total = totalOf(desk, needAt, at);
    return total === null ? [] : [{ mentor, total }];
  });
  const reasons = reasonsOf(
    proposal,
    eligible.map(({ mentor }) => [need.id, mentor.id]),
  );
  return eligible
    .toSorted((a, b) => b.total - a.total || (a.mentor.id < b.mentor.id ? -1 : 1))
    .map(({ mentor, total }, place) => {
      const isBarred = wishes.bars.get(need.id)?.has(mentor.id) ?? false;
      return {
        mentorId: mentor.id,
        name: mentor.name,
        headline: mentor.headline,
        isBestFit: place === 0,
        total,
        price: result.prices[mentor.id] ?? 0,
        pair: reasons.get(`${need.id} ${mentor.id}`) ?? null,
        isProposed: pairs.get(need.id) === mentor.id,
        isBarred,
        isPaused: wishes.paused.has(mentor.id),
        cost: market === null || isBarred ? null : whyNot(market, need.id, mentor.id),
      };
    });
}

export type Choice = ReturnType<typeof choicesOf>[number];

function excludedOf({ desk }: Proposal, needAt: number) {
  const need = desk.needs[needAt];
  return desk.mentors.flatMap((mentor, at) => {
    const rules = rulesOf(desk, needAt, at);
    if (!need || rules.length === 0) return [];
    const because = rules.map((rule) => ruleSentence(rule, need.wanted, mentor.candidate));
    return [{ mentorId: mentor.id, name: mentor.name, because: because.join(' ') }];
  });
}
