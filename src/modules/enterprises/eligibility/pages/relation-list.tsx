import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { formatMoney } from '../../../../kernel/money.ts';
import { Panel } from '../../../../ui/card.tsx';
import { Checkbox, RadioGroup, SelectField } from '../../../../ui/choice-fields.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { Button, Form, HiddenField, PostButton } from '../../../../ui/form.tsx';
import { Details } from '../../../../ui/summary-list.tsx';
import { MoneyField, NumberField, TextField } from '../../../../ui/text-fields.tsx';
import { type Holder, holders, shareWords } from '../../ownership.ts';
import { formatFte } from '../../size.ts';
import type { RelationRow } from '../applicant-facts.ts';
import { likelyRelation, type StatedFact } from '../stated-fact.ts';
import { StatedWords } from './stated-facts.tsx';

const holderWords: Record<Holder, string> = {
  enterprise: 'A firm',
  person: 'A person',
  'public-body': 'A public body',
  'public-investment-corporation': 'Public investment corporation',
  'venture-capital': 'Venture capital company',
  'business-angel': 'Business angel',
  university: 'University or research centre',
  'institutional-investor': 'Institutional investor or regional fund',
  'small-local-authority':
    'Local authority with a budget under €10 million and fewer than 5,000 people',
};

interface RelationListProps {
  relations: readonly RelationRow[];
  currency: string;
  mayEdit: boolean;
  /** What the application says and is about to be recorded. */
  fact: StatedFact | null;
  answer: FormAnswer;
}

/** Firms that hold, or are held by, the enterprise, and how each counts (2003/361/EC article 3). */
export function RelationList({ relations, currency, mayEdit, fact, answer }: RelationListProps) {
  const isOpen =
    fact !== null ||
    ['name', 'percent', 'votesPercent', 'direction', 'staff', 'turnover', 'balance'].some(
      (field) => answer.errors?.[field],
    );
  return (
    <Panel title="Partner and linked firms">
      {relations.length === 0 ? (
        <p className="govuk-body">None recorded.</p>
      ) : (
        <DataTable
          caption="Partner and linked firms"
          rows={relations}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', label: 'Firm or holder', isHeader: true, cell: (row) => row.name },
            { key: 'how', label: 'How it counts', cell: (row) => wordsOf(row) },
            {
              key: 'staff',
              label: 'Staff',
              isNumeric: true,
              cell: (row) => (row.staffHundredths === null ? '—' : formatFte(row.staffHundredths)),
            },
            {
              key: 'turnover',
              label: 'Turnover',
              isNumeric: true,
              cell: (row) => money(row.turnoverMinor, row.currency),
            },
            {
              key: 'balance',
              label: 'Balance sheet',
              isNumeric: true,
              cell: (row) => money(row.balanceSheetMinor, row.currency),
            },
            ...(mayEdit
              ? [
                  {
                    key: 'remove',
                    label: 'Remove',
                    cell: (row: RelationRow) => (
                      <PostButton values={{ form: 'remove-relation', id: row.id }}>
                        Remove<span className="govuk-visually-hidden"> {row.name}</span>
                      </PostButton>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {mayEdit ? (
        <Details summary="Add a firm or holder" isOpen={isOpen}>
          <RelationForm {...{ relations, currency, fact, answer }} />
        </Details>
      ) : null}
    </Panel>
  );
}

function RelationForm({ relations, currency, fact, answer }: Omit<RelationListProps, 'mayEdit'>) {
  const likely = fact === null ? null : likelyRelation(fact.words);
  return (
    <Form label="Add a firm or holder">
      <HiddenField name="form" value="relation" />
      {fact === null ? null : <StatedWords fact={fact} />}
      <TextField name="name" label="Name" value={likely?.name} answer={answer} />
      <RadioGroup
        name="direction"
        label="Who holds whom?"
        value={likely?.direction ?? null}
        answer={answer}
        isSmall
        isInline
        options={[
          { value: 'holds-us', label: 'It holds the enterprise' },
          { value: 'held-by-us', label: 'The enterprise holds it' },
        ]}
      />
      <NumberField
        name="percent"
        label="Share of the capital"
        isDecimal
        suffix="%"
        value={likely?.percent ?? undefined}
        answer={answer}
        width={5}
      />
      <NumberField
        name="votesPercent"
        label="Share of the votes, where it differs"
        isDecimal
        suffix="%"
        answer={answer}
        width={5}
        isOptional
      />
      <SelectField
        name="holder"
        label="What it is"
        answer={answer}
        options={holders.map((value) => ({ value, label: holderWords[value] }))}
      />
      {relations.length > 0 ? (
        <SelectField
          name="holdsThroughId"
          label="Whose relation is it?"
          hint="A firm behind one of the firms above counts through it."
          answer={answer}
          emptyLabel="The enterprise’s own"
          options={relations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <Checkbox
        name="hasControl"
        label="Controls: appoints most of the board, leads by contract or articles, or has the majority by agreement"
        hint="An investor who keeps out of the management has no control."
        answer={answer}
      />
      <Checkbox
        name="actsJointly"
        label="Acts jointly with the other holders ticked here, or is linked with them"
        hint="For example a family, or firms of one group."
        answer={answer}
      />
      <Checkbox
        name="isSameMarket"
        label="Works in the same market, or directly before or behind it"
        hint="Asked of firms that a person holds: only those are linked through the person."
        answer={answer}
      />
      <Checkbox
        name="isUnderAngelLimit"
        label="Business angels have put less than €1,250,000 into it, all together"
        answer={answer}
      />
      <Checkbox
        name="isConsolidated"
        label="Already inside consolidated accounts"
        answer={answer}
      />
      <div className="app-row">
        <NumberField name="staff" label="Its staff" isDecimal answer={answer} isOptional />
        <MoneyField
          name="turnover"
          label="Its turnover"
          currency={currency}
          answer={answer}
          isOptional
        />
        <MoneyField
          name="balance"
          label="Its balance sheet"
          currency={currency}
          answer={answer}
          isOptional
        />
      </div>
      <Button kind="secondary">Add</Button>
    </Form>
  );
}

function wordsOf(row: RelationRow): string {
  return shareWords({
    direction: row.direction,
    holder: row.holder,
    percent: row.percent,
    votes: row.votesPercent,
    control: row.hasControl,
    underAngelLimit: row.isUnderAngelLimit,
  });
}

function money(minor: number | null, currency: string): string {
  return minor === null ? '—' : formatMoney({ minor, currency });
}
