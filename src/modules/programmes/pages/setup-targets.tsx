import { useLoaderData } from 'react-router';
import { addDays, quartersOf } from '../../../kernel/calendar.ts';
import { precondition } from '../../../kernel/errors.ts';
import { type FormAnswer, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { fieldId } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, LinkButton } from '../../../ui/form.tsx';
import { setTargets } from '../commands/set-targets.ts';
import { type Hundredths, plainQuantity, unitLabel } from '../quantity.ts';
import { programmeBySlug, programmeSettings } from '../reads.ts';
import type { RuleSet } from '../rule-set.ts';
import { spreadForm, type TargetGrid, targetsOfForm } from '../target-form.ts';
import { afterStep, editFields, loadSetup, rulesOfSetup, SetupStep } from './setup-step.tsx';

export const loader = loadPage(loadSetup);

export const action = actPage(async ({ ctx, form, params, done }) => {
  const grid = await ctx.app.database.read(ctx.orgId, async (tx) => {
    const programme = await programmeBySlug(tx, params['programme']);
    const settings = await programmeSettings(tx, programme.id);
    return gridOf(programme, await rulesOfSetup(ctx, tx, programme, settings.adoptions));
  });
  if (!grid) throw precondition('Dates and rules come first.');
  if (verbOf(form, ['spread', 'save']) === 'spread') return { values: spreadForm(grid, form) };
  const targets = targetsOfForm(grid, form);
  await setTargets(ctx, { ...editFields(form), targets });
  const isDraft = form['reason'] === undefined;
  return done(afterStep(ctx.org.slug, params['programme'] ?? '', 'targets', isDraft), 'Saved.');
});

/** The cells of the form: the indicators of the rules and the quarters of the programme. */
function gridOf(
  programme: { starts_on: string | null; ends_on: string | null; currency: string },
  ruleSet: RuleSet | null,
): TargetGrid | null {
  if (!ruleSet || !programme.starts_on || !programme.ends_on) return null;
  return {
    indicators: ruleSet.indicators,
    quarters: quartersOf(programme.starts_on, addDays(programme.ends_on, 1)).map((one) => one.key),
    currency: programme.currency,
  };
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { programme, ruleSet } = page;
  const paths = programmePaths(page.org, programme.slug);
  const grid = gridOf(programme, ruleSet);
  if (!grid) {
    return (
      <>
        <title>{`Targets – ${programme.name}`}</title>
        <h1 className="govuk-heading-l">Targets</h1>
        <EmptyState
          title="Dates and rules come first"
          action={
            <LinkButton href={paths.setup(programme.starts_on ? 'rules' : 'dates')}>
              {programme.starts_on ? 'Choose the rule set' : 'Set the dates'}
            </LinkButton>
          }
        >
          Targets are set for each indicator of the rule set and each quarter of the programme.
        </EmptyState>
      </>
    );
  }
  const { indicators, quarters, currency } = grid;
  return (
    <SetupStep
      page={page}
      step="targets"
      title="Targets"
      caption="What is promised in each quarter. Enter totals, which are spread evenly, or fill the quarters in yourself; cells copied from a spreadsheet can be pasted."
      answer={answer}
      clash={indicators.flatMap(({ code, label }) =>
        quarters.map((quarter) => ({
          label: `${code} ${label}, ${quarter.replace('-', ' ')}`,
          mine: textOf(answer.values, `${code}.${quarter}`).trim(),
          theirs: valueOf(page.targets, code, quarter),
        })),
      )}
      actions={
        <Button kind="secondary" name="do" value="spread">
          Spread totals evenly
        </Button>
      }
    >
      <div
        className="app-panel app-grid"
        tabIndex={0}
        role="region"
        aria-label="Targets by quarter"
      >
        <table className="govuk-table">
          <caption className="govuk-visually-hidden">Targets by indicator and quarter</caption>
          <thead>
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                Indicator
              </th>
              <th scope="col" className="govuk-table__header">
                Total
              </th>
              {quarters.map((quarter) => (
                <th scope="col" className="govuk-table__header" key={quarter}>
                  {quarter.replace('-', ' ')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator) => (
              <tr className="govuk-table__row" key={indicator.code}>
                <th scope="row" className="govuk-table__header">
                  {indicator.code} {indicator.label}
                  <span className="govuk-hint app-under">
                    in {unitLabel(indicator.unit, currency)}
                  </span>
                </th>
                <td className="govuk-table__cell">
                  <GridInput
                    name={`${indicator.code}.total`}
                    label={`${indicator.code} ${indicator.label}, total in ${unitLabel(indicator.unit, currency)}`}
                    value={totalOf(page.targets, indicator.code)}
                    answer={answer}
                  />
                  <input
                    type="hidden"
                    name={`${indicator.code}.stored`}
                    value={totalOf(page.targets, indicator.code)}
                  />
                </td>
                {quarters.map((quarter) => (
                  <td className="govuk-table__cell" key={quarter}>
                    <GridInput
                      name={`${indicator.code}.${quarter}`}
                      label={`${indicator.code}, ${quarter.replace('-', ' ')}`}
                      value={valueOf(page.targets, indicator.code, quarter)}
                      answer={answer}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </SetupStep>
  );
}

interface Target {
  indicator: string;
  quarter: string;
  amount: Hundredths;
}

function valueOf(targets: readonly Target[], indicator: string, quarter: string): string {
  const found = targets.find((one) => one.indicator === indicator && one.quarter === quarter);
  return found ? plainQuantity(found.amount) : '';
}

function totalOf(targets: readonly Target[], indicator: string): string {
  const sum = targets
    .filter((one) => one.indicator === indicator)
    .reduce((total, one) => total + one.amount, 0);
  return sum === 0 ? '' : plainQuantity(sum);
}

interface GridInputProps {
  name: string;
  label: string;
  value: string;
  answer: FormAnswer;
}

function GridInput({ name, label, value, answer }: GridInputProps) {
  const typed = answer.values[name];
  const hasError = answer.errors?.[name] !== undefined;
  return (
    <input
      id={fieldId(name)}
      className={`govuk-input app-grid__input${hasError ? ' govuk-input--error' : ''}`}
      aria-invalid={hasError || undefined}
      name={name}
      aria-label={label}
      inputMode="decimal"
      defaultValue={typed === undefined ? value : textOf(answer.values, name)}
    />
  );
}
