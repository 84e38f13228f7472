import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { diagnosisPermissions } from '../../../modules/diagnosis/permissions.ts';
import { enterprisePermissions } from '../../../modules/enterprises/permissions.ts';
import { waitingApplications } from '../../../modules/intake/apply/reads.ts';
import { intakePermissions } from '../../../modules/intake/permissions.ts';
import { saidConflicts } from '../../../modules/matching/declines/reads.ts';
import { matchingPermissions } from '../../../modules/matching/permissions.ts';
import { unservedNeeds } from '../../../modules/matching/queue/reads.ts';
import { openRematches } from '../../../modules/matching/rematch/reads.ts';
import { programmeBySlug } from '../../../modules/programmes/reads.ts';
import { sessionPermissions } from '../../../modules/sessions/permissions.ts';
import { loadPage } from '../../../platform/page.ts';
import { hasRole, may } from '../../../platform/permission.ts';
import { Card, CardGrid, EmptyState, Panel } from '../../../ui/card.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { PageHeading, SubNavigation } from '../../../ui/page-heading.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { applicantItems } from './applicant-items.ts';
import { needItems } from './need-items.ts';
import { conflictItems, rematchItems } from './match-items.ts';
import {
  callItems,
  driftItems,
  missItems,
  overrideItems,
  sessionItems,
  silentItems,
  type TodayItem,
  waitingItems,
} from './today-items.ts';
import {
  callsDue,
  matchTopics,
  missedInARow,
  overridesWaiting,
  silentEnterprises,
  unsettledSessions,
  waitingForAnswer,
} from './today-reads.ts';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, diagnosisPermissions.contact.read, subject)) throw notFound('programme');
  // Whose lines: what the address says, and else an adviser's own.
  const wanted = url.searchParams.get('of');
  const isMine =
    wanted === 'me' || (wanted !== 'all' && hasRole(ctx.actor, 'adviser', programme.id));
  const { zone } = programme;
  const today = ctx.clock.today(zone);
  const wish = {
    programmeId: programme.id,
    today,
    now: ctx.clock.now(),
    adviserId: isMine ? ctx.actor.personId : null,
    cadence: programme.cadence,
  };
  const paths = programmePaths(ctx.org.slug, programme.slug);
  const calls = await callsDue(tx, wish);
  const silent = await silentEnterprises(tx, wish);
  const isCalled = new Set(calls.map((call) => call.enrolmentId));
  const leadsOn: Record<TodayItem['needs'], boolean> = {
    nothing: true,
    contact: may(ctx.actor, diagnosisPermissions.contact.log, subject),
    ranking: may(ctx.actor, matchingPermissions.ranking.read, subject),
    match: may(ctx.actor, matchingPermissions.match.change, subject),
  };
  const maySettle = may(ctx.actor, sessionPermissions.session.settle, subject);
  const mayRead = may(ctx.actor, intakePermissions.application.read, subject);
  const mayAnswer = may(ctx.actor, enterprisePermissions.eligibility.override, subject);
  const bands = [
    {
      id: 'due',
      title: 'Due now',
      about: 'Contacts, answers and decisions that wait for somebody.',
      items: [
        ...callItems(calls, paths, today, silent),
        ...applicantItems(
          mayRead ? await waitingApplications(tx, programme.id) : [],
          paths,
          today,
          zone,
        ),
        ...waitingItems(await waitingForAnswer(tx, wish), paths, today, zone),
        ...rematchItems(await openRematches(tx, programme.id, wish.adviserId), paths, zone),
        ...conflictItems(await saidConflicts(tx, programme.id, wish.adviserId), paths, zone),
        ...overrideItems(await overridesWaiting(tx, wish), paths, ctx.actor.personId, mayAnswer),
      ],
    },
    {
      id: 'drifting',
      title: 'Drifting',
      about: 'The sessions no longer fit the need, or nobody has heard of the firm.',
      items: [
        ...driftItems(await matchTopics(tx, wish), paths, today, zone),
        ...silentItems(
          silent.filter((line) => !isCalled.has(line.enrolmentId)),
          paths,
        ),
      ],
    },
    {
      id: 'at-risk',
      title: 'At risk',
      about: 'Missed appointments, needs past their target, time that may not count.',
      items: [
        ...missItems(await missedInARow(tx, wish), paths),
        ...needItems(
          await unservedNeeds(tx, programme, wish.adviserId, today),
          paths,
          today,
          programme.introduction_days,
        ),
        ...sessionItems(await unsettledSessions(tx, wish), paths, zone, maySettle),
      ],
    },
  ];
  return {
    org: ctx.org.slug,
    programme: { slug: programme.slug, name: programme.name },
    today,
    isMine,
    bands: bands.map((band) => ({
      ...band,
      items: band.items.map((item) => ({ ...item, hasVerb: leadsOn[item.needs] })),
    })),
    callsTotal: calls[0]?.total ?? 0,
  };
});

export default function Screen() {
  const { org, programme, today, isMine, bands, callsTotal } = useLoaderData<typeof loader>();
  const paths = programmePaths(org, programme.slug);
  const isEmpty = bands.every((band) => band.items.length === 0);
  return (
    <>
      <title>{`Today – ${programme.name}`}</title>
      <PageHeading title="Today" caption={`${formatDate(today)} · ${programme.name}`} />
      <SubNavigation
        label="Whose"
        links={[
          { label: 'Mine', href: `${paths.today}?of=me`, isCurrent: isMine },
          { label: 'All', href: `${paths.today}?of=all`, isCurrent: !isMine },
        ]}
      />
      {isEmpty ? (
        <EmptyState
          title={isMine ? 'Nothing waits for you' : 'Nothing waits'}
          action={
            <LinkButton
              href={isMine ? `${paths.today}?of=all` : paths.enterprises}
              kind="secondary"
            >
              {isMine ? 'See what waits for all' : 'See the enterprises'}
            </LinkButton>
          }
        >
          {isMine ? 'Among the enterprises you advise, no' : 'No'} contact is due, nobody is silent,
          every offer is answered and every match fits its need. No application waits.
        </EmptyState>
      ) : (
        <>
          <CardGrid>
            {bands.map((band) => (
              <Card
                key={band.id}
                label={band.title}
                value={band.items.length}
                href={`#${band.id}`}
                note={band.id === 'due' ? `${plural(callsTotal, 'contact')} due` : undefined}
              />
            ))}
          </CardGrid>
          {bands.map((band) => (
            <Panel key={band.id} id={band.id} title={band.title}>
              <p className="app-quiet">{band.about}</p>
              {band.items.length === 0 ? (
                <p className="govuk-body">Nothing here.</p>
              ) : (
                <Band title={band.title} items={band.items} />
              )}
            </Panel>
          ))}
          {callsTotal > 50 ? (
            <p className="govuk-body">
              The 50 longest overdue contacts are shown.{' '}
              <a href={`${paths.enterprises}?sort=next-contact`}>
                See all in the list of enterprises
              </a>
            </p>
          ) : null}
        </>
      )}
    </>
  );
}

interface BandProps {
  title: string;
  items: readonly (TodayItem & { hasVerb: boolean })[];
}

function Band({ title, items }: BandProps) {
  return (
    <ul className="app-todo" aria-label={title}>
      {items.map((item) => (
        <li key={item.key} className="app-todo__item">
          <p className="app-todo__name">
            <a href={item.href}>{item.enterprise}</a>
            <br />
            <Tag tone={item.tone}>{item.tag}</Tag>
          </p>
          <p>{item.why}</p>
          {item.hasVerb ? (
            <LinkButton href={item.verbHref} kind="secondary">
              {item.verb}
              <span className="govuk-visually-hidden"> for {item.enterprise}</span>
            </LinkButton>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
