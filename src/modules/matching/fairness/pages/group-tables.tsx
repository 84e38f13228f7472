import { lowerFirst, plural } from '../../../../kernel/text.ts';
import { Panel } from '../../../../ui/card.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { fitWords } from '../../allocation/words.ts';
import {
  type DimensionReport,
  dimensionWords,
  type FairnessReport,
  type GroupLine,
  measures,
  measureWords,
} from '../fairness.ts';
import { chanceWords } from '../permutation.ts';
import { fewestTold } from '../suppression.ts';

interface GroupTablesProps {
  report: FairnessReport;
  findings: readonly string[];
  /** What the waiting is until: `until introduced`, `until these letters`. */
  until: string;
}

/** How groups of firms fared, one table for each way of telling them apart, with what chance would do. */
export function GroupTables({ report, findings, until }: GroupTablesProps) {
  return (
    <>
      <Panel title="What stands out">
        {findings.length === 0 ? (
          <p className="govuk-body">
            Nothing: each difference below could be chance, or stands on too few firms to tell.
          </p>
        ) : (
          <ul className="govuk-list govuk-list--bullet">
            {findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        )}
        <p className="govuk-body">
          A difference is no proof of unfairness, and none is no proof of fairness: sizes and
          sectors also need different things. Groups of fewer than {fewestTold} firms are not told,
          nor is any from which they could be worked out. The labels of the firms are dealt out anew
          1,999 times: “could easily be chance” means that such dealing often differs as much.
        </p>
        <p className="govuk-body">
          Not told, because nobody records it: whether those who lead the firms are women or men,
          their ethnicity, age or disability. Matching never sees it either.
        </p>
      </Panel>
      {report.dimensions.map((dimension) => (
        <GroupTable
          key={dimension.dimension}
          dimension={dimension}
          all={report.all}
          until={until}
        />
      ))}
    </>
  );
}

function GroupTable({
  dimension,
  all,
  until,
}: {
  dimension: DimensionReport;
  all: GroupLine;
  until: string;
}) {
  const title = dimensionWords[dimension.dimension];
  const id = `by-${dimension.dimension}`;
  const { lines, others, hidden, notKnown } = dimension;
  const rows = others
    ? [...lines, { ...others, group: `${plural(hidden, 'smaller group')} together` }]
    : lines;
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>
        {title}
      </h2>
      {lines.length === 0 ? (
        <p className="govuk-body">
          {notKnown > 0 && hidden === 0
            ? 'It is not recorded of these firms.'
            : 'The groups are too small to be told apart.'}
        </p>
      ) : lines.length === 1 && hidden === 0 ? (
        <p className="govuk-body">
          Nothing to compare: every firm of which it is recorded is in one group ({lines[0]?.group}
          ).
        </p>
      ) : (
        <>
          <DataTable
            caption={`How firms fared by ${title.toLowerCase()}`}
            rows={[...rows, { ...all, group: 'All firms' }]}
            rowKey={(row) => row.group}
            columns={[
              { key: 'group', label: title, isHeader: true, cell: (row) => upperFirst(row.group) },
              { key: 'firms', label: 'Firms', isNumeric: true, cell: (row) => row.firms },
              { key: 'needs', label: 'Needs', isNumeric: true, cell: (row) => row.needs },
              {
                key: 'served',
                label: 'Served',
                isNumeric: true,
                cell: (row) => told(row.served, (share) => `${Math.round(share * 100)} %`),
              },
              {
                key: 'fit',
                label: 'Mean fit',
                isNumeric: true,
                cell: (row) => told(row.fit, fitWords),
              },
              {
                key: 'days',
                label: `Waited ${until}`,
                isNumeric: true,
                cell: (row) => told(row.days, (days) => plural(Math.round(days), 'day')),
              },
            ]}
          />
          <ul className="govuk-list govuk-list--bullet">
            {measures.map((measure) => (
              <li key={measure}>
                {measureWords[measure]}: {lowerFirst(chanceWords(dimension.chance[measure]))}.
              </li>
            ))}
            {hidden > 0 && others === null ? (
              <li>Some groups are too small to be told, even together.</li>
            ) : null}
            {notKnown > 0 ? <li>Not recorded of {plural(notKnown, 'firm')}.</li> : null}
          </ul>
        </>
      )}
    </section>
  );
}

function told(value: number | null, words: (value: number) => string) {
  return value === null ? 'Too few' : words(value);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
