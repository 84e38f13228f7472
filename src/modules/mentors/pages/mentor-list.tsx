import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { Pagination, TableTools } from '../../../ui/table-tools.tsx';
import { type AreaKey, areaKeys, areaLabels } from '../../programmes/area.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { mentorStates } from '../mentor.ts';
import { mentorPermissions } from '../permissions.ts';
import { mentorFilters, type MentorLine, mentorSorts, mentorsOf } from '../register/reads.ts';
import { LoadBar } from './load-bar.tsx';
import { MentorStateTag, mentorStateWords } from './mentor-state.tsx';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, mentorPermissions.mentor.read, {})) throw notFound();
  const query = parseTableQuery(url, { sorts: mentorSorts, filters: mentorFilters });
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    query,
    ...(await mentorsOf(tx, query, ctx.clock.today(ctx.org.zone))),
    maySeeScarce: may(ctx.actor, mentorPermissions.scarceSkill.open, {
      programmeId: programme.id,
    }),
    mayAdd: may(ctx.actor, mentorPermissions.mentor.add, {}),
  };
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const paths = programmePaths(page.org, page.programme);
  const isNarrowed = page.query.search !== '' || Object.keys(page.query.filters).length > 0;
  const actions = (
    <>
      {page.maySeeScarce ? (
        <LinkButton href={paths.scarceSkills} kind="secondary">
          Scarce skills
        </LinkButton>
      ) : null}
      {page.mayAdd ? <LinkButton href={paths.newMentor}>Add a mentor</LinkButton> : null}
    </>
  );
  return (
    <>
      <title>Mentors</title>
      <PageHeading
        title="Mentors"
        caption="Everybody on the panel, with what fills their places in all programmes"
        actions={actions}
      />
      {page.total === 0 && !isNarrowed ? (
        <EmptyState title="No mentors yet">
          Add the mentors you have selected, or import a list under Imports. They can be matched
          once they are inducted and have signed the code.
        </EmptyState>
      ) : (
        <>
          <TableTools
            query={page.query}
            total={page.total}
            noun={['mentor', 'mentors']}
            {...(page.total === 0 ? {} : { also: `${plural(page.free, 'place')} free` })}
            searchLabel="Name, headline or sector"
            filters={filters}
            download={paths.mentorsExport}
          />
          <DataTable
            caption="Mentors"
            columns={columnsOf(paths.mentor)}
            rows={page.rows}
            rowKey={(row) => row.id}
            query={page.query}
          />
          <Pagination query={page.query} total={page.total} />
        </>
      )}
    </>
  );
}

const filters = [
  {
    name: 'state',
    label: 'State',
    options: mentorStates.map((value) => ({ value, label: mentorStateWords[value] })),
  },
  {
    name: 'area',
    label: 'Expertise',
    options: areaKeys.map((value) => ({ value, label: areaLabels[value] })),
  },
  {
    name: 'place',
    label: 'Places',
    options: [
      { value: 'free', label: 'With a free place' },
      { value: 'full', label: 'Full' },
    ],
  },
];

function columnsOf(pageOf: (id: string) => string): Column<MentorLine>[] {
  return [
    {
      key: 'name',
      label: 'Name',
      isSortable: true,
      isHeader: true,
      cell: (row) => (
        <>
          <a href={pageOf(row.id)}>{row.name}</a>
          {row.headline ? <span className="govuk-hint app-under">{row.headline}</span> : null}
        </>
      ),
    },
    {
      key: 'state',
      label: 'State',
      isSortable: true,
      cell: (row) => <MentorStateTag {...row} />,
    },
    {
      key: 'areas',
      label: 'Strongest areas',
      cell: (row) =>
        row.areas.length === 0
          ? 'Not filled in'
          : row.areas
              .slice(0, 3)
              .map((each) => `${areaLabels[each.area as AreaKey] ?? each.area} ${each.level}`)
              .join(' · '),
    },
    {
      key: 'free',
      label: 'Places',
      isSortable: true,
      cell: (row) => <LoadBar {...row} />,
    },
  ];
}
