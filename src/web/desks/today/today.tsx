import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { bringRowBack } from '../../../modules/diagnosis/aside/commands/bring-row-back.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { Card, CardGrid, EmptyState, Panel } from '../../../ui/card.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { PageHeading, SubNavigation } from '../../../ui/page-heading.tsx';
import { openToday } from './open-today.ts';
import { PutAside } from './put-aside.tsx';
import { TodayGroups, TodayThing } from './today-groups.tsx';

export const loader = loadPage(async (args) => {
  const { programme, paths: _, rows, ...page } = await openToday(args);
  const at = args.url.searchParams.get('at');
  const items = page.bands.flatMap((band) => band.groups.flatMap((group) => group.items));
  return {
    ...page,
    org: args.ctx.org.slug,
    zone: programme.zone,
    programme: { slug: programme.slug, name: programme.name },
    counts: page.bands.map((band) =>
      band.groups.reduce((sum, group) => sum + group.items.length, 0),
    ),
    /** After a row is done the work goes on with the one below it, or with the first. */
    next: at === null ? null : (items.find((item) => item.key === at) ?? items[0] ?? null),
    left: items.length,
    known: rows.size,
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  await bringRowBack(ctx, { asideId: textOf(form, 'aside') });
  return done(
    programmePaths(ctx.org.slug, params['programme'] ?? '').today,
    'The row is back on the list.',
  );
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { org, programme, today, isMine, bands, callsTotal, next, left } = page;
  const paths = programmePaths(org, programme.slug);
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
      {next ? (
        <Panel
          id="next"
          title="Next"
          actions={<a href={`#${bands[0]?.id ?? 'due'}`}>{plural(left, 'thing')} left in all</a>}
        >
          <p className="govuk-body govuk-!-margin-bottom-1">
            <a href={next.href}>
              <strong>{next.enterprise}</strong>
            </a>
          </p>
          <TodayThing item={next} mayPutAside={page.mayPutAside} />
        </Panel>
      ) : null}
      {page.out.offers + page.out.shortlists + page.out.answered === 0 ? null : (
        <p className="govuk-body">
          {outWords(page.out)} <a href={paths.offers}>See the offers</a>
        </p>
      )}
      {left === 0 ? (
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
          every need has a mentor or somebody asked, and no applicant waits for a decision.
        </EmptyState>
      ) : (
        <>
          <CardGrid>
            {bands.map((band, at) => (
              <Card
                key={band.id}
                label={band.title}
                value={page.counts[at] ?? 0}
                href={`#${band.id}`}
                note={band.id === 'due' ? `${plural(callsTotal, 'contact')} due` : undefined}
              />
            ))}
          </CardGrid>
          {bands.map((band) => (
            <Panel key={band.id} id={band.id} title={band.title}>
              <p className="app-quiet">{band.about}</p>
              {band.groups.length === 0 ? (
                <p className="govuk-body">Nothing here.</p>
              ) : (
                <TodayGroups
                  title={band.title}
                  groups={band.groups}
                  mayPutAside={page.mayPutAside}
                />
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
      <PutAside rows={page.aside} zone={page.zone} mayBringBack={page.mayPutAside} />
    </>
  );
}

function outWords({
  offers,
  shortlists,
  answered,
}: {
  offers: number;
  shortlists: number;
  answered: number;
}): string {
  const lists = shortlists === 0 ? '' : ` and ${plural(shortlists, 'shortlist')}`;
  return `${plural(offers, 'offer')}${lists} out, ${answered} answered in the last seven days. Each stands below on the last day of its time.`;
}
