import { listFile } from '../../../platform/spreadsheets/list-file.ts';
import type { KeptChange } from './reads.ts';
import { changeCells, changeHeaders } from './spreadsheet.ts';

interface ChangeFile {
  rows: readonly KeptChange[];
  zone: string;
  name: string;
}

/** The changes as a file, a row for each field. */
export function changeFile(url: URL, { rows, zone, name }: ChangeFile): Promise<Response> {
  return listFile(url, { name, headers: changeHeaders, rows: changeCells(rows, zone) });
}
