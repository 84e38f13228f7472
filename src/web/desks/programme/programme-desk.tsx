import { useLoaderData } from 'react-router';
import { addDays, formatDate, monthsBetween } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { enterprisePermissions } from '../../../modules/enterprises/permissions.ts';
import { impactPermissions } from '../../../modules/impact/permissions.ts';
import { outputsOfProgramme } from '../../../modules/impact/reads.ts';
import { intakePermissions } from '../../../modules/intake/permissions.ts';
import { matchingPermissions } from '../../../modules/matching/permissions.ts';
import { mentorPermissions } from '../../../modules/mentors/permissions.ts';
import { type AreaKey, areaLabels } from '../../../modules/programmes/area.ts';
import { unitWords } from '../../../modules/programmes/indicator.ts';
import { formatQuantity } from '../../../modules/programmes/quantity.ts';
import { sessionPermissions } from '../../../modules/sessions/permissions.ts';
import { programmePermissions } from '../../../modules/programmes/permissions.ts';
import { programmeBySlug, programmeSettings } from '../../../modules/programmes/reads.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { LineChart } from '../../../ui/line-chart.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { ProgrammeCards } from './programme-cards.tsx';
import { demandByArea, programmeFigures } from './programme-reads.ts';
import { Figure } from './figure.tsx';
import { ReaderPanel } from './reader-panel.tsx';
import { onlyReads, sinceLastVisit } from './since-reads.ts';
import { figuresOf, type IndicatorFigures } from './indicator-figures.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, programmePermissions.programme.read, subject)) throw notFound('programme');
  const today = ctx.clock.today(programme.zone);
  const { targets, adoptions, funders } = await programmeSettings(tx, programme.id);
  const outputs = await outputsOfProgramme(tx, ctx, programme.id);
  const span = {
    from: programme.starts_on ?? today,
    until: addDays(programme.ends_on ?? today, 1),
    today,
  };
  return {
    org: ctx.org.slug,
    today,
    visit: onlyReads(ctx.actor, programme.id) ? await sinceLastVisit(tx, ctx, programme) : null,
    zone: programme.zone,
    programme: {
      slug: programme.slug,
      name: programme.name,
      endsOn: programme.ends_on,
      introductionDays: programme.introduction_days,
      currency: programme.currency,
    },
    rules: adoptions[0] ? `${adoptions[0].name}, version ${adoptions[0].version}` : null,
    funders: funders.map((funder) => funder.name),
    figures: await programmeFigures(tx, programme, today),
    demand: await demandByArea(tx, programme.id, today),
    indicators: outputs
      .map((one) => figuresOf(one, targets, span))
      .filter(
        ({ line, unproved, onTheWay }) =>
          line.target > 0 || line.total > 0 || unproved > 0 || onTheWay > 0,
      ),
    opens: {
      enterprises: may(ctx.actor, enterprisePermissions.enterprise.read, subject),
      mentors: may(ctx.actor, mentorPermissions.mentor.read, subject),
      needs: may(ctx.actor, matchingPermissions.ranking.read, subject),
      sessions: may(ctx.actor, sessionPermissions.session.read, subject),
      outputs: may(ctx.actor, impactPermissions.output.read, subject),
    },
    mayImport: may(ctx.actor, intakePermissions.import.run, subject),
    mayEdit: may(ctx.actor, programmePermissions.programme.edit, subject),
    mayReadHistory: may(ctx.actor, programmePermissions.programme.readHistory, subject),
  };
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { programme, figures, indicators, opens, today } = page;
  const paths = programmePaths(page.org, programme.slug);
  const [first] = indicators;
  const amount = (row: IndicatorFigures, value: number, section: string) => (
    <Figure href={opens.outputs && value > 0 ? `${paths.indicator(row.code)}#${section}` : null}>
      {formatQuantity(value, row.unit, programme.currency)}
    </Figure>
  );
  return (
    <>
      <title>{programme.name}</title>
      <PageHeading
        title={programme.name}
        caption={[
          programme.endsOn
            ? `Ends ${formatDate(programme.endsOn)}, ${plural(Math.max(0, monthsBetween(today, programme.endsOn)), 'month')} left`
            : null,
          page.rules,
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          page.mayEdit ? (
            <LinkButton href={paths.settings} kind="secondary">
              Settings
            </LinkButton>
          ) : page.mayReadHistory ? (
            <LinkButton href={paths.settingsHistory} kind="secondary">
              History of the settings
            </LinkButton>
          ) : null
        }
      />
      {page.visit ? <ReaderPanel visit={page.visit} zone={page.zone} /> : null}
      {figures.applied + figures.eligible + figures.closed + figures.notEligible === 0 ? (
        <EmptyState
          title={
            page.mayImport
              ? 'The programme is open; now bring people in'
              : 'No enterprise has come in yet'
          }
          action={
            page.mayImport ? <LinkButton href={paths.imports}>Import a list</LinkButton> : null
          }
        >
          {page.mayImport
            ? 'Import the firms and mentors you already have, add single ones under Enterprises and Mentors, or pass on the public page: its address is under Applications.'
            : 'What is counted stands here as soon as the programme’s staff have taken enterprises in.'}
        </EmptyState>
      ) : null}
      <ProgrammeCards
        first={first}
        currency={programme.currency}
        figures={figures}
        openNeeds={page.demand.reduce((sum, row) => sum + row.needs, 0)}
        introductionDays={programme.introductionDays}
        opens={opens}
        paths={paths}
      />
      <Panel title="Outputs against profile">
        {indicators.length === 0 ? (
          <p className="govuk-body">
            No target is set and nothing has counted yet.{' '}
            {page.mayEdit ? <a href={paths.setup('targets')}>Set the targets</a> : null}
          </p>
        ) : (
          <DataTable
            caption="Outputs against profile"
            rows={indicators}
            rowKey={(row) => row.code}
            columns={[
              {
                key: 'indicator',
                label: 'Indicator',
                isHeader: true,
                cell: (row) => `${row.code} ${row.label}`,
              },
              {
                key: 'total',
                label: 'To date',
                isNumeric: true,
                cell: (row) => amount(row, row.line.total, 'counted'),
              },
              {
                key: 'unproved',
                label: 'Not verified yet',
                isNumeric: true,
                cell: (row) => amount(row, row.unproved, 'to-verify'),
              },
              {
                key: 'due',
                label: 'Profile to last quarter',
                isNumeric: true,
                cell: (row) => amount(row, row.line.dueByNow, 'profile'),
              },
              {
                key: 'target',
                label: 'Target',
                isNumeric: true,
                cell: (row) =>
                  row.line.target === 0 ? 'none' : amount(row, row.line.target, 'profile'),
              },
              {
                key: 'way',
                label: 'On the way',
                isNumeric: true,
                cell: (row) => (
                  <Figure
                    href={
                      opens.outputs && row.onTheWay > 0
                        ? `${paths.indicator(row.code)}#on-the-way`
                        : null
                    }
                  >
                    {row.onTheWay}
                  </Figure>
                ),
              },
              {
                key: 'state',
                label: 'State',
                cell: (row) => <ProfileTag {...row} currency={programme.currency} />,
              },
            ]}
          />
        )}
      </Panel>
      {first ? (
        <Panel>
          <LineChart
            title={`${first.code} ${first.label}, cumulative`}
            unit={first.unit === 'money' ? programme.currency : unitWords[first.unit]}
            moments={first.line.quarters.map((quarter) => quarter.replace('-', ' '))}
            actual={first.line.actual.map((value) => (value === null ? null : value / 100))}
            plan={first.line.profile.map((value) => value / 100)}
          />
        </Panel>
      ) : null}
      {page.demand.length > 0 ? (
        <Panel title="Open needs and who could meet them">
          <DataTable
            caption="Open needs by area and free places of mentors who know it"
            rows={page.demand}
            rowKey={(row) => row.area}
            columns={[
              {
                key: 'area',
                label: 'Area',
                isHeader: true,
                cell: (row) => areaLabels[row.area as AreaKey],
              },
              {
                key: 'needs',
                label: 'Open needs',
                isNumeric: true,
                cell: (row) => (
                  <Figure href={opens.needs ? `${paths.needs}?area=${row.area}` : null}>
                    {row.needs}
                  </Figure>
                ),
              },
              {
                key: 'mentors',
                label: 'Mentors',
                isNumeric: true,
                cell: (row) => (
                  <Figure
                    href={
                      opens.mentors && row.mentors > 0
                        ? `${paths.mentors}?state=live&area=${row.area}`
                        : null
                    }
                  >
                    {row.mentors}
                  </Figure>
                ),
              },
              {
                key: 'places',
                label: 'Free places',
                isNumeric: true,
                cell: (row) => (
                  <Figure
                    href={
                      opens.mentors && row.places > 0
                        ? `${paths.mentors}?state=live&area=${row.area}&place=free`
                        : null
                    }
                  >
                    {row.places}
                  </Figure>
                ),
              },
              {
                key: 'state',
                label: '',
                cell: (row) => (row.places < row.needs ? <Tag tone="bad">scarce</Tag> : null),
              },
            ]}
          />
        </Panel>
      ) : null}
    </>
  );
}

/** A number without a promise beside it is neither good nor bad. */
function ProfileTag({ line, unit, currency }: IndicatorFigures & { currency: string }) {
  const { total, dueByNow, target } = line;
  if (target === 0) return <Tag>no target</Tag>;
  if (total >= dueByNow) return <Tag tone="good">on profile</Tag>;
  return <Tag tone="bad">{formatQuantity(dueByNow - total, unit, currency)} behind</Tag>;
}
