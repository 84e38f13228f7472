import { listWords, plural } from '../../../kernel/text.ts';
import { BulkBar } from '../../../ui/bulk-bar.tsx';
import { Card, CardGrid, EmptyState } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Download } from '../../../ui/download.tsx';
import { Button, ButtonRow, Form, HiddenField, LinkButton, PostButton } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import type { TableQuery } from '../../../ui/table-query.ts';
import { Pagination, TableTools } from '../../../ui/table-tools.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { fieldLabel } from '../import/column-map.ts';
import { undoRefusals } from '../import/undo-rule.ts';
import type { ImportRunView, PreviewLine } from '../reads.ts';
import { decisionWords, outcomeWords, problemLabel, valueWords } from './import-words.ts';

interface Props {
  run: ImportRunView;
  query: TableQuery;
  rows: readonly PreviewLine[];
  total: number;
  problems: readonly { code: string; n: number }[];
  badRowsHref: string;
  mayRun: boolean;
}

/** What taking the list would do, row by row, before or after it was done. */
export function ImportPreview(props: Props) {
  const { run, query, rows, total, problems } = props;
  const { counts } = run;
  const isOpen = run.state === 'checked' && props.mayRun;
  const isFiltered = query.search !== '' || Object.values(query.filters).some(Boolean);
  const asks = query.filters['outcome'] === 'ask' && isOpen;
  const card = (label: string, n: number | undefined, outcome: string) => (
    <Card label={label} value={(n ?? 0).toLocaleString('en-GB')} href={`?outcome=${outcome}`} />
  );
  return (
    <>
      <CardGrid>
        {card('New', counts.created, 'create')}
        {card('Updated', counts.updated, 'update')}
        {card('No change', counts.unchanged, 'unchanged')}
        {(counts.notKnown ?? 0) > 0 ? card('Not on record', counts.notKnown, 'not-known') : null}
        {card('Left out', counts.rejected, 'rejected')}
        {(counts.asked ?? 0) > 0 ? card('May be known', counts.asked, 'ask') : null}
      </CardGrid>
      {isOpen ? <TakeBar run={run} /> : null}
      {(counts.rejected ?? 0) + (counts.asked ?? 0) > 0 ? (
        <div className="app-download-beside">
          <p className="govuk-body">
            The rows that are left out, with their reasons, to mend and upload again.
          </p>
          <Download href={props.badRowsHref} />
        </div>
      ) : null}
      <div className="app-panel">
        <TableTools
          query={query}
          total={total}
          noun={['row', 'rows']}
          searchLabel="Text in the row"
          filters={[
            {
              name: 'outcome',
              label: 'What happens',
              options: Object.entries(outcomeWords).map(([value, { label }]) => ({ value, label })),
            },
            ...(run.state === 'undone'
              ? [
                  {
                    name: 'undo',
                    label: 'Undone',
                    options: [
                      { value: 'undone', label: 'taken back' },
                      { value: 'kept', label: 'stays as it is' },
                    ],
                  },
                ]
              : []),
            {
              name: 'problem',
              label: 'Problem',
              options: problems.map(({ code, n }) => ({
                value: code,
                label: `${problemLabel(code)} (${n.toLocaleString('en-GB')})`,
              })),
            },
          ]}
        />
        {asks && rows.length > 0 ? <ChoiceBar asked={counts.asked ?? 0} /> : null}
        {rows.length === 0 && !isFiltered ? (
          <EmptyState title="The rows are not kept">
            A list that was taken in on the command line leaves its counts here, and cannot be
            undone.
          </EmptyState>
        ) : rows.length === 0 ? (
          <EmptyState title="No row like this">Choose another filter.</EmptyState>
        ) : (
          <DataTable
            caption="Rows of the list"
            query={query}
            rows={rows}
            rowKey={(line) => String(line.row)}
            {...(asks
              ? {
                  pick: {
                    form: 'choices',
                    name: 'rows',
                    label: (line: PreviewLine) => `Row ${line.row}`,
                  },
                }
              : {})}
            columns={[
              { key: 'row', label: 'Row', isNumeric: true, cell: (line) => line.row },
              {
                key: 'name',
                label: 'Name',
                isHeader: true,
                cell: (line) => line.name ?? line.firstCell ?? '',
              },
              {
                key: 'outcome',
                label: 'What happens',
                cell: (line) => <Outcome line={line} />,
              },
              {
                key: 'why',
                label: 'Why, and what is written',
                cell: (line) => (
                  <>
                    <Reasons run={run} line={line} />
                    <NewRecord run={run} line={line} />
                  </>
                ),
              },
            ]}
          />
        )}
        <Pagination query={query} total={total} />
      </div>
    </>
  );
}

function TakeBar({ run }: { run: ImportRunView }) {
  const { created = 0, updated = 0, asked = 0 } = run.counts;
  const count = created + updated;
  return (
    <>
      {asked > 0 ? (
        <Inset>
          {plural(asked, 'row')} may be on record already.{' '}
          <a href="?outcome=ask">Choose what to do with them</a>; those without a choice are left
          out.
        </Inset>
      ) : null}
      {count === 0 ? <Inset>There is nothing to take in. {nothingWords(run.counts)}</Inset> : null}
      <ButtonRow>
        {count > 0 ? (
          <PostButton kind="primary" values={{ do: 'take' }}>
            Take in {plural(count, 'row')}
          </PostButton>
        ) : null}
        <LinkButton href="?step=columns" kind="secondary">
          Change the columns
        </LinkButton>
        <PostButton values={{ do: 'abandon' }}>Drop this list</PostButton>
      </ButtonRow>
    </>
  );
}

function nothingWords({
  unchanged = 0,
  notKnown = 0,
  rejected = 0,
  asked = 0,
}: ImportRunView['counts']) {
  const parts = [
    ...(unchanged > 0
      ? [
          plural(
            unchanged,
            'row is on record as it stands here',
            'rows are on record as they stand here',
          ),
        ]
      : []),
    ...(notKnown > 0
      ? [
          plural(
            notKnown,
            'row is not on record, which you chose not to add',
            'rows are not on record, which you chose not to add',
          ),
        ]
      : []),
    ...(asked > 0 ? [plural(asked, 'row waits for your choice', 'rows wait for your choice')] : []),
    ...(rejected > 0 ? [plural(rejected, 'row is left out', 'rows are left out')] : []),
  ];
  return parts.length === 0 ? '' : `${listWords(parts)}.`;
}

function ChoiceBar({ asked }: { asked: number }) {
  return (
    <>
      <BulkBar id="choices" picks="rows" label="Choose for the ticked rows">
        <HiddenField name="do" value="decide" />
        <Button kind="secondary" name="decision" value="merge">
          Merge
        </Button>
        <Button kind="secondary" name="decision" value="new">
          Take as new
        </Button>
        <Button kind="secondary" name="decision" value="skip">
          Skip
        </Button>
      </BulkBar>
      {asked > 1 ? (
        <Details summary={`One choice for all ${asked.toLocaleString('en-GB')} that still ask`}>
          <Form label="Choose for all">
            <HiddenField name="do" value="decide" />
            <HiddenField name="all" value="yes" />
            <ButtonRow>
              <Button kind="secondary" name="decision" value="merge">
                Merge all
              </Button>
              <Button kind="secondary" name="decision" value="new">
                Take all as new
              </Button>
              <Button kind="secondary" name="decision" value="skip">
                Skip all
              </Button>
            </ButtonRow>
          </Form>
        </Details>
      ) : null}
    </>
  );
}

function Outcome({ line }: { line: PreviewLine }) {
  const words = outcomeWords[line.outcome ?? ''];
  return (
    <>
      {words ? <Tag tone={words.tone}>{words.label}</Tag> : 'not checked'}
      {line.decision === null ? null : <> {decisionWords[line.decision]}</>}
      {line.isUndone ? <> taken back</> : null}
    </>
  );
}

/** All that would be written of a new record: a wrong column is seen here, before it is taken in. */
function NewRecord({ run, line }: { run: ImportRunView; line: PreviewLine }) {
  if (line.outcome !== 'create' || line.draft === null) return null;
  const facts = Object.entries(line.draft).flatMap(([field, value]) => {
    const words = field === 'sicScheme' || field === 'firmIds' ? '' : valueWords(field, value);
    return words === '' ? [] : [`${fieldLabel(run.kind, field)}: ${words}`];
  });
  return <p className="govuk-hint app-under">{facts.join(' · ')}</p>;
}

function Reasons({ run, line }: { run: ImportRunView; line: PreviewLine }) {
  const changes = line.outcome === 'update' || line.outcome === 'ask' ? line.changes : [];
  const stays = line.undoRefusal === null ? null : undoRefusals[line.undoRefusal];
  const count = changes.length + line.problems.length + (stays === null ? 0 : 1);
  if (count === 0) return null;
  return (
    <ul className={count > 1 ? 'govuk-list govuk-list--bullet' : 'govuk-list'}>
      {stays === null ? null : <li>Not undone: {stays}</li>}
      {line.problems.map((problem) => (
        <li key={`${problem.column}/${problem.code}`}>
          {problem.column === null ? '' : `${problem.column}: `}
          {problem.message}
        </li>
      ))}
      {changes.map(({ field, from, to }) => {
        const before = valueWords(field, from);
        return (
          <li key={field}>
            {fieldLabel(run.kind, field)}: {before === '' ? '' : <del>{before}</del>}{' '}
            <ins>{valueWords(field, to)}</ins>
          </li>
        );
      })}
    </ul>
  );
}
