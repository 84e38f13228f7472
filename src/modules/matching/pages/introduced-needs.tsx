import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { type AreaKey, areaLabels } from '../../programmes/area.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { matchingPermissions } from '../permissions.ts';
import { introducedNeeds, medianDays } from '../open-needs/reads.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, matchingPermissions.ranking.read, { programmeId: programme.id })) {
    throw notFound();
  }
  return {
    org: ctx.org.slug,
    programme: { slug: programme.slug, name: programme.name },
    targetDays: programme.introduction_days,
    rows: await introducedNeeds(tx, programme.id),
  };
});

/** The needs behind the days from need to introduction on the programme's desk. */
export default function Screen() {
  const { org, programme, targetDays, rows } = useLoaderData<typeof loader>();
  const paths = programmePaths(org, programme.slug);
  const median = medianDays(rows);
  return (
    <>
      <title>{`Introductions – ${programme.name}`}</title>
      <PageHeading
        title="From need to introduction"
        caption={
          median === null
            ? `The programme wants an introduction within ${plural(targetDays, 'day')}`
            : `${plural(rows.length, 'need')}, half of them within ${plural(Math.round(median), 'day')}; the programme wants ${plural(targetDays, 'day')}`
        }
        back={{ label: programme.name, href: paths.desk }}
      />
      {rows.length === 0 ? (
        <EmptyState title="Nobody has been introduced yet">
          Each need stands here once its first mentor was introduced, with the days that took.
        </EmptyState>
      ) : (
        <DataTable
          caption="Needs with an introduction, the longest first"
          rows={rows}
          rowKey={(row) => row.needId}
          columns={[
            {
              key: 'enterprise',
              label: 'Enterprise',
              isHeader: true,
              cell: (row) => <a href={paths.enrolment(row.enrolmentId).record}>{row.enterprise}</a>,
            },
            {
              key: 'area',
              label: 'Area',
              cell: (row) => areaLabels[row.area as AreaKey] ?? row.area,
            },
            { key: 'opened', label: 'Opened', cell: (row) => formatDate(row.openedOn) },
            { key: 'introduced', label: 'Introduced', cell: (row) => formatDate(row.introducedOn) },
            {
              key: 'days',
              label: 'Days',
              isNumeric: true,
              cell: (row) => row.days,
            },
            {
              key: 'target',
              label: '',
              cell: (row) =>
                row.days > targetDays ? <Tag tone="warn">over the target</Tag> : null,
            },
          ]}
        />
      )}
    </>
  );
}
