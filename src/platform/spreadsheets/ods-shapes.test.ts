import { expect, test } from 'vitest';
import { makeZip } from '../../../test/factories/workbook.ts';
import { readTable } from './read-table.ts';
import type { Table } from './table.ts';

function read(bytes: Uint8Array): Table {
  const result = readTable(bytes, 'a.ods');
  if (!result.ok) throw new Error(`${result.reason}: ${result.message}`);
  return result.value;
}

const odsOf = (rows: string) =>
  makeZip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content><office:body><office:spreadsheet><table:table table:name="Firms">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
  });
const odsCell = (attributes: string, text: string) =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const odsHeader = `<table:table-row>${['A', 'B', 'C'].map((name) => odsCell('office:value-type="string"', name)).join('')}</table:table-row>`;

test('a hidden sheet of OpenDocument is passed over, as one of Excel is', () => {
  const table = (name: string, style: string, firm: string) =>
    `<table:table table:name="${name}" table:style-name="${style}">${odsHeader}<table:table-row>${odsCell('', firm)}</table:table-row></table:table>`;
  const bytes = makeZip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content><office:automatic-styles><style:style style:name="ta1"><style:table-properties table:display="false"/></style:style><style:style style:name="ta2"><style:table-properties table:display="true"/></style:style></office:automatic-styles>${table('Old', 'ta1', 'Secret Ltd')}${table('Firms', 'ta2', 'Ash Ltd')}</office:document-content>`,
  });
  expect(read(bytes)).toMatchObject({
    sheet: 'Firms',
    rows: [{ cells: ['Ash Ltd', '', ''] }],
  });
});

test('a text of OpenDocument without paragraphs is read, and a drawing on a cell is none of it', () => {
  const drawing = '<draw:frame><draw:text-box><text:p>Drawn</text:p></draw:text-box></draw:frame>';
  const rows = `${odsHeader}<table:table-row><table:table-cell office:value-type="string" office:string-value="Bare Ltd"/><table:table-cell office:value-type="string"><text:p>Ash</text:p>${drawing}</table:table-cell></table:table-row>`;
  expect(read(odsOf(rows)).rows[0]?.cells).toEqual(['Bare Ltd', 'Ash', '']);
});
