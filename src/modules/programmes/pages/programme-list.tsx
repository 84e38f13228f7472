import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { orgPaths, programmePaths } from '../../../kernel/paths.ts';
import { loadPage } from '../../../platform/page.ts';
import { mayAnywhere } from '../../../platform/permission.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag, type Tone } from '../../../ui/tag.tsx';
import { peoplePermissions } from '../../people/permissions.ts';
import { programmePermissions } from '../permissions.ts';
import { programmesOf } from '../reads.ts';

export const loader = loadPage(async ({ ctx, tx }) => {
  if (!mayAnywhere(ctx.actor, programmePermissions.programme.read)) throw notFound();
  return {
    org: ctx.org.slug,
    name: ctx.org.name,
    programmes: await programmesOf(tx, ctx.actor),
    mayRename: mayAnywhere(ctx.actor, peoplePermissions.organisation.rename),
    mayCreate: mayAnywhere(ctx.actor, programmePermissions.programme.create),
  };
});

const tones: Record<string, Tone> = { draft: 'warn', open: 'good', closing: 'info' };

export default function Screen() {
  const { org, name, programmes, mayCreate, mayRename } = useLoaderData<typeof loader>();
  const paths = orgPaths(org);
  const create = <LinkButton href={paths.newProgramme}>Set up a programme</LinkButton>;
  return (
    <>
      <title>{`Programmes – ${name}`}</title>
      <PageHeading
        title="Programmes"
        caption={mayRename ? <a href={paths.settings}>{name}</a> : name}
        actions={mayCreate ? create : null}
      />
      {programmes.length === 0 ? (
        <EmptyState title="No programme yet" action={mayCreate ? create : null}>
          A programme is one funded scheme: its funders and rules, its area, its targets, its
          mentors and enterprises. Setting one up takes about ten minutes and can be left and found
          again.
        </EmptyState>
      ) : (
        <div className="app-panel">
          <DataTable
            caption="Programmes"
            rows={programmes}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                label: 'Programme',
                isHeader: true,
                cell: (row) => <a href={hrefOf(org, row)}>{row.name}</a>,
              },
              {
                key: 'state',
                label: 'State',
                cell: (row) => <Tag tone={tones[row.state] ?? 'neutral'}>{row.state}</Tag>,
              },
              {
                key: 'starts',
                label: 'First day',
                cell: (row) => (row.starts_on ? formatDate(row.starts_on) : 'Not set'),
              },
              {
                key: 'ends',
                label: 'Last day',
                cell: (row) => (row.ends_on ? formatDate(row.ends_on) : 'Not set'),
              },
            ]}
          />
        </div>
      )}
    </>
  );
}

function hrefOf(org: string, row: { slug: string; state: string }): string {
  const paths = programmePaths(org, row.slug);
  return row.state === 'draft' ? paths.setup('review') : paths.desk;
}
