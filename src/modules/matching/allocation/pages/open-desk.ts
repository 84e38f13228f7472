import { redirect } from 'react-router';
import { notFound } from '../../../../kernel/errors.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import type { PageArgs } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { matchingPermissions } from '../../permissions.ts';
import { type Edit, editsInForce, wishesOf } from '../allocation.ts';
import { logOf } from '../allocation-rows.ts';
import { mayBeAsked } from '../desk.ts';
import { changesBetween, placesOf, propose, type Proposal, totalsOf } from '../proposal.ts';
import { proposalNow } from '../../solving/reads.ts';
import { areaLabels } from '../../../programmes/area.ts';
import { draftOf, namesInLog } from '../reads.ts';

/** The programme's draft, if one is begun, solved as it stands; the start of every page of the match desk. */
export async function openDraft({ ctx, tx, params }: Pick<PageArgs, 'ctx' | 'tx' | 'params'>) {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, matchingPermissions.allocation.edit, subject)) throw notFound();
  const draft = await draftOf(tx, programme.id);
  const { done, undone } = editsInForce(draft ? await logOf(tx, draft.id) : []);
  const asked = { programmeId: programme.id, draft, done, needId: params['need'] };
  const proposal = await proposalNow(tx, ctx, asked);
  if (!proposal) throw redirect(programmePaths(ctx.org.slug, programme.slug).matchDeskLarge);
  return { programme, draft, done, undone, desk: proposal.desk, proposal };
}

/** What every form of the match desk sends along. */
export function draftKey(draft: { id: string; version: number } | null) {
  return { id: draft?.id ?? '', version: draft?.version ?? 1 };
}

export type DraftKey = ReturnType<typeof draftKey>;

/** Names of needs (by their enterprise) and of mentors, those of the log that are gone among them. */
export async function namesOf(
  { tx }: Pick<PageArgs, 'tx'>,
  proposal: Proposal,
  draftId: string | null,
): Promise<Map<string, string>> {
  const gone = draftId === null ? new Map<string, string>() : await namesInLog(tx, draftId);
  const firms = new Map<string, number>();
  for (const { enterpriseId } of proposal.desk.needs) {
    firms.set(enterpriseId, (firms.get(enterpriseId) ?? 0) + 1);
  }
  return new Map([
    ...gone,
    // A firm with several needs is named with the area, or its steps could not be told apart.
    ...proposal.desk.needs.map((need) => {
      const isAlone = firms.get(need.enterpriseId) === 1;
      const area = areaLabels[need.area].toLowerCase();
      return [need.id, isAlone ? need.enterpriseName : `${need.enterpriseName}, ${area}`] as const;
    }),
    ...proposal.desk.mentors.map((mentor) => [mentor.id, mentor.name] as const),
  ]);
}

/** What the last step changed and cost; null before the first step. */
export function lastStepOf(proposal: Proposal, done: readonly Edit[], salt: string) {
  const last = done.at(-1);
  if (!last) return null;
  const before = propose(proposal.desk, wishesOf(done.slice(0, -1)), salt);
  return {
    edit: last,
    changes: changesBetween(before, proposal),
    before: totalsOf(before),
    after: totalsOf(proposal),
  };
}

/** What takes a mentor's places and hours, by channel, and what one more place would be worth. */
export function loadsOf({ desk, wishes, pairs, result }: Proposal) {
  const proposed = Map.groupBy(pairs, ([, mentorId]) => mentorId);
  const held = new Map(desk.needs.map((need) => [need.id, need.held]));
  const minutes = new Map(desk.needs.map((need) => [need.id, need.minutesPerMonth]));
  const places = placesOf(desk, wishes);
  return desk.mentors.map((mentor) => {
    const own = proposed.get(mentor.id) ?? [];
    const fresh = own.filter(([needId]) => held.get(needId)?.mentorId !== mentor.id);
    return {
      id: mentor.id,
      name: mentor.name,
      agreed: mentor.agreedPlaces,
      extra: wishes.places.get(mentor.id) ?? 0,
      matches: mentor.liveMatches,
      offers: mentor.offersOpen,
      proposed: fresh.length,
      left: mayBeAsked(mentor) ? Math.max(0, (places.get(mentor.id) ?? 0) - own.length) : 0,
      minutes: {
        ...mentor.minutes,
        proposed: fresh.reduce((sum, [needId]) => sum + (minutes.get(needId) ?? 0), 0),
      },
      price: result.prices[mentor.id] ?? 0,
      isPaused: wishes.paused.has(mentor.id),
      state: mentor.candidate.state,
      mayBeAsked: mayBeAsked(mentor),
    };
  });
}

export type MentorLoadLine = ReturnType<typeof loadsOf>[number];
