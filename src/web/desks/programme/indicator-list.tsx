import { Download } from '../../../ui/download.tsx';
import { useLoaderData } from 'react-router';
import { addDays, formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { impactPermissions } from '../../../modules/impact/permissions.ts';
import { isProved, outputsOfProgramme, totalOf } from '../../../modules/impact/reads.ts';
import { countedWords } from '../../../modules/programmes/indicator.ts';
import { formatQuantity } from '../../../modules/programmes/quantity.ts';
import { programmeBySlug, programmeSettings } from '../../../modules/programmes/reads.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag, type Tone } from '../../../ui/tag.tsx';
import { figuresOf } from './indicator-figures.ts';
import { unitStateWords } from './unit-state.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, impactPermissions.output.read, subject)) throw notFound('programme');
  const outputs = await outputsOfProgramme(tx, ctx, programme.id);
  const found = outputs.find((one) => one.indicator.code === params['indicator']);
  if (!found) throw notFound('indicator');
  const { targets } = await programmeSettings(tx, programme.id);
  const today = ctx.clock.today(programme.zone);
  return {
    org: ctx.org.slug,
    programme: { slug: programme.slug, name: programme.name, currency: programme.currency },
    ...found,
    ...figuresOf(found, targets, {
      from: programme.starts_on ?? today,
      until: addDays(programme.ends_on ?? today, 1),
      today,
    }),
    onTheWay: found.onTheWay,
  };
});

const tones: Readonly<Record<string, Tone>> = {
  counted: 'good',
  recorded: 'warn',
  'evidence-complete': 'info',
  verified: 'good',
};

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { org, programme, indicator, units, doubles, onTheWay, line } = page;
  const paths = programmePaths(org, programme.slug);
  const show = (amount: number) => formatQuantity(amount, indicator.unit, programme.currency);
  const proved = units.filter(isProved);
  const waiting = units.filter((unit) => !isProved(unit));
  return (
    <>
      <title>{`${indicator.code} – ${programme.name}`}</title>
      <PageHeading
        title={`${indicator.code} ${indicator.label}`}
        caption={
          indicator.threshold?.minutes
            ? `Each enterprise counts once, from ${formatMinutes(indicator.threshold.minutes)} of counted time on.`
            : `It is ${countedWords(indicator.unit)}.`
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
        <Download href={paths.indicatorExport(indicator.code)} />
      ) : null}
      {proved.length > 0 ? (
        <Panel title={`Counted: ${show(totalOf(proved))}`} id="counted">
          <Units units={proved} caption="Counted" show={show} paths={paths} />
        </Panel>
      ) : null}
      {waiting.length > 0 ? (
        <Panel title={`Not verified yet: ${show(totalOf(waiting))}`} id="to-verify">
          <Units units={waiting} caption="Not verified yet" show={show} paths={paths} />
        </Panel>
      ) : null}
      {doubles.length > 0 ? (
        <Panel title="Left out: the same firm once more" id="doubles">
          <p className="govuk-body">
            These firms have a unit already, by another record of theirs. Merge the records, or
            withdraw the output.
          </p>
          <Units units={doubles} caption="Left out" show={show} paths={paths} />
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
      {line.target > 0 ? (
        <Panel title={`Profile: ${show(line.target)}`} id="profile">
          <DataTable
            caption="Profile and counted, added up by quarter"
            rows={line.quarters.map((quarter, at) => ({
              quarter,
              profile: line.profile[at] ?? 0,
              actual: line.actual[at] ?? null,
            }))}
            rowKey={(row) => row.quarter}
            columns={[
              {
                key: 'quarter',
                label: 'To the end of',
                isHeader: true,
                cell: (row) => row.quarter.replace('-', ' '),
              },
              {
                key: 'profile',
                label: 'Profile',
                isNumeric: true,
                cell: (row) => show(row.profile),
              },
              {
                key: 'actual',
                label: 'Counted',
                isNumeric: true,
                cell: (row) => (row.actual === null ? '–' : show(row.actual)),
              },
            ]}
          />
        </Panel>
      ) : null}
    </>
  );
}

interface UnitsProps {
  units: Page['units'];
  caption: string;
  show: (amount: number) => string;
  paths: ReturnType<typeof programmePaths>;
}

function Units({ units, caption, show, paths }: UnitsProps) {
  return (
    <DataTable
      caption={caption}
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
        { key: 'value', label: 'Value', isNumeric: true, cell: (row) => show(row.amount) },
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
  );
}
