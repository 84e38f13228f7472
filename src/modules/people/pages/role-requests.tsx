import { useLoaderData } from 'react-router';
import { addMinutes, dateInZone, formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { mayAnywhere } from '../../../platform/permission.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PostButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { confirmRole } from '../commands/confirm-role.ts';
import { dropRoleRequest } from '../commands/drop-role-request.ts';
import { peoplePermissions } from '../permissions.ts';
import { waitingRequests } from '../requests/reads.ts';
import { roleHints, roleLabels } from '../role.ts';

export const loader = loadPage(async ({ ctx, tx }) => {
  if (!mayAnywhere(ctx.actor, peoplePermissions.role.confirm)) throw notFound();
  const day = (instant: string) => formatDate(dateInZone(instant, ctx.org.zone));
  const requests = await waitingRequests(tx, ctx);
  return {
    requests: requests.map((request) => ({
      ...request,
      asked: day(request.requestedAt),
      lastDay: request.expiresAt && day(addMinutes(request.expiresAt, -1)),
    })),
    back: orgPaths(ctx.org.slug).people,
  };
});

export const action = actPage(async ({ ctx, form, done }) => {
  const here = orgPaths(ctx.org.slug).roleRequests;
  const requestId = textOf(form, 'request');
  if (verbOf(form, ['confirm', 'drop']) === 'confirm') {
    await confirmRole(ctx, { requestId });
    return done(here, 'Confirmed: the role holds from now on.');
  }
  const { state } = await dropRoleRequest(ctx, { requestId });
  return done(here, state === 'withdrawn' ? 'The request is taken back.' : 'The role is refused.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>Roles to confirm – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Roles to confirm"
        caption="Roles that reach far, and any that somebody would give to themselves, take a second person"
        back={{ label: 'People', href: page.back }}
      />
      {page.requests.length === 0 ? (
        <EmptyState title="Nothing waits">
          When somebody gives such a role, it waits here until a second person confirms it.
        </EmptyState>
      ) : (
        <DataTable
          caption="Roles that wait for a second person"
          rows={page.requests}
          rowKey={(row) => row.id}
          columns={columns}
        />
      )}
    </>
  );
}

type Row = Awaited<ReturnType<typeof loader>>['requests'][number];

const columns: Column<Row>[] = [
  {
    key: 'who',
    label: 'Who',
    isHeader: true,
    cell: (row) => (
      <>
        {row.name}
        <span className="govuk-hint app-under">{row.email ?? 'No email address'}</span>
      </>
    ),
  },
  {
    key: 'role',
    label: 'Role',
    cell: (row) => (
      <>
        {roleLabels[row.role]}
        <span className="govuk-hint app-under">{roleHints[row.role]}</span>
      </>
    ),
  },
  {
    key: 'where',
    label: 'Where',
    cell: (row) => (
      <>
        {row.programme ?? 'Whole organisation'}
        {row.lastDay ? `, until ${row.lastDay}` : ''}
      </>
    ),
  },
  {
    key: 'asked',
    label: 'Asked',
    cell: (row) => (
      <>
        {row.isOwn ? 'by you' : `by ${row.askedBy}`}, {row.asked}
        {row.reason ? <span className="govuk-hint app-under">{row.reason}</span> : null}
      </>
    ),
  },
  {
    key: 'answer',
    label: 'Answer',
    cell: (row) => (
      <div className="app-tags">
        {row.mayConfirm ? (
          <PostButton values={{ do: 'confirm', request: row.id }}>
            Confirm<span className="govuk-visually-hidden"> {row.name}</span>
          </PostButton>
        ) : null}
        <PostButton values={{ do: 'drop', request: row.id }}>
          {row.isOwn ? 'Take back' : 'Refuse'}
          <span className="govuk-visually-hidden"> {row.name}</span>
        </PostButton>
      </div>
    ),
  },
];
