import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { impactPermissions } from '../../../modules/impact/permissions.ts';
import { outputsOfProgramme } from '../../../modules/impact/reads.ts';
import { unitWords } from '../../../modules/programmes/indicator.ts';
import { programmeBySlug } from '../../../modules/programmes/reads.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag, type Tone } from '../../../ui/tag.tsx';
import { unitStateWords } from './unit-state.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, impactPermissions.output.read, subject)) throw notFound('programme');
  const outputs = await outputsOfProgramme(tx, ctx, programme.id);
  const found = outputs.find((one) => one.indicator.code === params['indicator']);
  if (!found) throw notFound('indicator');
  return { org: ctx.org.slug, programme: { slug: programme.slug, name: programme.name }, ...found };
});

const tones: Readonly<Record<string, Tone>> = {
  counted: 'good',
  recorded: 'warn',
  'evidence-complete': 'info',
  verified: 'good',
};

export default function Screen() {
  const { org, programme, indicator, units, onTheWay } = useLoaderData<typeof loader>();
  const paths = programmePaths(org, programme.slug);
  return (
    <>
      <title>{`${indicator.code} – ${programme.name}`}</title>
      <PageHeading
        title={`${indicator.code} ${indicator.label}`}
        caption={
          indicator.threshold?.minutes
            ? `Each enterprise counts once, from ${formatMinutes(indicator.threshold.minutes)} of counted time on.`
            : `Counted in ${unitWords[indicator.unit]}.`
        }
        back={{ label: programme.name, href: paths.desk }}
      />
      {units.length === 0 && onTheWay.length === 0 ? (
        <EmptyState title="Nothing counts yet">
          {indicator.threshold?.minutes
            ? 'Confirmed sessions of eligible enterprises add up here.'
            : 'Outputs recorded on an enterprise’s impact page appear here.'}
        </EmptyState>
      ) : null}
      {units.length > 0 || onTheWay.length > 0 ? (
        <p className="govuk-body-s">
          Download <a href={paths.indicatorExport(indicator.code)}>CSV</a>
        </p>
      ) : null}
      {units.length > 0 ? (
        <Panel title={`Counted: ${units.reduce((sum, unit) => sum + unit.value, 0)}`}>
          <DataTable
            caption="Counted"
            rows={units}
            rowKey={(row) => row.enrolmentId}
            columns={[
              {
                key: 'enterprise',
                label: 'Enterprise',
                isHeader: true,
                cell: (row) => (
                  <a
                    href={
                      row.outputId === null
                        ? paths.enrolment(row.enrolmentId).hours
                        : paths.enrolment(row.enrolmentId).impact
                    }
                  >
                    {row.enterprise}
                  </a>
                ),
              },
              { key: 'value', label: 'Value', isNumeric: true, cell: (row) => row.value },
              { key: 'on', label: 'Since', cell: (row) => formatDate(row.achievedOn) },
              {
                key: 'state',
                label: 'State',
                cell: (row) => (
                  <Tag tone={tones[row.state] ?? 'neutral'}>{unitStateWords[row.state]}</Tag>
                ),
              },
            ]}
          />
        </Panel>
      ) : null}
      {onTheWay.length > 0 ? (
        <Panel title={`On the way: ${onTheWay.length}`} id="on-the-way">
          <DataTable
            caption="On the way"
            rows={onTheWay}
            rowKey={(row) => row.enrolmentId}
            columns={[
              {
                key: 'enterprise',
                label: 'Enterprise',
                isHeader: true,
                cell: (row) => (
                  <a href={paths.enrolment(row.enrolmentId).hours}>{row.enterprise}</a>
                ),
              },
              {
                key: 'counted',
                label: 'Counted',
                isNumeric: true,
                cell: (row) => `${formatMinutes(row.counted)} of ${formatMinutes(row.needed)}`,
              },
              {
                key: 'forecast',
                label: 'Forecast',
                cell: (row) => (row.forecastOn ? formatDate(row.forecastOn) : 'No pace yet'),
              },
              {
                key: 'risk',
                label: '',
                cell: (row) => (row.isAtRisk ? <Tag tone="bad">at risk</Tag> : null),
              },
            ]}
          />
        </Panel>
      ) : null}
    </>
  );
}
