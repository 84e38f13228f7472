import type { CalendarDate } from '../../../kernel/calendar.ts';
import { cleanCell } from './clean-cell.ts';
import type { Adviser, Column, ImportContext, ImportRow } from './import-context.ts';
import { parseNumber } from '../../../kernel/typed-number.ts';
import { isDayOrMonth, parseDate } from '../../../kernel/typed-date.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { cutText, foldCase, plural } from '../../../kernel/text.ts';
import { isHeadersAgain } from './second-list.ts';
import { authorityOf, isAuthorityCode } from '../../programmes/authorities.ts';

const figures = new Intl.NumberFormat('en-GB');

/** Reads one row field by field and collects what is wrong with it. */
export class RowReader {
  readonly problems: Problem[] = [];
  private readonly context: ImportContext;
  private readonly row: ImportRow;
  /** Nothing more is told of a row that is none of the list. */
  private readonly isOutside: boolean;

  constructor(context: ImportContext, row: ImportRow) {
    this.context = context;
    this.row = row;
    this.isOutside = this.isBeside();
    if (this.isOutside) return;
    const beyond = row.cells.slice(context.width).filter((cell) => cell.trim() !== '');
    if (beyond.length > 0) {
      const found = `This row has ${row.cells.length} cells below ${plural(context.width, 'header')}`;
      this.refuse(
        null,
        'ragged-row',
        `${found}. A separator inside a text may need quotes around it.`,
      );
    }
  }

  /** Whether the row is no row of the list: its headers once more, or what stands below the headers of another one. */
  private isBeside(): boolean {
    const { headers, secondListAt } = this.context;
    const { number, cells } = this.row;
    if (secondListAt !== null && number >= secondListAt) {
      const message = `A second list begins in row ${secondListAt}, with headers of its own; this row was left out. Upload the file once more, choose “Read the file in another way” and name row ${secondListAt} as the row of the headers.`;
      this.refuse(null, 'second-list', message);
      return true;
    }
    if (!isHeadersAgain(headers, cells)) return false;
    this.refuse(null, 'headers-again', 'These are the headers once more, not a row of the list.');
    return true;
  }

  refuse(field: string | null, code: ProblemCode, message: string): void {
    this.add(this.headerOf(field), code, message, true);
  }

  /** The row has no name; when its cell was told to be wrong already, that is not told as missing. */
  refuseName(missing: string): void {
    const column = this.headerOf('name');
    const isTold = this.problems.some((one) => one.column === column && unread.has(one.code));
    const message = isTold ? 'Without a name the row cannot be taken.' : missing;
    this.refuse('name', 'name-missing', message);
  }

  note(field: string | null, code: ProblemCode, message: string): void {
    this.add(this.headerOf(field), code, message, false);
  }

  /** Whether of several mapped columns only this one says anything. */
  saysOnly(field: string): boolean {
    const { columns } = this.context;
    if (columns.size < 3) return false;
    return [...columns].every(
      ([key, all]) =>
        key === field || all.every(({ index }) => (this.row.cells[index] ?? '').trim() === ''),
    );
  }

  /** The code of the local authority that a text names, as the programme's own area calls it or as everybody does. */
  authority(text: string): string | null {
    const plain = text.trim();
    const code = plain.toUpperCase();
    return (
      this.context.area.get(plain.toLowerCase()) ??
      authorityOf(plain)?.code ??
      (isAuthorityCode(code) && /^([EWSN]\d{8}|[A-Z]{2}[A-Z\d]{2,3})$/.test(code) ? code : null)
    );
  }

  /** The adviser whom a column names; an unknown one is noted. */
  adviser(field: string): Adviser | null {
    const text = this.line(field, 200);
    if (text === null) return null;
    const found = this.context.advisers.get(foldCase(text));
    if (found !== undefined) return found;
    const message = `${quote(text)} is no adviser of this programme and was left out. Give the firm an adviser on its page.`;
    this.note(field, 'adviser-unknown', message);
    return null;
  }

  isRefused(): boolean {
    return this.problems.some((problem) => problem.isRefusal);
  }

  /** The cleaned texts of a field's columns that say something. */
  texts(field: string, isName = false): (Omit<Column, 'index'> & { text: string })[] {
    const found: (Omit<Column, 'index'> & { text: string })[] = [];
    for (const { header, index, ...shown } of this.context.columns.get(field) ?? []) {
      const raw = this.row.cells[index] ?? '';
      if (raw === '') continue;
      const { text, remarks } = cleanCell(raw, isName);
      for (const { code, message } of remarks) this.add(header, code, message, false);
      if (text !== '') found.push({ text, header, ...shown });
    }
    return found;
  }

  /** One line of at most `most` characters; null when the cell is empty or longer. */
  line(field: string, most: number, isName = false): string | null {
    const text = this.texts(field, isName)[0]?.text;
    if (text === undefined) return null;
    const line = text.replaceAll('\n', ' ');
    if (line !== text && field.toLowerCase().includes('name')) {
      this.note(field, 'line-break', 'A line break inside the name was taken out.');
    }
    if (line.length <= most) return line;
    this.note(
      field,
      'too-long',
      `This has ${line.length} characters and was left out; use ${most} or fewer.`,
    );
    return null;
  }

  /** Several lines, cut at `most`. */
  prose(field: string, most: number): string | null {
    const text = this.texts(field)[0]?.text;
    if (text === undefined) return null;
    if (text.length <= most) return text;
    this.note(
      field,
      'too-long',
      `This has ${text.length} characters; what is behind ${most} was cut off.`,
    );
    return cutText(text, most);
  }

  /** One line of words that still say enough when they are cut at `most`. */
  shortened(field: string, most: number): string | null {
    return this.prose(field, most)?.replaceAll('\n', ' ') ?? null;
  }

  date(field: string, isWholeDayNeeded = false): CalendarDate | null {
    const found = this.texts(field)[0];
    if (found === undefined) return null;
    const { text } = found;
    if (found.isMonthFirst && isDayOrMonth(text)) {
      const why = 'Other days of this column have the month first. Write it like 2016-11-23.';
      this.note(field, 'ambiguous-date', `${quote(text)} was left out. ${why}`);
      return null;
    }
    const parsed = parseDate(text, this.context.zone);
    if (!parsed.ok) {
      const code = parsed.reason === 'not-a-date' ? 'date' : 'ambiguous-date';
      this.note(field, code, `${quote(text)} was left out. ${parsed.message}`);
      return null;
    }
    const { date, precision } = parsed.value;
    if (precision !== 'day' && isWholeDayNeeded) {
      this.note(field, 'date', `${quote(text)} was left out: the day is missing.`);
      return null;
    }
    if (precision !== 'day') {
      this.note(
        field,
        'only-year-known',
        `Only the ${precision} is given; its first day was taken.`,
      );
    }
    return date;
  }

  /** As `date`, for days that must have been. */
  pastDate(field: string): CalendarDate | null {
    const date = this.date(field);
    const { today } = this.context;
    if (date === null || today === null || date <= today) return date;
    this.note(
      field,
      'date-in-future',
      'This day is in the future and was left out. Check the year.',
    );
    return null;
  }

  number(
    field: string,
  ): { value: number; currency: string | null; isThousandfold: boolean } | null {
    const found = this.texts(field)[0];
    if (!found) return null;
    const parsed = parseNumber(found.text, found.decimalSign);
    if (!parsed.ok) {
      const codes = {
        range: 'number-range',
        ambiguous: 'ambiguous-number',
        'not-a-number': 'number',
      } as const;
      this.note(
        field,
        codes[parsed.reason],
        `${quote(found.text)} was left out. ${parsed.message}`,
      );
      return null;
    }
    if (parsed.value.isApproximate) {
      const shown = figures.format(parsed.value.value);
      const meaning = `${quote(found.text)} was read as ${shown}, which may be rounded`;
      this.note(
        field,
        'approximate-number',
        `${meaning}. Ask for the exact figure where it matters.`,
      );
    }
    const { value, currency } = parsed.value;
    return {
      value,
      currency,
      isThousandfold: /^\D*\d{1,3}\.\d{3}\D*$/.test(found.text) && value < 1000,
    };
  }

  private headerOf(field: string | null): string | null {
    if (field === null) return null;
    return this.context.columns.get(field)?.[0]?.header ?? null;
  }

  private add(column: string | null, code: ProblemCode, message: string, isRefusal: boolean): void {
    if (this.isOutside) return;
    const isKnown = this.problems.some((one) => one.column === column && one.code === code);
    if (!isKnown) this.problems.push({ row: this.row.number, column, code, message, isRefusal });
  }
}

/** What leaves a cell without a value. */
const unread: ReadonlySet<ProblemCode> = new Set(['formula', 'cell-error', 'too-long']);

/** A cell's text as it is shown in a message. */
export function quote(text: string): string {
  return `“${text.length > 60 ? `${cutText(text, 59)}…` : text}”`;
}
