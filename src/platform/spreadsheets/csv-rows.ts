import { type Delimiter, delimiters, type SourceRow, tableLimits } from './table.ts';

/** `sep=;`, a first line by which Excel tells the delimiter. */
const hint = /^"?sep=(.)"?(\r\n|\r|\n)/i;

/** The delimiter that gives most rows the same number of columns; a comma when nothing tells. */
export function detectDelimiter(text: string): Delimiter {
  const told = delimiters.find((one) => one === hint.exec(text)?.[1]);
  if (told) return told;
  const sample = text.slice(0, 200_000);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const score = agreement(sample, delimiter);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Share of the first rows that have the commonest number of columns, weighed by how many columns. */
function agreement(sample: string, delimiter: Delimiter): number {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const { cells } of csvRows(sample, delimiter)) {
    if (cells.length === 1 && cells[0]?.trim() === '') continue;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    rows += 1;
    if (rows === 100) break;
  }
  let best = 0;
  for (const [columns, times] of counts) {
    if (columns < 2) continue;
    best = Math.max(best, (times / rows) * (1 + Math.log2(columns) / 8));
  }
  return best;
}

/**
 * The records of a delimited text. Takes CRLF, LF and CR; quotes with line breaks and doubled quotes; a
 * quote inside a cell stands for itself; a quote that is never closed does too, so that one slip does not
 * swallow the rest of the file. Rows are counted as a spreadsheet program would, empty ones too.
 */
export function* csvRows(text: string, delimiter: Delimiter): Generator<SourceRow> {
  const cursor = new Cursor(text, delimiter);
  let number = 0;
  const told = hint.exec(text);
  if (told) {
    cursor.at = told[0].length;
    number = 1;
  }
  while (cursor.at < text.length) {
    number += 1;
    yield { number, cells: cursor.record() };
  }
}

class Cursor {
  at = 0;
  /** No quote before this place closes a cell; spares looking again (and quadratic time). */
  private noCloseBefore = 0;
  private readonly text: string;
  private readonly delimiter: string;

  constructor(text: string, delimiter: string) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /** Empty cells beyond what a list can have are passed over; one that is not empty stays, to be told of. */
  record(): string[] {
    const cells: string[] = [];
    for (;;) {
      const cell = this.cell();
      const isKept = cells.length < tableLimits.columns;
      if (isKept || (cells.length === tableLimits.columns && cell.trim() !== '')) cells.push(cell);
      if (this.text[this.at] !== this.delimiter) break;
      this.at += 1;
    }
    this.skipLineBreak();
    return cells;
  }

  private skipLineBreak(): void {
    if (this.text[this.at] === '\r') {
      this.at += 1;
      if (this.text[this.at] === '\n') this.at += 1;
    } else if (this.text[this.at] === '\n') {
      this.at += 1;
    }
  }

  private cell(): string {
    const start = this.skipBlanks();
    if (this.text[start] === '"' && start >= this.noCloseBefore) {
      const quoted = this.quoted(start + 1);
      if (quoted !== null) return quoted;
    }
    const from = this.at;
    while (this.at < this.text.length && !this.endsCell(this.at)) this.at += 1;
    return this.text.slice(from, this.at);
  }

  /** Spaces before an opening quote are not part of the cell. */
  private skipBlanks(): number {
    let at = this.at;
    while (this.text[at] === ' ') at += 1;
    return this.text[at] === '"' ? at : this.at;
  }

  private quoted(from: number): string | null {
    const { text } = this;
    const limit = Math.min(text.length, from + 2 * tableLimits.cellCharacters);
    let value = '';
    let start = from;
    for (;;) {
      const quote = text.indexOf('"', start);
      if (quote === -1 || quote >= limit) {
        this.noCloseBefore = quote === -1 ? text.length : quote;
        return null;
      }
      value += text.slice(start, quote);
      if (text[quote + 1] === '"') {
        value += '"';
        start = quote + 2;
        continue;
      }
      const next = this.afterBlanks(quote + 1);
      if (next >= text.length || this.endsCell(next)) {
        this.at = next;
        return value;
      }
      value += '"';
      start = quote + 1;
    }
  }

  private afterBlanks(from: number): number {
    let at = from;
    while (this.text[at] === ' ') at += 1;
    return at;
  }

  private endsCell(at: number): boolean {
    const character = this.text[at];
    return character === this.delimiter || character === '\n' || character === '\r';
  }
}
