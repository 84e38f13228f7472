import { dateInZone, daysBetween } from '../../../../kernel/calendar.ts';
import { notFound } from '../../../../kernel/errors.ts';
import type { PageArgs } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { changedIssueOf, openIssueOf } from '../../../diagnosis/contacts/reads.ts';
import { needDrift } from '../../../diagnosis/drift.ts';
import { type AreaKey, areaKeys, areaLabels } from '../../../programmes/area.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { fitOfMatch } from '../../fit/reads.ts';
import type { FitAnswer } from '../../fit/fit-check.ts';
import { type EndCause, endCauses } from '../../match.ts';
import { nextMentorsOf } from '../../next-mentor-rows.ts';
import { matchingPermissions } from '../../permissions.ts';
import { matchInPlace } from '../../reads.ts';
import { handoverDraft } from '../handover.ts';
import { handoverFactsOf, meetingsOfMatches, topicsOfMatch } from '../reads.ts';
import { likelyCause } from '../rematch.ts';
import { rhythmOf, silenceOf } from '../rhythm.ts';

/** Everything that bears on changing a match, for every cause: evidence, the draft of a handover, and who could be next. */
export async function openRematch({ ctx, tx, params, url }: PageArgs) {
  const programme = await programmeBySlug(tx, params['programme']);
  const match = await matchInPlace(tx, params['match'] ?? '');
  const subject = { programmeId: programme.id, enterpriseId: match.enterpriseId };
  if (match.programmeId !== programme.id || match.endCause !== null) throw notFound('match');
  if (!may(ctx.actor, matchingPermissions.rematch.settle, subject)) throw notFound('match');
  const { zone } = programme;
  const today = ctx.clock.today(zone);
  const { rematches, checks } = await fitOfMatch(tx, match.id);
  const open = rematches.find((each) => each.outcome === null) ?? null;
  const contactId =
    url.searchParams.get('contact') ?? (await openIssueOf(tx, match.enrolmentId))?.contactId;
  const said = await changedIssueOf(tx, match.enrolmentId, contactId ?? null);
  const drift = needDrift(
    match.area,
    (await topicsOfMatch(tx, match.id)).map((one) => ({
      on: dateInZone(one.at, zone),
      topics: one.topics as AreaKey[],
    })),
    today,
  );
  const [meeting] = await meetingsOfMatches(tx, {
    programmeId: programme.id,
    zone,
    matchId: match.id,
  });
  const metOn = meeting?.metOn ?? [];
  const silence = meeting ? silenceOf(meeting, today) : null;
  const wanted = endCauses.find((each) => each === url.searchParams.get('cause'));
  const likely =
    (open ? likelyCause[open.source] : '') ||
    (said !== '' || drift.drifting ? 'need-changed' : silence ? 'silence' : '');
  const cause: EndCause | '' = wanted ?? likely;
  const area =
    areaKeys.find((each) => each === url.searchParams.get('area')) ?? drift.toward ?? undefined;
  const present = { needId: match.needId, mentorId: match.mentorId };
  const asNext = cause === 'need-changed' && area ? { area } : {};
  const lastOn = metOn.at(-1) ?? null;
  return {
    org: ctx.org.slug,
    zone,
    programme: programme.slug,
    match,
    open,
    answers: checks.flatMap((each) =>
      each.answer === null ? [] : [{ ...each, answer: each.answer as FitAnswer }],
    ),
    said,
    contactId: contactId ?? null,
    /** The row of Today that led here, to be kept with a reason; null when the match itself is to change. */
    row: open ? null : drift.drifting ? `drift/${match.id}` : silence ? `quiet/${match.id}` : null,
    backTo: url.searchParams.get('then'),
    drift,
    meetings: {
      lastOn,
      days: daysBetween(lastOn ?? match.fromOn, today),
      rhythm: rhythmOf(metOn),
      nextOn: meeting?.nextOn ?? null,
    },
    cause,
    area,
    next: await nextMentorsOf(tx, ctx, present, asNext),
    draft: handoverDraft({
      mentorName: match.mentorName,
      area: areaLabels[match.area],
      ...(await handoverFactsOf(tx, match.id, zone)),
    }),
  };
}

export type RematchPage = Awaited<ReturnType<typeof openRematch>>;
