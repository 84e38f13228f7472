import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { ChangeTable } from '../../../ui/change-table.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { settingChanges } from '../../people/history/reads.ts';
import { shownChanges } from '../../people/history/spreadsheet.ts';
import { programmePermissions } from '../permissions.ts';
import { ProgrammeSummary } from './programme-summary.tsx';
import { loadSetup } from './setup-step.tsx';

/** Of the history the latest; the rest has a page of its own. */
const shownHere = 10;

export const loader = loadPage(async (args) => {
  const page = await loadSetup(args);
  const subject = { programmeId: page.programme.id };
  const history = await settingChanges(args.tx, {
    ...{ programmeId: page.programme.id, page: 1, pageSize: shownHere },
  });
  return {
    ...page,
    history: shownChanges(history.rows, page.programme.zone),
    changes: history.total,
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
        <ChangeTable caption="What was changed, by whom and why" rows={page.history} />
        <p className="govuk-body">
          <a href={paths.settingsHistory}>
            {page.changes > page.history.length
              ? `The whole history: ${plural(page.changes, 'change')}`
              : 'Search, download or print the history'}
          </a>
        </p>
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
