import { useLoaderData } from 'react-router';
import { textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { mayAnywhere } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { DateField, TextField } from '../../../ui/text-fields.tsx';
import { editRuleSet } from '../commands/edit-rule-set.ts';
import { programmePermissions } from '../permissions.ts';
import { ruleSetById } from '../reads.ts';
import { ruleSetOfForm, spareIndicators } from '../rule-set-form.ts';
import { ClaimFields } from './claim-fields.tsx';
import { IndicatorFields } from './indicator-fields.tsx';
import { CountingFields, LimitFields, SizeFields } from './rule-set-fields.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  if (!mayAnywhere(ctx.actor, programmePermissions.ruleSet.edit)) throw notFound('rule set');
  const { id, ruleSet } = await ruleSetById(tx, params['ruleSet'] ?? '');
  return { org: ctx.org.slug, id, ruleSet };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const id = params['ruleSet'] ?? '';
  const { ruleSet } = await ctx.app.database.read(ctx.orgId, (tx) => ruleSetById(tx, id));
  const { ruleSetId } = await editRuleSet(ctx, {
    ruleSetId: id,
    version: textOf(form, 'version'),
    body: ruleSetOfForm(ruleSet, form),
  });
  return done(
    orgPaths(ctx.org.slug).ruleSetComparison(ruleSetId, id),
    'The new version is in your list, and this is what differs. It holds for a programme once its settings adopt it.',
  );
});

export default function Screen() {
  const { org, id, ruleSet } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const listProblem = answer.errors?.['indicators'];
  const spare = Array.from({ length: spareIndicators }, () => null);
  return (
    <>
      <title>{`New version of ${ruleSet.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={`New version of ${ruleSet.name}`}
        caption={`Version ${ruleSet.version} stays as it is for the programmes that adopted it.`}
        back={{ label: ruleSet.name, href: orgPaths(org).ruleSet(id) }}
      />
      <Form guardsLeaving>
        <Panel title="Name and version">
          <TextField
            name="version"
            label="What is the new version called?"
            hint={`The present one is ${ruleSet.version}.`}
            answer={answer}
            width={10}
          />
          <TextField name="name" label="Name" value={ruleSet.name} answer={answer} />
          <DateField
            name="effectiveFrom"
            label="In effect from"
            value={ruleSet.effectiveFrom}
            answer={answer}
          />
          <TextField
            name="sourceLabel"
            label="What to check it against"
            hint="Stands above the rules wherever they are shown."
            value={ruleSet.sourceLabel}
            answer={answer}
            isOptional
          />
        </Panel>
        <Panel title="Indicators">
          {listProblem ? (
            <p className="govuk-error-message" id="field-indicators">
              {listProblem}
            </p>
          ) : null}
          {[...ruleSet.indicators, ...spare].map((indicator, at) => (
            <IndicatorFields
              key={at}
              at={at}
              indicator={indicator}
              currency={ruleSet.costs.currency}
              answer={answer}
            />
          ))}
        </Panel>
        <Panel title="What counts">
          <CountingFields ruleSet={ruleSet} answer={answer} />
        </Panel>
        <Panel title="Size">
          <SizeFields ruleSet={ruleSet} answer={answer} />
        </Panel>
        <Panel title="Limits and sectors">
          <LimitFields ruleSet={ruleSet} answer={answer} />
        </Panel>
        <Panel title="Claims and costs">
          <ClaimFields ruleSet={ruleSet} answer={answer} />
        </Panel>
        <Button>Save as a new version</Button>
      </Form>
    </>
  );
}
