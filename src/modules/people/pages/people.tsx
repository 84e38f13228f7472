import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { loadPage } from '../../../platform/page.ts';
import { may, mayAnywhere, roles } from '../../../platform/permission.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { Pagination, TableTools } from '../../../ui/table-tools.tsx';
import { Tag, type Tone } from '../../../ui/tag.tsx';
import { peoplePermissions } from '../permissions.ts';
import { type PersonStatus, statusLabels } from '../person.ts';
import { peopleList, peopleTable, programmeChoices } from '../reads.ts';
import { waitingRequests } from '../requests/reads.ts';
import { roleLabels } from '../role.ts';
import { RoleWords } from './role-words.tsx';

export const loader = loadPage(async ({ ctx, tx, url }) => {
  if (!mayAnywhere(ctx.actor, peoplePermissions.person.read)) throw notFound();
  const query = parseTableQuery(url, peopleTable);
  const { lines, total } = await peopleList(tx, ctx, query);
  const paths = orgPaths(ctx.org.slug);
  return {
    query,
    total,
    lines: lines.map((line) => ({ ...line, href: paths.person(line.id) })),
    programmes: await programmeChoices(tx),
    exportHref: paths.peopleExport,
    waiting: (await waitingRequests(tx, ctx)).length,
    requestsHref: paths.roleRequests,
    addHref: may(ctx.actor, peoplePermissions.person.add, {}) ? paths.newPerson : null,
  };
});

const tones: Record<PersonStatus, Tone> = {
  active: 'good',
  invited: 'info',
  'no-account': 'neutral',
  removed: 'warn',
};

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <title>People – Espalier</title>
      <PageHeading
        title="People"
        caption="Everybody who works with the organisation, and what they may do"
        actions={page.addHref ? <LinkButton href={page.addHref}>Add a person</LinkButton> : null}
      />
      {page.waiting === 0 ? null : (
        <Inset>
          <a href={page.requestsHref}>
            {plural(page.waiting, 'role waits', 'roles wait')} for a second person
          </a>
        </Inset>
      )}
      <TableTools
        query={page.query}
        total={page.total}
        noun={['person', 'people']}
        searchLabel="Name or email address"
        download={page.exportHref}
        filters={[
          {
            name: 'role',
            label: 'Role',
            options: roles.map((role) => ({ value: role, label: roleLabels[role] })),
          },
          {
            name: 'programme',
            label: 'Programme',
            options: page.programmes.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            name: 'status',
            label: 'Status',
            options: Object.entries(statusLabels).map(([value, label]) => ({ value, label })),
          },
        ]}
      />
      {page.lines.length === 0 ? (
        <p className="govuk-body">People who were removed are found under Status.</p>
      ) : (
        <DataTable
          caption="People"
          rows={page.lines}
          rowKey={(line) => line.id}
          query={page.query}
          columns={[
            {
              key: 'name',
              label: 'Name',
              isHeader: true,
              isSortable: true,
              cell: (line) => <a href={line.href}>{line.name}</a>,
            },
            { key: 'email', label: 'Email', isSortable: true, cell: (line) => line.email ?? '' },
            { key: 'roles', label: 'Roles', cell: (line) => <RoleWords roles={line.roles} /> },
            {
              key: 'status',
              label: 'Status',
              cell: (line) => <Tag tone={tones[line.status]}>{statusLabels[line.status]}</Tag>,
            },
          ]}
        />
      )}
      <Pagination query={page.query} total={page.total} />
    </>
  );
}
