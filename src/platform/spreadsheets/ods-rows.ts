import { numberText } from './cell-text.ts';
import { countRow, type ReadingBudget, TooMuch } from './reading-budget.ts';
import { type SourceRow, tableLimits } from './table.ts';
import { attribute, type Tag, xmlMarkup } from './xml-markup.ts';

/** Names of the visible sheets of a content.xml, in order. Whether one is hidden is told by its style. */
export function odsSheets(content: Iterable<string>): string[] {
  const names: string[] = [];
  const hidden = new Set<string>();
  let style = '';
  for (const tag of xmlMarkup(content)) {
    if (typeof tag === 'string' || !tag.isOpen) continue;
    const { name, attributes } = tag;
    if (name === 'style:style') style = attribute(attributes, 'style:name') ?? '';
    if (name === 'style:table-properties' && attribute(attributes, 'table:display') === 'false') {
      hidden.add(style);
    }
    if (name !== 'table:table' || hidden.has(attribute(attributes, 'table:style-name') ?? '')) {
      continue;
    }
    names.push(attribute(attributes, 'table:name') ?? '');
  }
  return names;
}

/**
 * The rows of one sheet of an OpenDocument content.xml, as they pass. A row or cell that is written once and
 * repeated counts as often as it is repeated.
 */
export function* odsRows(
  content: Iterable<string>,
  sheetName: string,
  budget: ReadingBudget,
): Generator<SourceRow> {
  const reader = new SheetReader();
  let isWanted = false;
  let number = 0;
  for (const one of xmlMarkup(content)) {
    if (typeof one === 'string') {
      if (isWanted) reader.text(one);
      continue;
    }
    if (one.name === 'table:table') {
      if (isWanted && !one.isOpen) return;
      isWanted = one.isOpen && (attribute(one.attributes, 'table:name') ?? '') === sheetName;
    }
    const row = isWanted ? reader.tag(one) : null;
    if (row === null) continue;
    const { cells, repeat, isHidden } = row;
    if (cells.length > 0) {
      if (repeat > tableLimits.rows) throw filledToTheBottom(number + 1, repeat);
      for (let n = 1; n <= repeat; n += 1) {
        countRow(budget, cells);
        yield { number: number + n, cells: [...cells], ...(isHidden ? { isHidden } : {}) };
      }
    }
    number += repeat;
  }
}

function filledToTheBottom(row: number, repeat: number): TooMuch {
  const times = repeat.toLocaleString('en-GB');
  return new TooMuch(
    `Row ${row} is repeated ${times} times, down to the bottom of the sheet. Delete the rows below the list and upload it again.`,
  );
}

interface OpenRow {
  cells: string[];
  repeat: number;
  isHidden: boolean;
}

interface OpenCell {
  attributes: string;
  text: string;
  paragraphs: number;
  isInParagraph: boolean;
}

const besides = new Set(['office:annotation', 'draw:frame', 'draw:custom-shape', 'draw:g']);

class SheetReader {
  private row: OpenRow | null = null;
  private cell: OpenCell | null = null;
  /** Inside a comment or a drawing on a cell, whose paragraphs are not the cell's. */
  private notes = 0;

  text(text: string): void {
    if (this.cell?.isInParagraph === true && this.notes === 0) this.append(text);
  }

  /** The row that the tag ends; null for all others. */
  tag({ name, attributes, isOpen, isClosed }: Tag): OpenRow | null {
    if (besides.has(name) && isOpen !== isClosed) this.notes += isOpen ? 1 : -1;
    if (this.notes > 0) return null;
    if (name === 'table:table-row') {
      if (isOpen) this.row = openRow(attributes);
      if (!isClosed || !this.row) return null;
      const { row } = this;
      this.row = null;
      while (row.cells.length > 0 && row.cells.at(-1) === '') row.cells.pop();
      return row;
    }
    if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      if (isOpen) this.cell = { attributes, text: '', paragraphs: 0, isInParagraph: false };
      if (isClosed) this.closeCell();
    } else if (this.cell) this.inside(this.cell, name, attributes, isOpen, isClosed);
    return null;
  }

  private inside(
    cell: OpenCell,
    name: string,
    attributes: string,
    isOpen: boolean,
    isClosed: boolean,
  ): void {
    if (name === 'text:p' || name === 'text:h') {
      if (isOpen && cell.paragraphs > 0) this.append('\n');
      if (isOpen) cell.paragraphs += 1;
      cell.isInParagraph = !isClosed;
    } else if (isOpen && name === 'text:line-break') this.append('\n');
    else if (isOpen && name === 'text:tab') this.append('\t');
    else if (isOpen && name === 'text:s') {
      this.append(' '.repeat(Math.min(100, Number(attribute(attributes, 'text:c') ?? '1') || 1)));
    }
  }

  /** No longer than a cell can be; one sign more tells that it was. */
  private append(more: string): void {
    if (!this.cell) return;
    this.cell.text = (this.cell.text + more).slice(0, tableLimits.cellCharacters + 1);
  }

  private closeCell(): void {
    const { cell, row } = this;
    this.cell = null;
    if (!cell || !row) return;
    // One column more than a list can have tells that there are too many; nothing behind it is kept.
    const room = tableLimits.columns + 1 - row.cells.length;
    const times = Math.min(repeats(cell.attributes, 'columns'), room);
    const value = valueOf(cell);
    for (let n = 0; n < times; n += 1) row.cells.push(value);
  }
}

function openRow(attributes: string): OpenRow {
  const visibility = attribute(attributes, 'table:visibility') ?? 'visible';
  return {
    cells: [],
    repeat: repeats(attributes, 'rows'),
    isHidden: visibility === 'filter' || visibility === 'collapse',
  };
}

/** Excel stores an error as the number 0, with the error as its text. */
const errorText = /^(#[A-Z][A-Z0-9/_!?]{1,20}|Err:\d{1,4})$/i;

function valueOf({ attributes, text }: OpenCell): string {
  const type = attribute(attributes, 'office:value-type');
  if (type === undefined || type === 'void') {
    const formula = attribute(attributes, 'table:formula');
    return formula !== undefined && text === '' ? `=${formula.replace(/^\w{1,10}:=/, '')}` : text;
  }
  if (type !== 'string' && errorText.test(text.trim())) return text.trim();
  switch (type) {
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
      return text === '' ? (attribute(attributes, 'office:string-value') ?? '') : text;
  }
}

function repeats(attributes: string, what: 'rows' | 'columns'): number {
  const count = Number(attribute(attributes, `table:number-${what}-repeated`) ?? '1');
  return Number.isInteger(count) && count > 0 ? Math.min(count, 2 ** 20) : 1;
}
