import { useLoaderData } from 'react-router';
import { addDays, quartersOf } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import { type FormAnswer, type FormValues, numberOf, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { fieldId } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, LinkButton } from '../../../ui/form.tsx';
import { setTargets } from '../commands/set-targets.ts';
import { quartersMeant, spreadEvenly } from '../targets.ts';
import { afterStep, editFields, loadSetup, SetupStep } from './setup-step.tsx';

export const loader = loadPage(loadSetup);

export const action = actPage(async ({ ctx, form, params, done }) => {
  const indicators = textOf(form, 'indicators').split(' ').filter(Boolean);
  const quarters = textOf(form, 'quarters').split(' ').filter(Boolean);
  if (verbOf(form, ['spread', 'save']) === 'spread')
    return { values: spread(form, indicators, quarters) };
  const targets = targetsFrom(form, indicators, quarters);
  await setTargets(ctx, { ...editFields(form), targets });
  const isDraft = form['reason'] === undefined;
  return done(afterStep(ctx.org.slug, params['programme'] ?? '', 'targets', isDraft), 'Saved.');
});

function targetsFrom(form: FormValues, indicators: string[], quarters: string[]) {
  const problems: Record<string, string> = {};
  const read = (name: string) => {
    const value = numberOf(form, name) ?? null;
    if (value !== null && !(value >= 0)) {
      problems[name] = `${name.replace(/[.-]/g, ' ')}: enter a number of 0 or more.`;
    }
    return value;
  };
  const targets = indicators.flatMap((indicator) => {
    const line = {
      total: read(`${indicator}.total`),
      storedTotal: numberOf(form, `${indicator}.stored`) ?? 0,
      quarters: quarters.map((quarter) => read(`${indicator}.${quarter}`)),
    };
    const meant = quartersMeant(line);
    if (meant.ok) {
      return meant.value.map((value, at) => ({ indicator, quarter: quarters[at] ?? '', value }));
    }
    problems[`${indicator}.total`] ??= `${indicator}: ${meant.message ?? ''}`;
    return [];
  });
  if (Object.keys(problems).length > 0) throw invalid(problems);
  return targets;
}

/** Fills a row from its total; rows without a total stay as typed. Nothing is saved yet. */
function spread(form: FormValues, indicators: string[], quarters: string[]): FormValues {
  const values: FormValues = { ...form };
  for (const indicator of indicators) {
    const total = numberOf(form, `${indicator}.total`);
    if (total === undefined || Number.isNaN(total)) continue;
    for (const [at, share] of spreadEvenly(total, quarters.length).entries()) {
      values[`${indicator}.${quarters[at]}`] = String(share);
    }
  }
  return values;
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { programme, ruleSet } = page;
  const paths = programmePaths(page.org, programme.slug);
  if (!ruleSet || !programme.starts_on || !programme.ends_on) {
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
  const quarters = quartersOf(programme.starts_on, addDays(programme.ends_on, 1)).map(
    (one) => one.key,
  );
  return (
    <SetupStep
      page={page}
      step="targets"
      title="Targets"
      caption="What is promised in each quarter. Enter totals, which are spread evenly, or fill the quarters in yourself."
      answer={answer}
      actions={
        <Button kind="secondary" name="do" value="spread">
          Spread totals evenly
        </Button>
      }
    >
      <input
        type="hidden"
        name="indicators"
        value={ruleSet.indicators.map((one) => one.code).join(' ')}
      />
      <input type="hidden" name="quarters" value={quarters.join(' ')} />
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
            {ruleSet.indicators.map((indicator) => (
              <tr className="govuk-table__row" key={indicator.code}>
                <th scope="row" className="govuk-table__header">
                  {indicator.code} {indicator.label}
                </th>
                <td className="govuk-table__cell">
                  <GridInput
                    name={`${indicator.code}.total`}
                    label={`${indicator.code}, total`}
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
                      label={`${indicator.code}, ${quarter}`}
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
  value: number;
}

function valueOf(targets: readonly Target[], indicator: string, quarter: string): string {
  const found = targets.find((one) => one.indicator === indicator && one.quarter === quarter);
  return found ? String(found.value) : '';
}

function totalOf(targets: readonly Target[], indicator: string): string {
  const sum = targets
    .filter((one) => one.indicator === indicator)
    .reduce((total, one) => total + one.value, 0);
  return sum === 0 ? '' : String(sum);
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
