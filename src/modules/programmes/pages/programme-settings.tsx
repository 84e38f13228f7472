import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { closeProgramme } from '../commands/close-programme.ts';
import { programmePermissions } from '../permissions.ts';
import { ProgrammeSummary } from './programme-summary.tsx';
import { loadSetup } from './setup-step.tsx';

export const loader = loadPage(async (args) => {
  const page = await loadSetup(args);
  const subject = { programmeId: page.programme.id };
  return { ...page, mayClose: may(args.ctx.actor, programmePermissions.programme.close, subject) };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const to = textOf(form, 'to') as 'open' | 'closing' | 'closed';
  await closeProgramme(ctx, {
    programmeId: textOf(form, 'programmeId'),
    to,
    reason: textOf(form, 'reason'),
  });
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  return done(paths.settings, `The programme is ${to} now.`);
});

const nextStates: Record<string, { to: string; label: string }[]> = {
  open: [{ to: 'closing', label: 'Begin to close' }],
  closing: [
    { to: 'closed', label: 'Close for good' },
    { to: 'open', label: 'Open again' },
  ],
  closed: [{ to: 'closing', label: 'Open for corrections' }],
};

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { programme, adoptions } = page;
  const paths = programmePaths(page.org, programme.slug);
  return (
    <>
      <title>{`Settings – ${programme.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Settings"
        caption={`${programme.name} is ${programme.state}. Each change asks for a reason and stays in the history.`}
        back={{ label: programme.name, href: paths.desk }}
      />
      <ProgrammeSummary page={page} hrefOf={paths.setup} />
      <Panel title="Rules adopted">
        <DataTable
          caption="Rules adopted"
          rows={adoptions}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'on',
              label: 'In force from',
              isHeader: true,
              cell: (row) => formatDate(row.adoptedOn),
            },
            {
              key: 'name',
              label: 'Rule set',
              cell: (row) => `${row.name}, version ${row.version}`,
            },
            { key: 'reason', label: 'Reason', cell: (row) => row.reason },
            { key: 'by', label: 'By', cell: (row) => row.adoptedBy ?? 'Espalier' },
          ]}
        />
      </Panel>
      <p className="govuk-body">
        <a href={paths.weights}>Weights of the matching score</a>
      </p>
      {page.mayClose && programme.state !== 'draft' ? (
        <Details summary="Close or open the programme">
          <Form>
            <HiddenField name="programmeId" value={programme.id} />
            <TextField name="reason" label="Why?" answer={answer} />
            <div className="govuk-button-group">
              {(nextStates[programme.state] ?? []).map((one) => (
                <Button key={one.to} kind="warning" name="to" value={one.to}>
                  {one.label}
                </Button>
              ))}
            </div>
          </Form>
        </Details>
      ) : null}
    </>
  );
}
