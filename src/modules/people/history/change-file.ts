import { fileResponse } from '../../../platform/files/file-response.ts';
import { writeCsv } from '../../../platform/spreadsheets/write-csv.ts';
import { writeXlsx } from '../../../platform/spreadsheets/write-xlsx.ts';
import type { KeptChange } from './reads.ts';
import { changeCells, changeHeaders } from './spreadsheet.ts';

interface ChangeFile {
  rows: readonly KeptChange[];
  zone: string;
  name: string;
  isWorkbook: boolean;
}

/** The changes as a file, a row for each field. */
export async function changeFile({ rows, zone, name, isWorkbook }: ChangeFile) {
  const cells = changeCells(rows, zone);
  if (isWorkbook) {
    return fileResponse({
      name: `${name}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await writeXlsx('History', changeHeaders, cells),
    });
  }
  return fileResponse({
    name: `${name}.csv`,
    type: 'text/csv',
    bytes: writeCsv(changeHeaders, cells),
  });
}
