import { useLoaderData } from 'react-router';
import { formatDate, formatInstant } from '../../../kernel/calendar.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { historyLines } from '../history.ts';
import { historyOf } from '../history-rows.ts';
import { programmePermissions } from '../permissions.ts';
import { ProgrammeSummary } from './programme-summary.tsx';
import { loadSetup } from './setup-step.tsx';

export const loader = loadPage(async (args) => {
  const page = await loadSetup(args);
  const subject = { programmeId: page.programme.id };
  const history = historyLines(await historyOf(args.tx, page.programme.id));
  return {
    ...page,
    history,
    mayClose: may(args.ctx.actor, programmePermissions.programme.close, subject),
  };
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { programme, adoptions } = page;
  const paths = programmePaths(page.org, programme.slug);
  return (
    <>
      <title>{`Settings – ${programme.name}`}</title>
      <PageHeading
        title="Settings"
        caption={`${programme.name} is ${programme.state}. Each change asks for a reason and stays in the history.`}
        back={{ label: programme.name, href: paths.desk }}
      />
      <ProgrammeSummary page={page} hrefOf={paths.setup} />
      <Panel title="Rules adopted">
        <DataTable
          caption="Rules adopted"
          rows={adoptions}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'on',
              label: 'In force from',
              isHeader: true,
              cell: (row) => formatDate(row.adoptedOn),
            },
            {
              key: 'name',
              label: 'Rule set',
              cell: (row) => `${row.name}, version ${row.version}`,
            },
            { key: 'reason', label: 'Reason', cell: (row) => row.reason },
            { key: 'by', label: 'By', cell: (row) => row.adoptedBy ?? 'Espalier' },
          ]}
        />
      </Panel>
      <Panel title="History" id="history">
        <DataTable
          caption="What was changed, by whom and why"
          rows={page.history}
          rowKey={(row) => String(row.seq)}
          columns={[
            {
              key: 'at',
              label: 'When',
              isHeader: true,
              cell: (row) => formatInstant(row.at, programme.zone),
            },
            { key: 'what', label: 'Setting', cell: (row) => row.what },
            {
              key: 'changes',
              label: 'Before and after',
              cell: (row) => <Changes lines={row.changes} />,
            },
            { key: 'reason', label: 'Reason', cell: (row) => row.reason },
            { key: 'by', label: 'By', cell: (row) => row.by },
          ]}
        />
      </Panel>
      <p className="govuk-body">
        <a href={paths.publicPage}>Public page: pause applications, others who may help</a>
      </p>
      <p className="govuk-body">
        <a href={paths.weights}>Weights of the matching score</a>
      </p>
      {page.mayClose && programme.state !== 'draft' ? (
        <p className="govuk-body">
          <a href={paths.close}>Close or open the programme</a>
        </p>
      ) : null}
    </>
  );
}

/** A few changes stand there; a whole profile is opened. */
function Changes({ lines }: { lines: readonly string[] }) {
  const list = (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  if (lines.length === 0) return null;
  return lines.length <= 4 ? list : <Details summary={`${lines.length} figures`}>{list}</Details>;
}
