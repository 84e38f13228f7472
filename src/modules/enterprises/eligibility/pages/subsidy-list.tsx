import { formatDate } from '../../../../kernel/calendar.ts';
import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { formatMoney } from '../../../../kernel/money.ts';
import { Panel } from '../../../../ui/card.tsx';
import { Checkbox, type Option, SelectField } from '../../../../ui/choice-fields.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { Button, Form, HiddenField, PostButton } from '../../../../ui/form.tsx';
import { Details } from '../../../../ui/summary-list.tsx';
import { Tag } from '../../../../ui/tag.tsx';
import { DateField, MoneyField, TextField } from '../../../../ui/text-fields.tsx';
import type { SubsidyAward } from '../../subsidy.ts';
import { likelySubsidy, type StatedFact } from '../stated-fact.ts';
import { StatedWords } from './stated-facts.tsx';

const stateWords: Record<SubsidyAward['state'], string> = {
  declared: 'Declared',
  notified: 'Notified',
  confirmed: 'Confirmed',
  withdrawn: 'Withdrawn',
};

interface SubsidyListProps {
  awards: readonly SubsidyAward[];
  regimes: readonly Option[];
  currency: string;
  mayEdit: boolean;
  /** What the application says and is about to be recorded. */
  fact: StatedFact | null;
  answer: FormAnswer;
}

/** Aid that the enterprise and its group have had; what counts is said in the test above. */
export function SubsidyList(props: SubsidyListProps) {
  const { awards, regimes, currency, mayEdit, fact, answer } = props;
  const likely = fact === null ? null : likelySubsidy(fact.words);
  const isOpen =
    fact !== null ||
    ['giver', 'amount', 'awardedOn', 'recipient'].some((field) => answer.errors?.[field]);
  return (
    <Panel title="Earlier aid">
      {awards.length === 0 ? (
        <p className="govuk-body">None recorded.</p>
      ) : (
        <DataTable
          caption="Earlier aid"
          rows={awards}
          rowKey={(row) => row.id}
          columns={[
            { key: 'giver', label: 'Given by', isHeader: true, cell: (row) => row.giver },
            { key: 'to', label: 'To', cell: (row) => row.recipient },
            { key: 'on', label: 'On', cell: (row) => formatDate(row.awardedOn) },
            { key: 'rules', label: 'Under', cell: (row) => labelOf(regimes, row.regime) },
            {
              key: 'amount',
              label: 'Amount',
              isNumeric: true,
              cell: (row) => formatMoney(row.amount),
            },
            {
              key: 'state',
              label: 'State',
              cell: (row) => (
                <Tag tone={row.state === 'withdrawn' ? 'neutral' : 'info'}>
                  {stateWords[row.state]}
                </Tag>
              ),
            },
            ...(mayEdit
              ? [
                  {
                    key: 'withdraw',
                    label: 'Withdraw',
                    cell: (row: SubsidyAward) =>
                      row.state === 'withdrawn' ? null : (
                        <PostButton values={{ form: 'withdraw-subsidy', id: row.id }}>
                          Withdraw<span className="govuk-visually-hidden"> {row.giver}</span>
                        </PostButton>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {mayEdit ? (
        <Details summary="Add earlier aid" isOpen={isOpen}>
          <Form label="Add earlier aid">
            <HiddenField name="form" value="subsidy" />
            {fact === null ? null : <StatedWords fact={fact} />}
            <TextField name="giver" label="Who gave it" value={likely?.giver} answer={answer} />
            <MoneyField
              name="amount"
              label="Amount"
              value={moneyText(likely?.amountMinor)}
              hint="The gross cash value; help in kind counts at its price."
              currency={currency}
              answer={answer}
            />
            <DateField name="awardedOn" label="Awarded on" answer={answer} />
            <SelectField
              name="regime"
              label="Under which rules"
              answer={answer}
              options={regimes}
            />
            <TextField
              name="recipient"
              label="Given to"
              hint="Leave empty for the enterprise itself."
              answer={answer}
              isOptional
            />
            <Checkbox
              name="isSameGroup"
              label="That is another firm of its group"
              answer={answer}
            />
            <Button kind="secondary">Add</Button>
          </Form>
        </Details>
      ) : null}
    </Panel>
  );
}

function labelOf(regimes: readonly Option[], code: string) {
  return regimes.find((each) => each.value === code)?.label ?? code;
}

function moneyText(minor: number | null | undefined): string | undefined {
  return minor === null || minor === undefined ? undefined : String(minor / 100);
}
