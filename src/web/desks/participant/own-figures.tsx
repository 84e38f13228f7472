import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { type FormAnswer, textOf } from '../../../kernel/form-answer.ts';
import { hasCode, invalid, notFound } from '../../../kernel/errors.ts';
import { participantPaths } from '../../../kernel/paths.ts';
import { recordMeasure } from '../../../modules/enterprises/commands/record-measure.ts';
import {
  formatMeasure,
  isMoney,
  type MeasureKind,
  measureKinds,
  measureKindWords,
  parseMeasure,
} from '../../../modules/enterprises/measure.ts';
import { measuresOf } from '../../../modules/enterprises/reads.ts';
import { addComment } from '../../../modules/impact/commands/add-comment.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { Panel } from '../../../ui/card.tsx';
import { Checkbox, SelectField } from '../../../ui/choice-fields.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { DateField, TextArea, TextField } from '../../../ui/text-fields.tsx';
import { firmsOf } from './participant-reads.ts';

export const loader = loadPage(async ({ ctx, tx }) => {
  const firms = await firmsOf(tx, [...ctx.actor.ownEnterpriseIds]);
  const [first] = firms;
  if (!first) throw notFound();
  return {
    org: ctx.org.slug,
    currency: ctx.org.currency,
    firms: firms.map((firm) => ({
      value: firm.enrolmentId,
      label: `${firm.enterprise}, ${firm.programme}`,
    })),
    measures: await measuresOf(tx, first.enterpriseId),
  };
});

export const action = actPage(async ({ ctx, form, done }) => {
  const enrolmentId = textOf(form, 'enrolmentId');
  const figures = participantPaths(ctx.org.slug).figures;
  if (verbOf(form, ['comment', 'figure']) === 'comment') {
    const mayPublish = textOf(form, 'mayPublish') === 'yes';
    await addComment(ctx, { enrolmentId, body: textOf(form, 'body'), mayPublish });
    return done(figures, 'Thank you, your words are kept.');
  }
  const kind = measureKinds.find((one) => one === textOf(form, 'kind'));
  if (kind === undefined) throw invalid({ kind: 'Choose what it is.' });
  const parsed = parseMeasure(kind, textOf(form, 'amount'), ctx.org.currency);
  if ('problem' in parsed) throw invalid({ amount: parsed.problem });
  try {
    await recordMeasure(ctx, {
      enrolmentId,
      kind,
      amount: parsed.amount,
      currency: isMoney(kind) ? ctx.org.currency : null,
      yearEndsOn: textOf(form, 'yearEndsOn'),
      attribution: textOf(form, 'attribution'),
      source: 'declaration',
    });
  } catch (error) {
    if (hasCode(error, 'invalid')) throw invalid(error.fields);
    throw error;
  }
  return done(figures, 'Thank you, the figure is kept.');
});

export default function Screen() {
  const { org, currency, firms, measures } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>Our figures – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Our figures"
        caption="They show what changed since you joined. Mentors and other firms never see them."
        back={{ label: 'My enterprise', href: participantPaths(org).home }}
      />
      <Panel title="Add a figure">
        <Form>
          <HiddenField name="do" value="figure" />
          <FirmField firms={firms} answer={answer} />
          <SelectField
            name="kind"
            label="What"
            emptyLabel="Choose"
            options={measureKinds.map((kind) => ({ value: kind, label: measureKindWords[kind] }))}
            answer={answer}
          />
          <TextField
            name="amount"
            label="How much"
            hint={`Money in ${currency}; staff in full-time equivalents, half a week is 0.5.`}
            inputMode="decimal"
            width={10}
            answer={answer}
          />
          <DateField name="yearEndsOn" label="Accounting year that ends on" answer={answer} />
          <TextArea
            name="attribution"
            label="What part did the programme have in it?"
            hint="In your own words; “none” is an answer too."
            answer={answer}
            isOptional
          />
          <Button>Keep the figure</Button>
        </Form>
      </Panel>
      {measures.length === 0 ? null : (
        <Panel title="So far">
          <DataTable
            caption="Figures so far"
            rows={measures}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'kind',
                label: 'What',
                isHeader: true,
                cell: (row) => measureKindWords[row.kind as MeasureKind],
              },
              {
                key: 'amount',
                label: 'Amount',
                isNumeric: true,
                cell: (row) => formatMeasure(row.kind, row.amount, row.currency),
              },
              { key: 'year', label: 'Year to', cell: (row) => formatDate(row.yearEndsOn) },
            ]}
          />
        </Panel>
      )}
      <Panel title="What has the support changed for you?">
        <Form label="Your own words">
          <HiddenField name="do" value="comment" />
          <FirmField firms={firms} answer={answer} scope="words" />
          <TextArea
            name="body"
            label="In your own words"
            hint="The programme and its funder read them."
            answer={answer}
          />
          <Checkbox name="mayPublish" label="You may publish this with my name" answer={answer} />
          <Button kind="secondary">Send</Button>
        </Form>
      </Panel>
    </>
  );
}

interface FirmFieldProps {
  firms: readonly { value: string; label: string }[];
  answer: FormAnswer;
  scope?: string;
}

/** Which enterprise it is about; not asked when there is only one. */
function FirmField({ firms, answer, scope }: FirmFieldProps) {
  const [first] = firms;
  if (first && firms.length === 1) return <HiddenField name="enrolmentId" value={first.value} />;
  return (
    <SelectField
      name="enrolmentId"
      label="Enterprise"
      options={firms}
      answer={answer}
      {...(scope === undefined ? {} : { scope })}
    />
  );
}
