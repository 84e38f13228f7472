import { useLoaderData } from 'react-router';
import { programmePaths } from '../../../../kernel/paths.ts';
import { loadPage } from '../../../../platform/page.ts';
import { EmptyState } from '../../../../ui/card.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { PrintButton } from '../../../../ui/print.tsx';
import { GroupTables } from './group-tables.tsx';
import { MentorUseTable } from './mentor-use-table.tsx';
import { openProgrammeFairness } from './open-fairness.ts';

export const loader = loadPage(openProgrammeFairness);

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const paths = programmePaths(page.org, page.programme);
  return (
    <>
      <title>Fairness</title>
      <PageHeading
        title="Fairness"
        caption="How firms of different kinds fared until now, and how mentors are used"
        back={{ label: 'Allocations', href: paths.allocations }}
        actions={<PrintButton />}
      />
      {page.report.all.needs === 0 ? (
        <EmptyState title="No need yet">
          Once needs are recorded, this page tells whom mentors were found for and how long it took.
        </EmptyState>
      ) : (
        <GroupTables report={page.report} findings={page.findings} until="until introduced" />
      )}
      <MentorUseTable mentors={page.mentors} spread={page.spread} />
    </>
  );
}
