import { elapsedText, numberText, serialText } from './cell-text.ts';
import { countRow, type ReadingBudget } from './reading-budget.ts';
import { type SourceRow, tableLimits } from './table.ts';
import type { XlsxPackage, XlsxSheet } from './xlsx-package.ts';
import { appended, withoutEscapes, xlsxStrings } from './xlsx-strings.ts';
import { type TimeStyle, xlsxTimeStyles } from './xlsx-styles.ts';
import { attribute, localName, type Tag, xmlMarkup } from './xml-markup.ts';
import type { ZipParts } from './zip-part.ts';

const lastRow = 2 ** 20;

/** What cells refer to: texts that they share, styles that show days. Read once for all sheets. */
export interface XlsxShared {
  strings: readonly string[];
  styles: ReadonlyMap<number, TimeStyle>;
  is1904: boolean;
}

export function xlsxShared(parts: ZipParts, found: XlsxPackage, budget: ReadingBudget): XlsxShared {
  const strings = found.stringsPart === null ? null : parts.chunks(found.stringsPart);
  const styles = found.stylesPart === null ? null : parts.chunks(found.stylesPart);
  return {
    strings: strings === null ? [] : xlsxStrings(strings, budget),
    styles: styles === null ? new Map() : xlsxTimeStyles(styles),
    is1904: found.is1904,
  };
}

/**
 * The rows of one sheet as they pass. A formula gives the value that was last calculated, and itself when it
 * never was. Rows are counted on where a file numbers one twice or not at all.
 */
export function* xlsxRows(
  parts: ZipParts,
  sheet: XlsxSheet,
  shared: XlsxShared,
  budget: ReadingBudget,
): Generator<SourceRow> {
  const chunks = parts.chunks(sheet.part);
  if (chunks === null) throw new Error('the part of a sheet cannot be read');
  const reader = new SheetReader(shared);
  for (const one of xmlMarkup(chunks)) {
    if (typeof one === 'string') {
      reader.text(one);
      continue;
    }
    if (localName(one.name) === 'sheetData' && one.isClosed) return;
    const row = reader.tag(one);
    if (row === null) continue;
    countRow(budget, row.cells);
    yield row;
  }
}

class SheetReader {
  private number = 0;
  private isHidden = false;
  private cells: string[] | null = null;
  private cell: { column: number; type: string; style: number } | null = null;
  private column = 0;
  private value = '';
  private formula: string | null = null;
  /** Where text goes: a value, a formula, a text of the cell itself, or nowhere. */
  private place: 'v' | 'f' | 't' | null = null;
  private ruby = 0;
  private readonly shared: XlsxShared;

  constructor(shared: XlsxShared) {
    this.shared = shared;
  }

  text(text: string): void {
    if (this.place === 'f') this.formula = appended(this.formula ?? '', text);
    else if (this.place !== null && this.ruby === 0) this.value = appended(this.value, text);
  }

  /** The row that the tag ends; null for all others. */
  tag(tag: Tag): SourceRow | null {
    switch (localName(tag.name)) {
      case 'row':
        if (tag.isOpen) this.openRow(tag.attributes);
        return tag.isClosed ? this.closeRow() : null;
      case 'c':
        if (tag.isOpen) this.openCell(tag.attributes);
        if (tag.isClosed) this.closeCell();
        break;
      case 'f':
        if (tag.isOpen && this.cell) this.formula ??= '';
        this.place = tag.isClosed || !this.cell ? null : 'f';
        break;
      case 'v':
        this.place = tag.isClosed || !this.cell ? null : 'v';
        break;
      case 't':
        this.place = tag.isClosed || !this.cell ? null : 't';
        break;
      case 'rPh':
        if (tag.isOpen !== tag.isClosed) this.ruby += tag.isOpen ? 1 : -1;
        break;
    }
    return null;
  }

  private openRow(attributes: string): void {
    const told = Number(attribute(attributes, 'r') ?? Number.NaN);
    const isNext = Number.isInteger(told) && told > this.number && told <= lastRow;
    this.number = isNext ? told : this.number + 1;
    this.isHidden = /^(1|true)$/.test(attribute(attributes, 'hidden') ?? '');
    this.cells = [];
    this.column = 0;
  }

  private closeRow(): SourceRow | null {
    const cells = this.cells ?? [];
    this.cells = null;
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    if (cells.length === 0) return null;
    const row: SourceRow = { number: this.number, cells };
    if (this.isHidden) row.isHidden = true;
    return row;
  }

  private openCell(attributes: string): void {
    const column = columnOf(attribute(attributes, 'r') ?? '') ?? this.column;
    const style = Number(attribute(attributes, 's') ?? '0');
    this.cell = { column, type: attribute(attributes, 't') ?? 'n', style };
    this.column = column + 1;
    this.value = '';
    this.formula = null;
  }

  private closeCell(): void {
    const { cell, cells } = this;
    this.cell = null;
    this.place = null;
    this.ruby = 0;
    if (!cell || !cells) return;
    const text = this.textOf(cell.type, cell.style);
    if (text === '') return;
    // One column more than a list can have tells that there are too many; nothing behind it is kept.
    const column = Math.min(cell.column, tableLimits.columns);
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  private textOf(type: string, style: number): string {
    const { value, formula, shared } = this;
    if (formula !== null && value === '' && type !== 'str') return `=${formula}`;
    switch (type) {
      case 's':
        return /^\d{1,9}$/.test(value.trim()) ? (shared.strings[Number(value)] ?? '') : '';
      case 'str':
      case 'inlineStr':
        return withoutEscapes(value);
      case 'b':
        return value === '' ? '' : /^(1|true)$/i.test(value.trim()) ? 'TRUE' : 'FALSE';
      case 'e':
        return value;
      case 'd':
        return value
          .replace(/T00:00(:00(\.0+)?)?Z?$/, '')
          .replace('T', ' ')
          .slice(0, 16);
      default:
        return this.numberOf(value.trim(), style);
    }
  }

  private numberOf(value: string, style: number): string {
    const number = Number(value);
    if (value === '' || value.length > 400 || !Number.isFinite(number)) return value;
    const shown = this.shared.styles.get(style);
    if (shown === undefined) return numberText(number);
    return shown === 'elapsed' ? elapsedText(number) : serialText(number, this.shared.is1904);
  }
}

/** `AB12` → 27; null when it names no column. */
function columnOf(reference: string): number | null {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) return at === 0 ? null : column - 1;
    column = column * 26 + code - 64;
    if (at === 3) return null;
  }
  return null;
}
