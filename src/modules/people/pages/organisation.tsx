import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../kernel/calendar.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { numberOf, textOf } from '../../../kernel/form-answer.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { sessionWords } from '../../../platform/auth/session-life.ts';
import { failedJobs } from '../../../platform/failed-jobs.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { ConflictPanel } from '../../../ui/conflict-panel.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { RadioGroup } from '../../../ui/choice-fields.tsx';
import { renameOrganisation } from '../commands/rename-organisation.ts';
import { requireSecondFactor } from '../commands/require-second-factor.ts';
import { peoplePermissions } from '../permissions.ts';
import { organisationPage } from '../reads.ts';
import { secondFactorRules, secondFactorWords } from '../second-factor.ts';

export const loader = loadPage(async ({ ctx, tx }) => {
  if (!may(ctx.actor, peoplePermissions.organisation.rename, {})) throw notFound();
  return {
    ...(await organisationPage(tx, ctx.orgId)),
    back: orgPaths(ctx.org.slug).programmes,
    history: orgPaths(ctx.org.slug).settingsHistory,
    failed: await failedJobs(tx, ctx.orgId),
    signedIn: sessionWords,
  };
});

export const action = actPage(async ({ ctx, form, done }) => {
  const version = numberOf(form, '_version') ?? 0;
  const here = orgPaths(ctx.org.slug).settings;
  if (verbOf(form, ['rename', 'secure']) === 'rename') {
    await renameOrganisation(ctx, { name: textOf(form, 'name'), version });
    return done(here, 'Saved. Pages and new letters carry the name.');
  }
  const rule = secondFactorRules.find((one) => one === textOf(form, 'secondFactor'));
  if (rule === undefined) throw invalid({ secondFactor: 'Choose who needs a second factor.' });
  await requireSecondFactor(ctx, { rule, version });
  return done(here, 'Saved. Whoever it is newly about has a week.');
});

const ruleInWords = (rule: string) =>
  (secondFactorWords as Readonly<Record<string, string>>)[rule] ?? rule;

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`Organisation – ${page.name}`}</title>
      {answer.theirs ? (
        <ConflictPanel
          what="organisation"
          reloadHref="?"
          rows={
            textOf(answer.values, 'do') === 'rename'
              ? [{ label: 'Name', mine: textOf(answer.values, 'name'), theirs: page.name }]
              : [
                  {
                    label: 'Who needs a second factor',
                    mine: ruleInWords(textOf(answer.values, 'secondFactor')),
                    theirs: ruleInWords(page.secondFactor),
                  },
                ]
          }
        />
      ) : null}
      <ErrorSummary answer={answer} />
      <PageHeading title="Organisation" back={{ label: 'Programmes', href: page.back }} />
      <Form version={page.version} guardsLeaving label="Name">
        <HiddenField name="do" value="rename" />
        <TextField
          name="name"
          label="Name"
          hint="As it stands on pages and in letters."
          value={page.name}
          width={30}
          answer={answer}
        />
        <Button>Save</Button>
      </Form>
      <Form version={page.version} label="Second factor">
        <HiddenField name="do" value="secure" />
        <RadioGroup
          name="secondFactor"
          label="Who needs a second factor to sign in?"
          hint="A code from an app on their phone, beside the password. Whoever it is newly about has a week to set it up."
          value={page.secondFactor}
          answer={answer}
          isSmall
          options={secondFactorRules.map((rule) => ({
            value: rule,
            label: secondFactorWords[rule],
          }))}
        />
        <Button>Save</Button>
      </Form>
      <SummaryList
        rows={[
          { key: 'Short name in addresses', value: page.slug },
          { key: 'Time zone', value: page.zone.replaceAll('_', ' ') },
          { key: 'Currency', value: page.currency },
        ]}
      />
      <p className="govuk-body">
        These three stay as they were set up: links in letters hold the short name, and dates and
        money on record were entered under the others.
      </p>
      <p className="govuk-body">
        Who works here signs in again after {page.signedIn.staff} without opening a page, mentors
        and firms after {page.signedIn.others}, and everybody after {page.signedIn.whole}. What was
        being typed is kept for an hour.
      </p>
      <p className="govuk-body">
        <a href={page.history}>What was changed here, by whom and when</a>
      </p>
      <Panel title="Work that failed" id="failed">
        {page.failed.length === 0 ? (
          <p className="govuk-body">Nothing has failed for good in the last 90 days.</p>
        ) : (
          <>
            <p className="govuk-body">
              These runs were repeated and then given up. Whoever hosts Espalier finds more with{' '}
              <code>npm run espalier -- doctor</code> and in the log.
            </p>
            <DataTable
              caption="Work that failed for good"
              rows={page.failed}
              rowKey={(row) => row.id}
              columns={[
                { key: 'name', label: 'Work', isHeader: true, cell: (row) => row.name },
                {
                  key: 'at',
                  label: 'Given up',
                  cell: (row) => formatInstant(row.failedAt, page.zone),
                },
                {
                  key: 'why',
                  label: 'Why',
                  cell: (row) =>
                    row.isOwn ? row.message : 'Of the whole installation: see the log',
                },
              ]}
            />
          </>
        )}
      </Panel>
    </>
  );
}
