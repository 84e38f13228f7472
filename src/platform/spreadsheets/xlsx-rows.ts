import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { cellText } from './cell-text.ts';
import { type SourceRow, tableLimits } from './table.ts';

/** Names of the visible sheets, in order. */
export async function xlsxSheets(bytes: Uint8Array): Promise<string[]> {
  const names: string[] = [];
  await readXlsx(bytes, {
    sheets: (sheet) => {
      if (!sheet.hidden && !sheet.veryHidden) names.push(sheet.name);
      return false;
    },
  });
  return names;
}

/** The rows of one sheet as they pass; a formula gives the value that was last calculated. */
export async function* xlsxRows(bytes: Uint8Array, sheet: string): AsyncGenerator<SourceRow> {
  for await (const row of streamXlsxRows(bytes, { sheet })) {
    const cells = row.values.slice(0, tableLimits.columns).map(cellText);
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    if (cells.length > 0) yield { number: row.index + 1, cells };
  }
}
