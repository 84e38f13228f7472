import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeImportDesk } from '../../../../test/factories/import-desk.ts';
import { writeCsv } from '../../../platform/spreadsheets/write-csv.ts';
import { writeXlsx } from '../../../platform/spreadsheets/write-xlsx.ts';
import { enterprisesOf } from '../../enterprises/register/reads.ts';
import { enterpriseCells, enterpriseHeaders } from '../../enterprises/register/spreadsheet.ts';
import { importList } from '../commands/import-list.ts';

const app = await createTestApp();

test.each(['csv', 'xlsx'] as const)(
  'the list of enterprises that was downloaded here changes nothing when it comes back: %s',
  async (format) => {
    const { desk, manager, programmeId, firms } = await makeImportDesk(app);
    const target = { kind: 'enterprises', programmeId } as const;
    const list = [
      'Company name,Company number,Postcode,Trading address,Registered postcode',
      '+Plus Ltd,09990201,CV1 1AA,1 High Street,',
      "'Quoted' Ltd,09990206,CV1 1AG,2 High Street,CV1 2AG",
      '1/2 Ltd,09990205,CV1 1AF,,',
      'Office Ltd,09990207,,,CV1 1AH',
    ].join('\n');
    await importList(manager, { target, fileName: 'a.csv', bytes: new TextEncoder().encode(list) });
    const rows = await desk.read((tx) =>
      enterprisesOf(tx, programmeId, {
        ...{ search: '', sort: 'name', direction: 'asc', page: 1, pageSize: 100, filters: {} },
      }),
    );
    const cells = rows.map((row) => enterpriseCells(row, undefined));
    const bytes = new Uint8Array(
      format === 'csv'
        ? writeCsv(enterpriseHeaders, cells)
        : await writeXlsx('Enterprises', enterpriseHeaders, cells),
    );
    const before = await firms();
    const again = await importList(manager, { target, fileName: `enterprises.${format}`, bytes });
    expect(again).toMatchObject({ created: 0, updated: 0, rejected: 0, unchanged: rows.length });
    expect(rows.length).toBeGreaterThan(3);
    expect(await firms()).toEqual(before);
  },
);

test('a state that an earlier release took for an address is not taken for one again', async () => {
  const { manager, programmeId, firms, desk } = await makeImportDesk(app);
  const target = { kind: 'enterprises', programmeId } as const;
  const bytes = new TextEncoder().encode('Company name,State\nBirch Tools Ltd,Applied\n');
  const mapping = { 'Company name': 'name', State: 'tradingAddress' };
  await importList(manager, { target, fileName: 'a.csv', bytes, mapping, isDryRun: false });
  await desk.write((tx) => tx.updateTable('enterprise').set({ trading_address: null }).execute());
  await importList(manager, { target, fileName: 'a.csv', bytes });
  expect((await firms()).map((firm) => firm.trading_address).filter(Boolean)).toEqual([]);
});
