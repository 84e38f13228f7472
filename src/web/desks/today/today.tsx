import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { diagnosisPermissions } from '../../../modules/diagnosis/permissions.ts';
import { programmeBySlug } from '../../../modules/programmes/reads.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Card, CardGrid, EmptyState, Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { PageHeading, SubNavigation } from '../../../ui/page-heading.tsx';
import { Tag } from '../../../ui/tag.tsx';
import {
  callItems,
  driftItems,
  missItems,
  needItems,
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
  overdueNeeds,
  overridesWaiting,
  silentEnterprises,
  unsettledSessions,
  waitingForAnswer,
} from './today-reads.ts';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, diagnosisPermissions.contact.read, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  const isMine = url.searchParams.get('of') === 'me';
  const { zone } = programme;
  const today = ctx.clock.today(zone);
  const wish = {
    programmeId: programme.id,
    today,
    now: ctx.clock.now(),
    adviserId: isMine ? ctx.actor.personId : null,
    cadence: programme.cadence,
    introductionDays: programme.introduction_days,
  };
  const paths = programmePaths(ctx.org.slug, programme.slug);
  const calls = await callsDue(tx, wish);
  const bands = [
    {
      id: 'due',
      title: 'Due now',
      about: 'Contacts, answers and decisions that wait for somebody.',
      items: [
        ...callItems(calls, paths, today),
        ...waitingItems(await waitingForAnswer(tx, wish), paths, today, zone),
        ...overrideItems(await overridesWaiting(tx, wish), paths, ctx.actor.personId),
      ],
    },
    {
      id: 'drifting',
      title: 'Drifting',
      about: 'The sessions no longer fit the need, or nobody has heard of the firm.',
      items: [
        ...driftItems(await matchTopics(tx, wish), paths, today, zone),
        ...silentItems(await silentEnterprises(tx, wish), paths),
      ],
    },
    {
      id: 'at-risk',
      title: 'At risk',
      about: 'Missed appointments, needs past their target, time that may not count.',
      items: [
        ...missItems(await missedInARow(tx, wish), paths),
        ...needItems(await overdueNeeds(tx, wish), paths, today, programme.introduction_days),
        ...sessionItems(await unsettledSessions(tx, wish), paths, zone),
      ],
    },
  ];
  return {
    org: ctx.org.slug,
    programme: { slug: programme.slug, name: programme.name },
    today,
    isMine,
    bands,
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
          { label: 'Everybody’s', href: paths.today, isCurrent: !isMine },
          { label: 'Mine', href: `${paths.today}?of=me`, isCurrent: isMine },
        ]}
      />
      {isEmpty ? (
        <EmptyState
          title="Nothing waits"
          action={
            <LinkButton href={paths.enterprises} kind="secondary">
              See the enterprises
            </LinkButton>
          }
        >
          No contact is due, nobody is silent, every offer is answered and every match fits its
          need.
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

function Band({ title, items }: { title: string; items: readonly TodayItem[] }) {
  return (
    <DataTable
      caption={title}
      rows={items}
      rowKey={(item) => item.key}
      columns={[
        {
          key: 'enterprise',
          label: 'Enterprise',
          isHeader: true,
          cell: (item) => <a href={item.href}>{item.enterprise}</a>,
        },
        { key: 'why', label: 'Why', cell: (item) => item.why },
        { key: 'tag', label: 'State', cell: (item) => <Tag tone={item.tone}>{item.tag}</Tag> },
        {
          key: 'verb',
          label: 'Do',
          cell: (item) => (
            <LinkButton href={item.verbHref} kind="secondary">
              {item.verb}
              <span className="govuk-visually-hidden"> for {item.enterprise}</span>
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
