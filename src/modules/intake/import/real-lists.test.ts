import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTable } from '../../../platform/spreadsheets/read-table.ts';
import { guessColumns, isRegisterFile, mappingOf } from './column-map.ts';
import { decideEnterprises } from './duplicates.ts';
import { storedFromDraft } from './enterprise-changes.ts';
import { readEnterpriseRow } from './enterprise-row.ts';
import { previewOf } from './preview.ts';
import { importContext } from './import-context.ts';

const folder = join(import.meta.dirname, '../../../../../shared/data');
const isAbsent = !existsSync(folder);

function rowsOf(name: string) {
  const table = readTable(readFileSync(join(folder, name)), name);
  if (!table.ok) throw new Error(table.message);
  const { headers, rows, format } = table.value;
  const source = isRegisterFile(headers) ? ('register' as const) : ('list' as const);
  const context = importContext(
    headers,
    mappingOf(guessColumns('enterprises', headers, rows)),
    rows,
    {
      ...{ source, format, today: '2026-11-24' },
    },
  );
  return { source, read: rows.map((row) => readEnterpriseRow(context, row)) };
}

test.skipIf(isAbsent)(
  'a partner’s list goes in whole, twice the same (skipped without the real lists)',
  async () => {
    const { source, read } = rowsOf('london-companies.csv');
    const first = decideEnterprises(read, []);
    expect(source).toBe('list');
    expect(previewOf(first).created).toBe(read.length);
    const stored = first.flatMap(({ draft, row }) =>
      draft ? [storedFromDraft(`e${row}`, draft, source)] : [],
    );
    expect(previewOf(decideEnterprises(read, stored)).unchanged).toBe(read.length);
  },
);

test.skipIf(isAbsent)(
  'the register’s rows are read with office, day and codes (skipped without them)',
  async () => {
    const { source, read } = rowsOf('companies-house-rows.csv');
    expect(source).toBe('register');
    for (const { draft } of read) {
      expect(draft).toMatchObject({
        companyStatus: 'Active',
        tradingAddress: null,
        sicScheme: 'SIC2007',
      });
      expect(draft?.companyNumber).toMatch(/^\d{8}$/);
      expect(draft?.incorporatedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(draft?.registeredPostcode).not.toBeNull();
    }
  },
);
