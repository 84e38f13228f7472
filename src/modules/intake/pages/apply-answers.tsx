import { formatDate } from '../../../kernel/calendar.ts';
import { formatMoney, parseMoney } from '../../../kernel/money.ts';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { type Answers, type ApplyStep, type AskedField, stepsOf } from '../apply/apply-step.ts';
import { questions } from '../apply/questions.ts';

interface Props {
  answers: Answers;
  /** Where a page can be changed; left out when it cannot. */
  hrefOf?: (step: ApplyStep) => string;
}

/** All answers, page by page. */
export function ApplyAnswers({ answers, hrefOf }: Props) {
  return (
    <>
      {stepsOf(answers).map((step) => (
        <section key={step}>
          <h2 className="govuk-heading-m">{questions[step].title}</h2>
          {answers[step] === undefined ? (
            <p className="govuk-body">
              {hrefOf ? <a href={hrefOf(step)}>Fill in this page</a> : 'Not filled in.'}
            </p>
          ) : (
            <SummaryList
              rows={asked(step, answers).map((field) => ({
                key: field.label,
                value: shown(field, answers[step]?.[field.name]),
                ...(hrefOf ? { href: hrefOf(step), verb: 'Change' } : {}),
              }))}
            />
          )}
        </section>
      ))}
    </>
  );
}

/** Without the details that a no makes pointless. */
function asked(step: ApplyStep, answers: Answers): AskedField[] {
  return questions[step].fields.filter(
    ({ name, onlyAfter }) =>
      onlyAfter === undefined ||
      answers[step]?.[onlyAfter] === 'yes' ||
      (answers[step]?.[name] ?? '') !== '',
  );
}

function shown(field: AskedField, value: string | readonly string[] | undefined): string {
  if (value === undefined || value.length === 0) return 'No answer';
  if (typeof value !== 'string') return value.map((one) => label(field, one)).join(', ');
  if (field.as === 'day') return formatDate(value);
  if (field.as === 'money') {
    const minor = parseMoney(value);
    return minor === null ? value : formatMoney({ minor, currency: 'GBP' });
  }
  if (field.as === 'tick') return 'Yes';
  return label(field, value);
}

function label(field: AskedField, value: string): string {
  return field.options?.find((option) => option.value === value)?.label ?? value;
}
