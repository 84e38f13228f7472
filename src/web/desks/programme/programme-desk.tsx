import { useLoaderData } from 'react-router';
import { addDays, formatDate, monthsBetween } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { enterprisePermissions } from '../../../modules/enterprises/permissions.ts';
import { outputsOfProgramme } from '../../../modules/impact/reads.ts';
import { intakePermissions } from '../../../modules/intake/permissions.ts';
import { matchingPermissions } from '../../../modules/matching/permissions.ts';
import { mentorPermissions } from '../../../modules/mentors/permissions.ts';
import { type AreaKey, areaLabels } from '../../../modules/programmes/area.ts';
import { unitWords } from '../../../modules/programmes/indicator.ts';
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
import { type Trajectory, trajectory } from './trajectory.ts';

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
    programme: {
      slug: programme.slug,
      name: programme.name,
      endsOn: programme.ends_on,
      introductionDays: programme.introduction_days,
    },
    rules: adoptions[0] ? `${adoptions[0].name}, version ${adoptions[0].version}` : null,
    funders: funders.map((funder) => funder.name),
    figures: await programmeFigures(tx, programme.id, today),
    demand: await demandByArea(tx, programme.id),
    indicators: outputs
      .map(({ indicator, units, onTheWay }) => ({
        code: indicator.code,
        label: indicator.label,
        unit: indicator.unit,
        onTheWay: onTheWay.length,
        atRisk: onTheWay.filter((one) => one.isAtRisk).length,
        line: trajectory(
          units,
          targets.filter((target) => target.indicator === indicator.code),
          span,
        ),
      }))
      .filter((one) => one.line.target > 0 || one.line.total > 0 || one.onTheWay > 0),
    opens: {
      enterprises: may(ctx.actor, enterprisePermissions.enrolment.read, subject),
      mentors: may(ctx.actor, mentorPermissions.mentor.read, subject),
      needs: may(ctx.actor, matchingPermissions.ranking.read, subject),
    },
    mayImport: may(ctx.actor, intakePermissions.import.run, subject),
    mayEdit: may(ctx.actor, programmePermissions.programme.edit, subject),
  };
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { programme, figures, indicators, opens, today } = page;
  const paths = programmePaths(page.org, programme.slug);
  const [first] = indicators;
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
          ) : null
        }
      />
      {figures.applied + figures.eligible + figures.closed + figures.notEligible === 0 ? (
        <EmptyState
          title="The programme is open; now bring people in"
          action={
            page.mayImport ? <LinkButton href={paths.imports}>Import a list</LinkButton> : null
          }
        >
          Import the firms and mentors you already have, add single ones under Enterprises and
          Mentors, or pass on the public page that stands under Applications.
        </EmptyState>
      ) : null}
      <ProgrammeCards
        first={first}
        figures={figures}
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
                cell: (row) => <a href={paths.indicator(row.code)}>{row.line.total}</a>,
              },
              {
                key: 'due',
                label: 'Profile to last quarter',
                isNumeric: true,
                cell: (row) => row.line.dueByNow,
              },
              {
                key: 'target',
                label: 'Target',
                isNumeric: true,
                cell: (row) => (row.line.target === 0 ? 'none' : row.line.target),
              },
              {
                key: 'way',
                label: 'On the way',
                isNumeric: true,
                cell: (row) =>
                  row.onTheWay === 0 ? (
                    '0'
                  ) : (
                    <a href={`${paths.indicator(row.code)}#on-the-way`}>{row.onTheWay}</a>
                  ),
              },
              {
                key: 'state',
                label: 'State',
                cell: (row) => <ProfileTag {...row.line} />,
              },
            ]}
          />
        )}
      </Panel>
      {first ? (
        <Panel>
          <LineChart
            title={`${first.code} ${first.label}, cumulative`}
            unit={unitWords[first.unit]}
            moments={first.line.quarters.map((quarter) => quarter.replace('-', ' '))}
            actual={first.line.actual}
            plan={first.line.profile}
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
                cell: (row) =>
                  opens.needs ? (
                    <a href={`${paths.needs}?area=${row.area}`}>{row.needs}</a>
                  ) : (
                    row.needs
                  ),
              },
              { key: 'mentors', label: 'Mentors', isNumeric: true, cell: (row) => row.mentors },
              { key: 'places', label: 'Free places', isNumeric: true, cell: (row) => row.places },
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
function ProfileTag({
  total,
  dueByNow,
  target,
}: Pick<Trajectory, 'total' | 'dueByNow' | 'target'>) {
  if (target === 0) return <Tag>no target</Tag>;
  if (total >= dueByNow) return <Tag tone="good">on profile</Tag>;
  return <Tag tone="bad">{dueByNow - total} behind</Tag>;
}
