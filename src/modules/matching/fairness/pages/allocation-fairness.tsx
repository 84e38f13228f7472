import { useLoaderData } from 'react-router';
import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { loadPage } from '../../../../platform/page.ts';
import { DataTable } from '../../../../ui/data-table.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { PrintButton } from '../../../../ui/print.tsx';
import { pointsWords } from '../../allocation/allocation.ts';
import { dimensionWords } from '../fairness.ts';
import type { GroupPrice } from '../price-of-fairness.ts';
import { GroupTables } from './group-tables.tsx';
import { openAllocationFairness } from './open-fairness.ts';

export const loader = loadPage(openAllocationFairness);

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const paths = programmePaths(page.org, page.programme);
  return (
    <>
      <title>Fairness of an allocation</title>
      <PageHeading
        title="Fairness of an allocation"
        caption={`As it was solved for the letters of ${page.allocation.sentAt}`}
        back={{ label: 'The allocation', href: paths.allocation(page.allocation.id) }}
        actions={<PrintButton />}
      />
      <GroupTables report={page.report} findings={page.findings} until="until then" />
      <section aria-labelledby="price">
        <h2 className="govuk-heading-m" id="price">
          What serving more of a group would have cost
        </h2>
        <PriceTable prices={page.prices} />
      </section>
      <p className="govuk-body">
        <a href={paths.fairness}>Fairness of the whole programme</a>
      </p>
    </>
  );
}

function PriceTable({ prices }: { prices: readonly GroupPrice[] | null }) {
  if (prices === null) {
    return (
      <p className="govuk-body">
        This allocation is too large to be solved again and again while a page waits.
      </p>
    );
  }
  if (prices.length === 0) {
    return <p className="govuk-body">No group that can be told was served less than all.</p>;
  }
  return (
    <DataTable
      caption="Groups served less than all firms, and the price of serving them as much"
      rows={prices}
      rowKey={(row) => `${row.dimension} ${row.group}`}
      columns={[
        {
          key: 'group',
          label: 'Group',
          isHeader: true,
          cell: (row) => (
            <>
              {row.group.charAt(0).toUpperCase() + row.group.slice(1)}
              <span className="govuk-hint app-under">{dimensionWords[row.dimension]}</span>
            </>
          ),
        },
        {
          key: 'served',
          label: 'Needs served',
          cell: (row) =>
            row.after === row.before
              ? `${row.before} of ${row.needs}; no more can be`
              : `${row.after} instead of ${row.before} of ${row.needs}`,
        },
        {
          key: 'loss',
          label: 'The whole would lose',
          cell: (row) => (row.after === row.before ? '–' : pointsWords(row.loss)),
        },
        {
          key: 'others',
          label: 'Others',
          cell: (row) =>
            row.othersFewer > 0
              ? `${plural(row.othersFewer, 'need')} of others would wait`
              : 'None of the others would wait',
        },
      ]}
    />
  );
}
