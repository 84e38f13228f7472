import { useLoaderData } from 'react-router';
import { formatDate, formatInstant } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Details } from '../../../ui/summary-list.tsx';
import { DateField, TextArea, TextField } from '../../../ui/text-fields.tsx';
import { recordMeasure } from '../commands/record-measure.ts';
import { withdrawMeasure } from '../commands/withdraw-measure.ts';
import {
  type Figure,
  formatMeasure,
  type MeasureKind,
  measureKinds,
  measureKindWords,
  measureSources,
  measureSourceWords,
  parseMeasure,
} from '../measure.ts';
import { enterprisePermissions } from '../permissions.ts';
import { measuresOf } from '../reads.ts';
import { EnrolmentHead } from './enrolment-head.tsx';
import { openEnrolment } from './open-enrolment.ts';

export const loader = loadPage(async (args) => {
  const { programme, enrolment, subject, head } = await openEnrolment(
    args,
    enterprisePermissions.measure.read,
  );
  return {
    head,
    zone: programme.zone,
    rows: (await measuresOf(args.tx, enrolment.enterpriseId)).toReversed(),
    mayRecord: may(args.ctx.actor, enterprisePermissions.measure.record, subject),
    mayWithdraw: may(args.ctx.actor, enterprisePermissions.measure.withdraw, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  const here = programmePaths(ctx.org.slug, params['programme'] ?? '').enrolment(enrolmentId);
  if (verbOf(form, ['withdraw', 'record']) === 'withdraw') {
    await withdrawMeasure(ctx, {
      enrolmentId,
      measureId: textOf(form, 'measure'),
      reason: textOf(form, 'reason'),
    });
    return done(here.measures, 'The figure was withdrawn. It stays in the history.');
  }
  const kind = textOf(form, 'kind') as MeasureKind;
  const parsed = parseMeasure(kind, textOf(form, 'amount'));
  if ('problem' in parsed) throw invalid({ amount: parsed.problem });
  await recordMeasure(ctx, {
    enrolmentId,
    kind,
    amount: parsed.amount,
    yearEndsOn: textOf(form, 'yearEndsOn'),
    source: textOf(form, 'source') as Figure['source'],
    attribution: textOf(form, 'attribution'),
  });
  return done(here.measures, 'The figure was recorded.');
});

type Row = Awaited<ReturnType<typeof measuresOf>>[number];

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <EnrolmentHead head={page.head} current="measures" title="Figures" />
      <ErrorSummary answer={answer} />
      {page.rows.length === 0 ? (
        <EmptyState title="No figures yet">
          {page.mayRecord ? 'Record staff' : 'Staff'}, turnover and the rest
          {page.mayRecord ? '' : ' stand here'} for each accounting year: growth is the difference
          from the baseline.
        </EmptyState>
      ) : (
        <DataTable
          caption="Figures of the enterprise"
          columns={columnsOf(page.zone, page.mayWithdraw)}
          rows={page.rows}
          rowKey={(row) => row.id}
        />
      )}
      {page.mayRecord ? (
        <Panel title="Record a figure">
          <Form label="Record a figure">
            <HiddenField name="do" value="record" />
            <div className="app-row">
              <SelectField
                name="kind"
                label="Figure"
                answer={answer}
                options={measureKinds.map((value) => ({ value, label: measureKindWords[value] }))}
              />
              <TextField
                name="amount"
                label="Amount"
                answer={answer}
                width={10}
                inputMode="decimal"
              />
              <DateField name="yearEndsOn" label="Accounting year ends on" answer={answer} />
              <SelectField
                name="source"
                label="From"
                answer={answer}
                options={measureSources.map((value) => ({
                  value,
                  label: measureSourceWords[value] ?? value,
                }))}
              />
            </div>
            <TextArea
              name="attribution"
              label="The programme’s part in it, in the firm’s own words"
              rows={2}
              answer={answer}
              maxLength={2000}
              isOptional
            />
            <Button>Record</Button>
          </Form>
        </Panel>
      ) : null}
    </>
  );
}

function columnsOf(zone: string, mayWithdraw: boolean): Column<Row>[] {
  const columns: Column<Row>[] = [
    {
      key: 'kind',
      label: 'Figure',
      isHeader: true,
      cell: (row) => measureKindWords[row.kind as MeasureKind] ?? row.kind,
    },
    { key: 'year', label: 'Year to', cell: (row) => formatDate(row.yearEndsOn) },
    {
      key: 'amount',
      label: 'Amount',
      isNumeric: true,
      cell: (row) => formatMeasure(row.kind, row.amount, row.currency),
    },
    { key: 'source', label: 'From', cell: (row) => measureSourceWords[row.source] ?? row.source },
    { key: 'words', label: 'In their words', cell: (row) => row.attribution ?? '—' },
    {
      key: 'by',
      label: 'Recorded',
      cell: (row) => `${formatInstant(row.recordedAt, zone)} by ${row.recordedBy ?? 'an import'}`,
    },
  ];
  if (!mayWithdraw) return columns;
  return [
    ...columns,
    {
      key: 'withdraw',
      label: 'Withdraw',
      cell: (row) => (
        <Details summary="Withdraw">
          <Form label="Withdraw this figure">
            <HiddenField name="do" value="withdraw" />
            <HiddenField name="measure" value={row.id} />
            <TextField name="reason" label="What is wrong with it?" scope={row.id} />
            <Button kind="warning">Withdraw</Button>
          </Form>
        </Details>
      ),
    },
  ];
}
