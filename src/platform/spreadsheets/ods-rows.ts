import { numberText } from './cell-text.ts';
import { type SourceRow, tableLimits } from './table.ts';

/** A tag or a run of text; each character is looked at once, so that no file can make it slow. */
const markup = /<(\/?)([\w.:-]+)(?=[\s/>])([^<>]*)>|([^<]+)/g;

interface Row {
  cells: string[];
  repeat: number;
}

/** Names of the sheets of a content.xml, in order. */
export function odsSheets(content: string): string[] {
  return [...content.matchAll(/<table:table\s([^<>]*)>/g)].map(
    (match) => attribute(match[1] ?? '', 'table:name') ?? '',
  );
}

/**
 * The rows of one sheet of an OpenDocument content.xml, as they pass. Written here because the library's
 * reader either builds a tree of the whole document (870 MB for 10,000 rows × 55) or glues the lines of a
 * cell together. Repeated rows and cells are cut at the table's limits, so they cannot fill the memory.
 */
export function* odsRows(content: string, sheetName: string): Generator<SourceRow> {
  let isWanted = false;
  let number = 0;
  let row: Row | null = null;
  let cell: OpenCell | null = null;
  let noteDepth = 0;
  for (const match of content.matchAll(markup)) {
    const [, slash, tag, attributes = '', text] = match;
    if (text !== undefined) {
      if (cell?.inParagraph && noteDepth === 0) cell.text += unescape(text);
      continue;
    }
    if (tag === undefined) continue;
    const isOpen = slash === '';
    const isEmpty = attributes.endsWith('/');
    const isClosed = !isOpen || isEmpty;
    if (tag === 'table:table') {
      if (isWanted && !isOpen) return;
      isWanted = isOpen && (attribute(attributes, 'table:name') ?? '') === sheetName;
    }
    if (!isWanted) continue;
    if (tag === 'office:annotation' && !isEmpty) noteDepth += isOpen ? 1 : -1;
    if (noteDepth > 0) continue;
    if (tag === 'table:table-row') {
      if (isOpen) row = { cells: [], repeat: repeats(attributes, 'rows') };
      if (isClosed && row) {
        trimEnd(row.cells);
        if (row.cells.length > 0) {
          const times = Math.min(row.repeat, tableLimits.rows);
          for (let n = 1; n <= times; n += 1) yield { number: number + n, cells: [...row.cells] };
        }
        number += row.repeat;
        row = null;
      }
    } else if (tag === 'table:table-cell' || tag === 'table:covered-table-cell') {
      if (isOpen) cell = { attributes, text: '', paragraphs: 0, inParagraph: false };
      if (isClosed && cell && row) {
        addCell(row, cell);
        cell = null;
      }
    } else if (cell) {
      readInside(cell, tag, attributes, isOpen, isClosed);
    }
  }
}

interface OpenCell {
  attributes: string;
  text: string;
  paragraphs: number;
  inParagraph: boolean;
}

function readInside(
  cell: OpenCell,
  tag: string,
  attributes: string,
  isOpen: boolean,
  isClosed: boolean,
) {
  if (tag === 'text:p' || tag === 'text:h') {
    if (isOpen && cell.paragraphs > 0) cell.text += '\n';
    if (isOpen) cell.paragraphs += 1;
    cell.inParagraph = !isClosed;
  } else if (isOpen && tag === 'text:line-break') cell.text += '\n';
  else if (isOpen && tag === 'text:tab') cell.text += '\t';
  else if (isOpen && tag === 'text:s') {
    cell.text += ' '.repeat(Math.min(100, Number(attribute(attributes, 'text:c') ?? '1') || 1));
  }
}

function addCell(row: Row, cell: OpenCell): void {
  const room = tableLimits.columns - row.cells.length;
  const times = Math.min(repeats(cell.attributes, 'columns'), room);
  const value = valueOf(cell);
  for (let n = 0; n < times; n += 1) row.cells.push(value);
}

function valueOf({ attributes, text }: OpenCell): string {
  switch (attribute(attributes, 'office:value-type')) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const value = attribute(attributes, 'office:value');
      return value === undefined ? text : numberText(Number(value));
    }
    case 'boolean':
      return attribute(attributes, 'office:boolean-value') === 'true' ? 'TRUE' : 'FALSE';
    case 'date': {
      const value = attribute(attributes, 'office:date-value') ?? text;
      const [day = '', time = ''] = value.split('T');
      return time === '' || time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
    }
    default:
      return text.slice(0, tableLimits.cellCharacters + 1);
  }
}

function repeats(attributes: string, what: 'rows' | 'columns'): number {
  const count = Number(attribute(attributes, `table:number-${what}-repeated`) ?? '1');
  return Number.isInteger(count) && count > 0 ? Math.min(count, 2 ** 20) : 1;
}

function attribute(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(`${name}="`);
  if (at === -1) return undefined;
  const from = at + name.length + 2;
  const to = attributes.indexOf('"', from);
  return to === -1 ? undefined : unescape(attributes.slice(from, to));
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{1,8});/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return named[entity] ?? whole;
    const code = /^#x/i.test(entity)
      ? Number.parseInt(entity.slice(2), 16)
      : Number(entity.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function trimEnd(cells: string[]): void {
  while (cells.length > 0 && cells.at(-1) === '') cells.pop();
}
