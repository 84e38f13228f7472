import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ButtonRow, LinkButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { programmeBySlug } from '../../programmes/reads.ts';
import { intakePermissions } from '../permissions.ts';
import { importRuns } from '../reads.ts';
import { importableKinds } from '../taking/target.ts';
import { kindWords, stateWords } from './import-words.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, intakePermissions.import.read, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  return {
    org: ctx.org.slug,
    zone: programme.zone,
    programme: { slug: programme.slug, name: programme.name },
    kinds: importableKinds(ctx.actor, programme.id),
    runs: await importRuns(tx, programme.id),
  };
});

export default function Screen() {
  const { org, zone, programme, kinds, runs } = useLoaderData<typeof loader>();
  const paths = programmePaths(org, programme.slug);
  const buttons = kinds.map((kind, at) => (
    <LinkButton key={kind} href={paths.newImport(kind)} kind={at === 0 ? 'primary' : 'secondary'}>
      Import {kindWords[kind].toLowerCase()}
    </LinkButton>
  ));
  return (
    <>
      <title>{`Imports – ${programme.name}`}</title>
      <PageHeading title="Imports" actions={<ButtonRow>{buttons}</ButtonRow>} />
      {runs.length === 0 ? (
        <EmptyState title="No list imported yet">
          Bring a partner's list, an export of another system or the company register as .xlsx, .ods
          or .csv. You see what each row would do before anything is taken in.
        </EmptyState>
      ) : (
        <div className="app-panel">
          <DataTable
            caption="Imports"
            rows={runs}
            rowKey={(run) => run.id}
            columns={[
              {
                key: 'file',
                label: 'File',
                isHeader: true,
                cell: (run) => <a href={paths.importRun(run.id)}>{run.fileName}</a>,
              },
              { key: 'kind', label: 'About', cell: (run) => kindWords[run.kind] },
              {
                key: 'state',
                label: 'State',
                cell: (run) => (
                  <Tag tone={stateWords[run.state].tone}>{stateWords[run.state].label}</Tag>
                ),
              },
              {
                key: 'read',
                label: 'Rows',
                isNumeric: true,
                cell: (run) => (run.counts.read ?? run.total).toLocaleString('en-GB'),
              },
              {
                key: 'new',
                label: 'New',
                isNumeric: true,
                cell: (run) => run.counts.created?.toLocaleString('en-GB') ?? '',
              },
              {
                key: 'updated',
                label: 'Updated',
                isNumeric: true,
                cell: (run) => run.counts.updated?.toLocaleString('en-GB') ?? '',
              },
              {
                key: 'left',
                label: 'Left out',
                isNumeric: true,
                cell: (run) => run.counts.rejected?.toLocaleString('en-GB') ?? '',
              },
              {
                key: 'when',
                label: 'Uploaded',
                cell: (run) => (
                  <>
                    {formatInstant(run.createdAt, zone)}
                    {run.startedBy === null ? '' : ` by ${run.startedBy}`}
                  </>
                ),
              },
            ]}
          />
        </div>
      )}
    </>
  );
}
