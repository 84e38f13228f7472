import { tableLimits } from './table.ts';

/** A file that holds more than is read. The message says what to do; nothing more of it is read. */
export class TooMuch extends Error {}

const splitIt = 'Split the list and upload the parts.';

/** What one reading may take. Counted while reading, so that a small file cannot grow without end. */
export class ReadingBudget {
  private cells = 0;
  private characters = 0;
  private unpacked = 0;

  /** Before a part of that size is unpacked. */
  unpack(bytes: number): void {
    this.unpacked += bytes;
    if (this.unpacked > tableLimits.unpackedBytes) {
      throw new TooMuch(`This workbook unpacks to too much. ${splitIt}`);
    }
  }

  /** Before cells are kept; `characters` are those of all of them. */
  take(cells: number, characters: number): void {
    this.cells += cells;
    this.characters += characters;
    if (this.cells > tableLimits.cells) {
      const most = tableLimits.cells.toLocaleString('en-GB');
      throw new TooMuch(
        `This list has more than ${most} cells. Delete the columns and rows that are not needed.`,
      );
    }
    if (this.characters > tableLimits.totalCharacters) {
      throw new TooMuch(`This list holds too much text. ${splitIt}`);
    }
  }
}

/** The same for a row as it passes; a row wider than a list can be is refused here. */
export function countRow(budget: ReadingBudget, cells: readonly string[]): void {
  if (cells.length > tableLimits.columns) {
    throw new TooMuch(
      `This list has more than ${tableLimits.columns} columns. Delete those that are not needed.`,
    );
  }
  let characters = 0;
  for (const cell of cells) characters += cell.length;
  budget.take(cells.length, characters);
}
