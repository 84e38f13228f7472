import type { Buffer } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '../../kernel/errors.ts';
import { type Closing, closingWords, type Head, headWords, tableWords } from './manifest.ts';
import { type Parcel, unpack } from './parcels.ts';
import { openSealed } from './sealed-file.ts';
import type { Table } from './tables.ts';

export interface BackupReader {
  readonly head: Head;
  /** Goes through the tables; each one's rows must be read to their end. Gives what the backup says at its end. */
  tables(take: (table: Table, rows: AsyncIterable<Buffer>) => Promise<void>): Promise<Closing>;
}

/** Reads a backup from its beginning to its end, once, without holding it in memory. */
export async function readBackup<T>(
  path: string,
  secret: string,
  work: (reader: BackupReader) => Promise<T>,
): Promise<T> {
  const file = await openFile(path);
  try {
    const parcels = unpack(openSealed(file, secret));
    const first = await next(parcels);
    const head = headWords.parse(wordsOf(first, 'head'));
    return await work({ head, tables: (take) => takeTables(parcels, take) });
  } finally {
    await file.close();
  }
}

async function takeTables(
  parcels: AsyncGenerator<Parcel>,
  take: (table: Table, rows: AsyncIterable<Buffer>) => Promise<void>,
): Promise<Closing> {
  for (;;) {
    const parcel = await next(parcels);
    if (parcel.kind === 'closing') {
      const closing = closingWords.parse(parcel.words);
      // The file's own end is only reached by reading on.
      if (!(await parcels.next()).done) throw new Error('something follows the end of the backup');
      return closing;
    }
    await take(tableWords.parse(wordsOf(parcel, 'table')), rowsOf(parcels));
  }
}

async function* rowsOf(parcels: AsyncGenerator<Parcel>): AsyncGenerator<Buffer> {
  for (;;) {
    const parcel = await next(parcels);
    if (parcel.kind === 'end') return;
    if (parcel.kind !== 'rows') throw new Error(`${parcel.kind} stands among the rows of a table`);
    yield parcel.bytes;
  }
}

async function next(parcels: AsyncGenerator<Parcel>): Promise<Parcel> {
  const step = await parcels.next();
  if (step.done) throw new Error('the backup has no end');
  return step.value;
}

function wordsOf(parcel: Parcel, kind: Parcel['kind']): unknown {
  if (parcel.kind !== kind || parcel.kind === 'rows') {
    throw new Error(`${parcel.kind} stands where ${kind} belongs`);
  }
  return parcel.words;
}

async function openFile(path: string): Promise<FileHandle> {
  return open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    const words = error.code === 'ENOENT' ? 'There is no such file.' : error.message;
    throw new AppError('precondition', `${path} cannot be read. ${words}`, { cause: error });
  });
}
