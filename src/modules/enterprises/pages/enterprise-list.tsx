import { useLoaderData } from 'react-router';
import { formatShortDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { listOf, textOf } from '../../../kernel/form-answer.ts';
import { plural } from '../../../kernel/text.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { BulkBar } from '../../../ui/bulk-bar.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, LinkButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { Pagination, TableTools } from '../../../ui/table-tools.tsx';
import { type Stage, stageWords, stages } from '../../programmes/programme.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { type SizeBand, sizeBandWords, sizeBands } from '../../programmes/rule-set.ts';
import { areaOf } from '../eligibility/reads.ts';
import { enrolmentStateWords, enrolmentStates } from '../enrolment.ts';
import { enterprisePermissions } from '../permissions.ts';
import { advisersOf } from '../reads.ts';
import {
  countEnterprises,
  enterpriseFilters,
  type EnterpriseLine,
  enterpriseSorts,
  enterprisesOf,
  mostCounted,
} from '../register/reads.ts';
import { assignEnterprises } from '../commands/assign-enterprises.ts';
import { StateTag } from './enrolment-head.tsx';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, enterprisePermissions.enterprise.read, subject)) throw notFound();
  const query = parseTableQuery(url, { sorts: enterpriseSorts, filters: enterpriseFilters });
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    programmeName: programme.name,
    query,
    rows: await enterprisesOf(tx, programme.id, query),
    total: await countEnterprises(tx, programme.id, query),
    advisers: await advisersOf(tx, programme.id, ctx.clock.now()),
    personId: ctx.actor.personId,
    area: await areaOf(tx, programme.id),
    mayAssign: may(ctx.actor, enterprisePermissions.enrolment.assign, subject),
    mayAdd: may(ctx.actor, enterprisePermissions.enterprise.create, subject),
  };
});

/** Gives the ticked enterprises an adviser. */
export const action = actPage(async ({ ctx, form, url, done }) => {
  const { given, left } = await assignEnterprises(ctx, {
    enrolmentIds: listOf(form, 'rows'),
    adviserId: textOf(form, 'adviserId'),
  });
  const gone =
    left.length === 0
      ? ''
      : ` ${plural(left.length, 'has', 'have')} left the programme and stayed as before.`;
  return done(
    `${url.pathname}${url.search}`,
    `${plural(given, 'enterprise has', 'enterprises have')} an adviser now.${gone}`,
  );
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const paths = programmePaths(page.org, page.programme);
  const answer = useFormAnswer();
  const assigns = page.mayAssign && page.rows.length > 0 && page.advisers.length > 0;
  const isNarrowed = page.query.search !== '' || Object.keys(page.query.filters).length > 0;
  return (
    <>
      <title>{`Enterprises: ${page.programmeName}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Enterprises"
        caption={page.programmeName}
        actions={
          page.mayAdd ? (
            <>
              <LinkButton href={paths.newEnterprise}>Add an enterprise</LinkButton>
              <LinkButton href={paths.newImport('enterprises')} kind="secondary">
                Import a list
              </LinkButton>
            </>
          ) : null
        }
      />
      {page.total === 0 && !isNarrowed ? (
        <EmptyState title="No enterprises yet">
          Firms appear here when they apply, when you import a list or when you add one by hand.
        </EmptyState>
      ) : (
        <>
          <TableTools
            query={page.query}
            total={page.total}
            mostCounted={mostCounted(page.query)}
            noun={['enterprise', 'enterprises']}
            searchLabel="Name or company number"
            filters={filtersOf(page)}
            download={paths.enterprisesExport}
            actions={
              page.mayAdd ? (
                <p className="govuk-body-s">
                  <a href={paths.onRecord}>Kept on record only</a>
                  {' · '}
                  <a href={paths.askSharing}>Ask what mentors may see</a>
                  {' · '}
                  <a href={paths.handOver()}>Hand enterprises over</a>
                </p>
              ) : null
            }
          />
          {assigns ? (
            <BulkBar id="assign" picks="rows" label="Give to an adviser">
              <SelectField
                name="adviserId"
                label="Adviser of the ticked"
                emptyLabel="Choose"
                options={page.advisers.map(({ id, name }) => ({ value: id, label: name }))}
                answer={answer}
              />
              <Button kind="secondary">Give to this adviser</Button>
            </BulkBar>
          ) : null}
          <DataTable
            caption="Enterprises on this programme"
            {...(assigns
              ? {
                  pick: {
                    form: 'assign',
                    name: 'rows',
                    label: (row: EnterpriseLine) => row.name,
                  },
                }
              : {})}
            columns={columnsOf((id) => paths.enrolment(id).record)}
            rows={page.rows}
            rowKey={(row) => row.enrolmentId}
            query={page.query}
          />
          <Pagination query={page.query} total={page.total} mostCounted={mostCounted(page.query)} />
        </>
      )}
    </>
  );
}

function columnsOf(record: (id: string) => string): Column<EnterpriseLine>[] {
  const date = (day: string | null) => (day === null ? '—' : formatShortDate(day));
  return [
    {
      key: 'name',
      label: 'Name',
      isSortable: true,
      isHeader: true,
      cell: (row) => (
        <>
          <a href={record(row.enrolmentId)}>{row.name}</a>
          {row.postcode ? <span className="govuk-hint app-under">{row.postcode}</span> : null}
        </>
      ),
    },
    {
      key: 'state',
      label: 'State',
      isSortable: true,
      cell: (row) => <StateTag state={row.state} />,
    },
    {
      key: 'stage',
      label: 'Stage',
      isSortable: true,
      cell: (row) => (stageWords[row.stage as Stage] ?? row.stage).split(',')[0],
    },
    {
      key: 'size',
      label: 'Size',
      cell: (row) => (row.size ? sizeBandWords[row.size as SizeBand] : '—'),
    },
    { key: 'area', label: 'Area', cell: (row) => row.area ?? '—' },
    { key: 'adviser', label: 'Adviser', isSortable: true, cell: (row) => row.adviser ?? '—' },
    {
      key: 'last',
      label: 'Last contact',
      isSortable: true,
      cell: (row) => date(row.lastContactOn),
    },
    {
      key: 'next',
      label: 'Next contact',
      isSortable: true,
      cell: (row) => date(row.nextContactOn),
    },
  ];
}

interface Named {
  id: string;
  name: string;
}

interface Choices {
  advisers: readonly Named[];
  area: readonly { code: string; name: string }[];
  personId: string | null;
}

function filtersOf({ advisers, area, personId }: Choices) {
  const isAdviser = advisers.some(({ id }) => id === personId);
  return [
    {
      name: 'state',
      label: 'State',
      options: enrolmentStates.map((value) => ({ value, label: enrolmentStateWords[value] })),
    },
    {
      name: 'mentor',
      label: 'Mentor',
      options: [
        { value: 'now', label: 'Has one now' },
        { value: 'none', label: 'Has none' },
      ],
    },
    {
      name: 'stage',
      label: 'Stage',
      options: stages.map((value) => ({ value, label: stageWords[value] })),
    },
    {
      name: 'adviser',
      label: 'Adviser',
      options: [
        { value: 'none', label: 'Nobody yet' },
        ...(isAdviser ? [{ value: `${personId}.none`, label: 'Mine, or nobody’s yet' }] : []),
        ...advisers.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    {
      name: 'area',
      label: 'Area',
      options: [
        { value: 'none', label: 'Not known' },
        ...area.map(({ code, name }) => ({ value: code, label: name })),
      ],
    },
    {
      name: 'size',
      label: 'Size',
      options: [
        { value: 'none', label: 'Not known' },
        ...sizeBands.map((value) => ({ value, label: sizeBandWords[value] })),
      ],
    },
  ];
}
