import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { withWayBack } from '../../../kernel/way-back.ts';
import { isAside } from '../../../modules/diagnosis/aside/aside.ts';
import { asidesOf } from '../../../modules/diagnosis/aside/reads.ts';
import { openIssuesOf } from '../../../modules/diagnosis/contacts/reads.ts';
import { diagnosisPermissions } from '../../../modules/diagnosis/permissions.ts';
import { firmsAdvisedBy } from '../../../modules/enterprises/advising/reads.ts';
import { undecidedApplicants } from '../../../modules/enterprises/eligibility/reads.ts';
import { enterprisePermissions } from '../../../modules/enterprises/permissions.ts';
import { waitingApplications } from '../../../modules/intake/apply/reads.ts';
import { intakePermissions } from '../../../modules/intake/permissions.ts';
import { lateYesesOf } from '../../../modules/matching/asks/reads.ts';
import { saidConflicts } from '../../../modules/matching/declines/reads.ts';
import { matchingPermissions } from '../../../modules/matching/permissions.ts';
import { unservedNeeds } from '../../../modules/matching/queue/reads.ts';
import { meetingsOfMatches, openRematches } from '../../../modules/matching/rematch/reads.ts';
import { programmePermissions } from '../../../modules/programmes/permissions.ts';
import { programmeBySlug } from '../../../modules/programmes/reads.ts';
import { sessionPermissions } from '../../../modules/sessions/permissions.ts';
import type { PageArgs } from '../../../platform/page.ts';
import { hasRole, may } from '../../../platform/permission.ts';
import { unadvisedItems } from './adviser-items.ts';
import { applicantItems, undecidedItems } from './applicant-items.ts';
import { callItems, issueItems, missItems, silentItems } from './contact-items.ts';
import { refusedItems } from './letter-items.ts';
import { undelivered } from './letter-reads.ts';
import { conflictItems, lateYesItems, quietMatchItems, rematchItems } from './match-items.ts';
import { needItems } from './need-items.ts';
import { pauseItems } from './setting-items.ts';
import { groupsOf, inOrder, type TodayBand, type TodayItem } from './today-item.ts';
import { driftItems, overrideItems, sessionItems, waitingItems } from './today-items.ts';
import {
  callsDue,
  matchTopics,
  missedInARow,
  overridesWaiting,
  questionsOut,
  silentEnterprises,
  unsettledSessions,
  waitingForAnswer,
} from './today-reads.ts';

/** A row as it is shown: with the way back to the row below it, and whether its reader may do what it asks for. */
export interface ShownItem extends TodayItem {
  hasVerb: boolean;
  /** The page where the row is kept or put off. */
  asideHref: string;
}

/** Everything that waits in a programme today, for one adviser or for all, without what was put aside. */
export async function openToday({ ctx, tx, params, url }: PageArgs) {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, diagnosisPermissions.contact.read, subject)) throw notFound('programme');
  // Whose lines: what the address says, and else an adviser's own.
  const wanted = url.searchParams.get('of');
  const isMine =
    wanted === 'me' || (wanted !== 'all' && hasRole(ctx.actor, 'adviser', programme.id));
  const { zone } = programme;
  const today = ctx.clock.today(zone);
  const adviserId = isMine ? ctx.actor.personId : null;
  const wish = {
    programmeId: programme.id,
    today,
    now: ctx.clock.now(),
    zone,
    adviserId,
    cadence: programme.cadence,
  };
  const paths = programmePaths(ctx.org.slug, programme.slug);
  const calls = await callsDue(tx, wish);
  const silent = await silentEnterprises(tx, wish);
  const isCalled = new Set(calls.map((call) => call.enrolmentId));
  const maySet = may(ctx.actor, programmePermissions.programme.edit, subject);
  // For whoever manages; advisers find what waits for such firms in their own list already.
  const mayHandOver =
    may(ctx.actor, enterprisePermissions.enrolment.assign, subject) &&
    (hasRole(ctx.actor, 'manager', programme.id) || hasRole(ctx.actor, 'admin', programme.id));
  const leadsOn: Record<TodayItem['needs'], boolean> = {
    nothing: true,
    contact: may(ctx.actor, diagnosisPermissions.contact.log, subject),
    ranking: may(ctx.actor, matchingPermissions.ranking.read, subject),
    match: may(ctx.actor, matchingPermissions.match.change, subject),
    settings: maySet,
    people: mayHandOver,
  };
  const maySettle = may(ctx.actor, sessionPermissions.session.settle, subject);
  const mayRead = may(ctx.actor, intakePermissions.application.read, subject);
  const mayAnswer = may(ctx.actor, enterprisePermissions.eligibility.override, subject);
  const all: TodayBand[] = [
    {
      id: 'due',
      title: 'Due now',
      about: 'Contacts, answers and decisions that wait for somebody.',
      items: [
        ...(maySet ? pauseItems(programme, paths, today) : []),
        ...callItems(calls, paths, today, silent),
        ...issueItems(await openIssuesOf(tx, programme.id, adviserId), paths, zone),
        ...rematchItems(await openRematches(tx, programme.id, adviserId), paths, zone),
        ...refusedItems(await undelivered(tx, programme.id, adviserId), paths, zone),
        ...waitingItems(await waitingForAnswer(tx, wish), paths, today, zone),
        ...lateYesItems(await lateYesesOf(tx, programme.id, adviserId), paths, zone),
        ...applicantItems(
          mayRead ? await waitingApplications(tx, programme.id) : [],
          paths,
          today,
          zone,
        ),
        ...undecidedItems(
          await undecidedApplicants(tx, programme, adviserId, today),
          paths,
          today,
          programme.decision_days,
          adviserId,
        ),
        ...conflictItems(await saidConflicts(tx, programme.id, adviserId), paths, zone),
        ...unadvisedItems(mayHandOver ? await firmsAdvisedBy(tx, programme.id, null) : [], paths),
        ...overrideItems(await overridesWaiting(tx, wish), paths, ctx.actor.personId, mayAnswer),
      ],
    },
    {
      id: 'drifting',
      title: 'Drifting',
      about:
        'The sessions no longer fit the need, two do not meet, or nobody has heard of the firm.',
      items: [
        ...driftItems(await matchTopics(tx, wish), paths, today, zone),
        ...quietMatchItems(await meetingsOfMatches(tx, wish), paths, today),
        ...silentItems(
          silent.filter((line) => !isCalled.has(line.enrolmentId)),
          paths,
        ),
      ],
    },
    {
      id: 'at-risk',
      title: 'At risk',
      about: 'Needs without a mentor, missed appointments, time that may not count.',
      items: [
        ...needItems(
          await unservedNeeds(tx, programme, adviserId, today),
          paths,
          today,
          programme.introduction_days,
        ),
        ...missItems(await missedInARow(tx, wish), paths, zone),
        ...sessionItems(await unsettledSessions(tx, wish), paths, zone, maySettle),
      ],
    },
  ];
  const asides = await asidesOf(tx, programme.id);
  const rows = new Map(all.flatMap(({ items }) => items.map((item) => [item.key, item])));
  const isHidden = (item: TodayItem) => isAside(item, asides.get(item.key), today);
  const of = isMine ? 'me' : 'all';
  const order = inOrder(
    groupsOf(all.map((band) => ({ ...band, items: band.items.filter((item) => !isHidden(item)) }))),
  );
  const shown = (item: TodayItem): ShownItem => {
    const query = new URLSearchParams({ of, at: order.get(item.key) ?? '' });
    const then = `${paths.today}?${query.toString()}#next`;
    const row = new URLSearchParams({ row: item.key, of });
    return {
      ...item,
      hasVerb: leadsOn[item.needs],
      verbHref: withWayBack(item.verbHref, then),
      asideHref: withWayBack(`${paths.todayRow}?${row.toString()}`, then),
    };
  };
  const bands = groupsOf(
    all.map(({ items, ...band }) => ({
      ...band,
      items: items.filter((item) => !isHidden(item)).map(shown),
    })),
  );
  return {
    programme,
    paths,
    today,
    isMine,
    bands,
    rows: new Map([...rows].map(([key, item]) => [key, shown(item)])),
    aside: [...asides.values()].flatMap((aside) => {
      const row = rows.get(aside.rowKey);
      return row && isHidden(row)
        ? [{ ...aside, enterprise: row.enterprise, tag: row.tag, why: row.why }]
        : [];
    }),
    out: await questionsOut(tx, wish),
    callsTotal: calls[0]?.total ?? 0,
    mayPutAside: may(ctx.actor, diagnosisPermissions.today.putAside, subject),
  };
}
