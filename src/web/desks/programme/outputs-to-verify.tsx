import { formatDate } from '../../../kernel/calendar.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import type { OutputUnit } from '../../../modules/impact/reads.ts';
import { formatQuantity } from '../../../modules/programmes/quantity.ts';
import { Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';

interface OutputsToVerifyProps {
  outputs: readonly Pick<
    OutputUnit,
    'outputId' | 'enrolmentId' | 'enterprise' | 'indicator' | 'unit' | 'amount' | 'achievedOn'
  >[];
  currency: string;
  paths: ReturnType<typeof programmePaths>;
  mayVerify: boolean;
}

/** What was recorded and not yet looked at by a second person, the oldest first; nothing when nothing waits. */
export function OutputsToVerify({ outputs, currency, paths, mayVerify }: OutputsToVerifyProps) {
  if (outputs.length === 0) return null;
  return (
    <Panel title={`Waiting for a second person: ${outputs.length}`} id="to-verify">
      <DataTable
        caption="Recorded outputs that nobody has verified yet"
        rows={outputs}
        rowKey={(row) => row.outputId ?? row.enrolmentId}
        columns={[
          {
            key: 'enterprise',
            label: 'Enterprise',
            isHeader: true,
            cell: (row) => <a href={paths.enrolment(row.enrolmentId).impact}>{row.enterprise}</a>,
          },
          { key: 'indicator', label: 'Indicator', cell: (row) => row.indicator },
          {
            key: 'value',
            label: 'Value',
            isNumeric: true,
            cell: (row) => formatQuantity(row.amount, row.unit, currency),
          },
          { key: 'since', label: 'Since', cell: (row) => formatDate(row.achievedOn) },
        ]}
      />
      <p className="app-quiet">
        {mayVerify
          ? 'Open the enterprise to see what proves it, and verify it there.'
          : 'A verifier, or a manager who did not record it, verifies each.'}
      </p>
    </Panel>
  );
}
