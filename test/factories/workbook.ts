import { writeXlsx } from 'hucre/xlsx';

/** The bytes of an XLSX workbook with these sheets of text. */
export async function makeWorkbook(
  sheets: Readonly<Record<string, string[][]>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const written = await writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })),
  });
  return new Uint8Array(written);
}
