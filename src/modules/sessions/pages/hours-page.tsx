import { Download } from '../../../ui/download.tsx';
import { useLoaderData } from 'react-router';
import { dateInZone, formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel, ProgressBar } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { EnrolmentNav } from '../../../ui/enrolment-nav.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { enterprisePermissions } from '../../enterprises/permissions.ts';
import { enrolmentById } from '../../enterprises/reads.ts';
import { minuteTypeWords } from '../../programmes/indicator.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { sessionPermissions } from '../permissions.ts';
import { hoursOf } from '../reads.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const enrolment = await enrolmentById(tx, params['enrolment'] ?? '');
  const subject = { programmeId: programme.id, enterpriseId: enrolment.enterpriseId };
  if (
    enrolment.programmeId !== programme.id ||
    !may(ctx.actor, sessionPermissions.hours.read, subject)
  ) {
    throw notFound('enterprise');
  }
  return {
    org: ctx.org.slug,
    zone: programme.zone,
    programme: programme.slug,
    enrolment: { id: enrolment.id, name: enrolment.enterpriseName },
    showsRecord: may(ctx.actor, enterprisePermissions.enrolment.read, subject),
    showsNotes: may(ctx.actor, enterprisePermissions.privateNote.answerOpening, subject),
    showsDiagnosis: may(ctx.actor, enterprisePermissions.enrolment.readConfided, subject),
    hours: await hoursOf(tx, ctx, enrolment.id),
  };
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { org, zone, programme, enrolment, showsRecord, hours } = page;
  const paths = programmePaths(org, programme);
  const record = paths.enrolment(enrolment.id);
  return (
    <>
      <title>{`Hours of ${enrolment.name} – Espalier`}</title>
      <PageHeading
        title="Hours"
        caption={`${enrolment.name}. ${hours.ruleSetName ?? 'No rule set is in force yet'}.`}
        {...(showsRecord ? { back: { label: enrolment.name, href: record.record } } : {})}
      />
      <EnrolmentNav
        paths={record}
        current="hours"
        showsNotes={page.showsNotes}
        showsDiagnosis={page.showsDiagnosis}
        showsRecord={showsRecord}
      />
      {hours.eligibleOn === null ? (
        <Inset>
          Nothing counts yet: <a href={record.eligibility}>eligibility is not proved</a>.
        </Inset>
      ) : (
        <p className="govuk-body">
          Time counts from {formatDate(hours.eligibleOn)}, when eligibility was proved.
        </p>
      )}
      {hours.indicators.length === 0 ? (
        <EmptyState title="No threshold in hours">
          The rules of this programme count no indicator by hours.
        </EmptyState>
      ) : null}
      {hours.indicators.some(({ lines }) => lines.length > 0) ? (
        <Download href={record.hoursExport} />
      ) : null}
      {hours.indicators.map(({ indicator, bar, lines }) => (
        <Panel key={indicator.code} title={`${indicator.code} ${indicator.label}`}>
          <ProgressBar
            label={bar.met ? 'Threshold met' : `${formatMinutes(bar.remaining)} to go`}
            value={bar.counted}
            most={bar.needed}
            text={`${formatMinutes(bar.counted)} of ${formatMinutes(bar.needed)}`}
          />
          <p className="govuk-body-s">
            {bar.forecastOn ? <strong>Forecast: {formatDate(bar.forecastOn)}. </strong> : null}
            {bar.method}
            {bar.lastSafeStart
              ? ` With a session of 90 minutes every six weeks the next one must be by ${formatDate(bar.lastSafeStart)}.`
              : ''}{' '}
            {bar.atRisk ? <Tag tone="bad">at risk</Tag> : null}
          </p>
          {lossesOf(lines).map(([because, minutes]) => (
            <p className="govuk-body-s" key={because}>
              Does not count: {formatMinutes(minutes)}. {because}
            </p>
          ))}
          {lines.length === 0 ? (
            <p className="govuk-body">No session is logged yet.</p>
          ) : (
            <DataTable
              caption={`What counts for ${indicator.code}`}
              rows={lines}
              rowKey={(line) => `${line.entryId}/${line.type}`}
              columns={[
                {
                  key: 'day',
                  label: 'Day',
                  isHeader: true,
                  cell: (line) => (
                    <a href={paths.session(line.entryId)}>
                      {formatDate(dateInZone(line.startAt, zone))}
                    </a>
                  ),
                },
                { key: 'type', label: 'Time for', cell: (line) => minuteTypeWords[line.type] },
                {
                  key: 'minutes',
                  label: 'Logged',
                  isNumeric: true,
                  cell: (line) => formatMinutes(line.minutes),
                },
                {
                  key: 'counts',
                  label: 'Counts',
                  isNumeric: true,
                  cell: (line) => formatMinutes(line.counts),
                },
                { key: 'because', label: 'Why', cell: (line) => line.because },
              ]}
            />
          )}
        </Panel>
      ))}
    </>
  );
}

/** Minutes that do not count, summed by the reason, the largest first. */
function lossesOf(lines: readonly { minutes: number; counts: number; because: string }[]) {
  const sums = new Map<string, number>();
  for (const { minutes, counts, because } of lines) {
    if (minutes > counts) sums.set(because, (sums.get(because) ?? 0) + minutes - counts);
  }
  return [...sums].sort(([, a], [, b]) => b - a);
}
