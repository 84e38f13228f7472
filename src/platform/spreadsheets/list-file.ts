import { fileResponse } from '../files/file-response.ts';
import type { ExportCell } from './export-cell.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

/** So many rows a list that is downloaded has at most. */
export const mostListRows = 100_000;

interface ListFile {
  /** Without an ending. */
  name: string;
  headers: readonly string[];
  rows: Iterable<readonly ExportCell[]>;
}

/** A list to download: `?format=xlsx` gives a workbook, anything else CSV, with the same cells. */
export async function listFile(url: URL, { name, headers, rows }: ListFile): Promise<Response> {
  return url.searchParams.get('format') === 'xlsx'
    ? fileResponse({
        name: `${name}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: await writeXlsx(name, headers, rows),
      })
    : fileResponse({ name: `${name}.csv`, type: 'text/csv', bytes: writeCsv(headers, rows) });
}
