import { useLoaderData } from 'react-router';
import { formatDate, formatInstant } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import { type FormAnswer, type FormValues, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, Form, HiddenField, PostButton } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Inset } from '../../../ui/notification-banner.tsx';
import { DateField, MoneyField, NumberField } from '../../../ui/text-fields.tsx';
import {
  baselineMeasures,
  baselineMeasureWords,
  missingMeasures,
  requiredMeasures,
} from '../baseline.ts';
import { freezeBaseline } from '../commands/freeze-baseline.ts';
import { recordFigures } from '../commands/record-figures.ts';
import {
  type Figure,
  formatMeasure,
  isMoney,
  measureSources,
  measureSourceWords,
  parseMeasure,
  typedMeasure,
} from '../measure.ts';
import { enterprisePermissions } from '../permissions.ts';
import { type BaselineLine, baselineOf } from '../reads.ts';
import { EnrolmentHead } from './enrolment-head.tsx';
import { openEnrolment } from './open-enrolment.ts';

export const loader = loadPage(async (args) => {
  const { programme, enrolment, subject, head } = await openEnrolment(
    args,
    enterprisePermissions.baseline.read,
  );
  const baseline = await baselineOf(args.tx, enrolment);
  const held = baseline.figures.map((line) => ({ measure: line.kind, ...line }));
  const { actor } = args.ctx;
  return {
    head,
    ...baseline,
    zone: programme.zone,
    currency: args.ctx.org.currency,
    missing: missingMeasures({
      figures: held.map((line) => ({
        measure: line.kind,
        amount: line.amount,
        accountingYearEnd: line.yearEndsOn,
        source: line.source,
      })),
    }),
    mayRecord: may(actor, enterprisePermissions.measure.record, subject),
    mayFreeze: may(actor, enterprisePermissions.baseline.freeze, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  const here = programmePaths(ctx.org.slug, params['programme'] ?? '').enrolment(enrolmentId);
  if (verbOf(form, ['freeze', 'record']) === 'freeze') {
    await freezeBaseline(ctx, { enrolmentId });
    return done(here.baseline, 'The baseline is frozen. Later figures are compared with it.');
  }
  await recordFigures(ctx, {
    enrolmentId,
    yearEndsOn: textOf(form, 'yearEndsOn'),
    figures: figuresFrom(form),
  });
  return done(here.baseline, 'Saved. Freeze the baseline once the figures are right.');
});

function figuresFrom(form: FormValues) {
  const problems: Record<string, string> = {};
  const source = textOf(form, 'source') as Figure['source'];
  const figures = baselineMeasures.flatMap((kind) => {
    const text = textOf(form, kind);
    if (text === '') return [];
    const parsed = parseMeasure(kind, text);
    if ('problem' in parsed) {
      problems[kind] = parsed.problem;
      return [];
    }
    return [{ kind, amount: parsed.amount, source }];
  });
  if (Object.keys(problems).length > 0) throw invalid(problems);
  if (figures.length === 0) throw invalid({ staff: 'Enter at least one figure.' });
  return figures;
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <EnrolmentHead head={page.head} current="baseline" title="Baseline" />
      <ErrorSummary answer={answer} />
      {page.frozenAt ? (
        <Inset>
          Frozen on {formatInstant(page.frozenAt, page.zone)} by {page.frozenBy ?? 'the programme'}.
          It cannot change: jobs and growth are measured from here.
        </Inset>
      ) : (
        <p className="govuk-body">
          The firm as it was before the first support. Freeze these figures before the first
          session, otherwise no later growth can be shown.
        </p>
      )}
      {page.figures.length > 0 ? <FigureTable figures={page.figures} /> : null}
      {page.frozenAt ? null : (
        <>
          {page.mayFreeze && page.missing.length === 0 ? (
            <Panel title="Freeze the baseline">
              <p className="govuk-body">
                Check the figures above. After this they cannot be changed.
              </p>
              <PostButton values={{ do: 'freeze' }} kind="primary">
                Freeze the baseline
              </PostButton>
            </Panel>
          ) : null}
          {page.missing.length > 0 ? (
            <p className="govuk-body">
              Still missing:{' '}
              {page.missing.map((kind) => baselineMeasureWords[kind].toLowerCase()).join('; ')}.
            </p>
          ) : null}
          {page.mayRecord ? (
            <FiguresForm figures={page.figures} currency={page.currency} answer={answer} />
          ) : null}
        </>
      )}
    </>
  );
}

function FigureTable({ figures }: { figures: readonly BaselineLine[] }) {
  return (
    <DataTable
      caption="Figures of the baseline"
      rows={figures}
      rowKey={(row) => row.kind}
      columns={[
        {
          key: 'kind',
          label: 'Figure',
          isHeader: true,
          cell: (row) => baselineMeasureWords[row.kind],
        },
        {
          key: 'amount',
          label: 'Amount',
          isNumeric: true,
          cell: (row) => formatMeasure(row.kind, row.amount, row.currency),
        },
        { key: 'year', label: 'Year to', cell: (row) => formatDate(row.yearEndsOn) },
        {
          key: 'source',
          label: 'From',
          cell: (row) => measureSourceWords[row.source] ?? row.source,
        },
      ]}
    />
  );
}

interface FiguresFormProps {
  figures: readonly BaselineLine[];
  currency: string;
  answer: FormAnswer;
}

function FiguresForm({ figures, currency, answer }: FiguresFormProps) {
  const known = new Map(figures.map((line) => [line.kind, line]));
  const typed = (kind: BaselineLine['kind']) => {
    const line = known.get(kind);
    return line ? typedMeasure(kind, line.amount) : '';
  };
  return (
    <Panel title={figures.length > 0 ? 'Correct or add figures' : 'Enter the figures'}>
      <Form guardsLeaving label="Figures of the baseline">
        <HiddenField name="do" value="record" />
        <div className="app-row">
          <DateField
            name="yearEndsOn"
            label="Accounting year ended on"
            value={figures[0]?.yearEndsOn}
            answer={answer}
          />
          <SelectField
            name="source"
            label="Where the figures are from"
            value={figures[0]?.source ?? 'accounts'}
            answer={answer}
            options={measureSources.map((value) => ({
              value,
              label: measureSourceWords[value] ?? value,
            }))}
          />
        </div>
        <div className="app-row">
          {baselineMeasures.map((kind) =>
            isMoney(kind) ? (
              <MoneyField
                key={kind}
                name={kind}
                label={baselineMeasureWords[kind]}
                currency={currency}
                value={typed(kind)}
                answer={answer}
                isOptional={!requiredMeasures.includes(kind)}
              />
            ) : (
              <NumberField
                key={kind}
                name={kind}
                label={baselineMeasureWords[kind]}
                isDecimal={kind === 'staff'}
                value={typed(kind)}
                answer={answer}
                isOptional={!requiredMeasures.includes(kind)}
              />
            ),
          )}
        </div>
        <Button kind="secondary">Save the figures</Button>
      </Form>
    </Panel>
  );
}
