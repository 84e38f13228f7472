import { formatDate } from '../../../kernel/calendar.ts';
import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { Panel } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { DateField, MoneyField, NumberField } from '../../../ui/text-fields.tsx';
import { baselineMeasures, baselineMeasureWords, requiredMeasures } from '../baseline.ts';
import { factsOf, type StoredTest } from '../eligibility/stored-facts.ts';
import {
  formatMeasure,
  isMoney,
  measureSources,
  measureSourceWords,
  typedMeasure,
} from '../measure.ts';
import type { BaselineLine } from '../reads.ts';

interface SizedFigures {
  yearEnd: string | null;
  amounts: Partial<Record<string, number>>;
}

/** Staff and money of the last year that the size test was worked out from. */
export function sizedFigures(latest: ReadonlyMap<string, StoredTest>): SizedFigures {
  const year = factsOf(latest, 'size')?.years.at(-1);
  const amounts: Partial<Record<string, number>> = year
    ? {
        staff: year.staffHundredths,
        turnover: year.turnoverMinor,
        'balance-sheet': year.balanceSheetMinor,
      }
    : {};
  return { yearEnd: year?.yearEnd ?? null, amounts };
}

/** The figures of a baseline, each with its year and where it is from. */
export function FigureTable({ figures }: { figures: readonly BaselineLine[] }) {
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
  /** What the size test was worked out from; offered where the firm declared nothing. */
  sized: SizedFigures;
  currency: string;
  answer: FormAnswer;
}

/** The form for the figures of the year before support. */
export function FiguresForm({ figures, sized, currency, answer }: FiguresFormProps) {
  const known = new Map(figures.map((line) => [line.kind, line]));
  const typed = (kind: BaselineLine['kind']) => {
    const line = known.get(kind);
    const amount = line?.amount ?? sized.amounts[kind];
    return amount === undefined ? '' : typedMeasure(kind, amount);
  };
  return (
    <Panel title={figures.length > 0 ? 'Correct or add figures' : 'Enter the figures'}>
      <Form guardsLeaving label="Figures of the baseline">
        <HiddenField name="do" value="record" />
        <div className="app-row">
          <DateField
            name="yearEndsOn"
            label="Accounting year ended on"
            value={sized.yearEnd ?? figures[0]?.yearEndsOn}
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
