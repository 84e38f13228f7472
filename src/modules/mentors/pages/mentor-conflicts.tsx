import { useLoaderData } from 'react-router';
import { dateInZone, formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { RadioGroup, SelectField } from '../../../ui/choice-fields.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { TextArea, TextField } from '../../../ui/text-fields.tsx';
import { reachOf } from '../../programmes/reach/reads.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { declareConflict } from '../commands/declare-conflict.ts';
import { endConflict } from '../commands/end-conflict.ts';
import { mentorPermissions } from '../permissions.ts';
import { conflictsOf, enterpriseNames, mentorById } from '../reads.ts';

const kindWords: Record<string, string> = {
  shareholding: 'Holds shares',
  client: 'Client or former client',
  competitor: 'Works for a competitor',
  family: 'Family',
  other: 'Something else',
};

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const mentor = await mentorById(tx, params['mentor'] ?? '', ctx.clock.today(ctx.org.zone));
  const subject = { mentorId: mentor.id };
  if (!may(ctx.actor, mentorPermissions.mentorConflict.read, subject)) throw notFound();
  const reach = reachOf(ctx.actor);
  const search = (url.searchParams.get('search') ?? '').trim().slice(0, 100);
  return {
    name: mentor.name,
    zone: ctx.org.zone,
    back: programmePaths(ctx.org.slug, programme.slug).mentor(mentor.id),
    conflicts: await conflictsOf(tx, mentor.id, reach),
    search,
    found: search.length > 1 ? await enterpriseNames(tx, search, reach) : [],
    mayDeclare: may(ctx.actor, mentorPermissions.mentorConflict.declare, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const mentorId = params['mentor'] ?? '';
  const here = programmePaths(ctx.org.slug, params['programme'] ?? '').mentorConflicts(mentorId);
  if (verbOf(form, ['end', 'declare']) === 'end') {
    await endConflict(ctx, {
      conflictId: textOf(form, 'conflictId'),
      reason: textOf(form, 'reason'),
    });
    return done(here, 'The conflict is over. The two may be matched again.');
  }
  await declareConflict(ctx, {
    mentorId,
    enterpriseId: textOf(form, 'enterpriseId'),
    kind: textOf(form, 'kind') as 'other',
    note: textOf(form, 'note'),
  });
  return done(here, 'Declared. The two will not be matched.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const day = (instant: string) => formatDate(dateInZone(instant, page.zone));
  return (
    <>
      <title>{`Conflicts of interest: ${page.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Conflicts of interest"
        caption={page.name}
        back={{ label: 'Mentor', href: page.back }}
      />
      {page.conflicts.length === 0 ? (
        <EmptyState title="None declared">
          A mentor with shares in an enterprise, or who works for its competitor, is not matched
          with it. Declare it here; ended conflicts stay in the register.
        </EmptyState>
      ) : (
        <DataTable
          caption="Register of conflicts of interest"
          rows={page.conflicts}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'enterprise',
              label: 'Enterprise',
              isHeader: true,
              cell: (row) => row.enterpriseName,
            },
            { key: 'kind', label: 'Kind', cell: (row) => kindWords[row.kind] ?? row.kind },
            { key: 'note', label: 'Note', cell: (row) => row.note || '–' },
            { key: 'declared', label: 'Declared', cell: (row) => day(row.declaredAt) },
            {
              key: 'ended',
              label: 'Over',
              cell: (row) =>
                row.endedAt ? (
                  day(row.endedAt)
                ) : page.mayDeclare ? (
                  <Details summary="It is over">
                    <Form>
                      <HiddenField name="do" value="end" />
                      <HiddenField name="conflictId" value={row.id} />
                      <TextField name="reason" label="Why" scope={row.id} answer={answer} />
                      <Button kind="secondary">End it</Button>
                    </Form>
                  </Details>
                ) : (
                  'no'
                ),
            },
          ]}
        />
      )}
      {page.mayDeclare ? (
        <Panel title="Declare a conflict">
          <SearchBox label="Find the enterprise" value={page.search} />
          {page.search.length > 1 && page.found.length === 0 ? (
            <p className="govuk-body">No enterprise is called so.</p>
          ) : null}
          {page.found.length > 0 ? (
            <Form>
              <HiddenField name="do" value="declare" />
              <RadioGroup
                name="enterpriseId"
                label="Enterprise"
                options={page.found.map(({ id, name }) => ({ value: id, label: name }))}
                answer={answer}
                isSmall
              />
              <SelectField
                name="kind"
                label="Kind"
                options={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
                answer={answer}
              />
              <TextArea name="note" label="Note" answer={answer} isOptional rows={2} />
              <Button>Declare</Button>
            </Form>
          ) : null}
        </Panel>
      ) : null}
    </>
  );
}
