import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';

/** What a backup is made of, in this order: head, for each table its name, rows and end, and the closing. */
export type Parcel =
  | { kind: 'head' | 'table' | 'end' | 'closing'; words: unknown }
  | { kind: 'rows'; bytes: Buffer };

const marks = { head: 1, table: 2, rows: 3, end: 4, closing: 5 } as const;
const kinds = new Map(Object.entries(marks).map(([kind, mark]) => [mark, kind as Parcel['kind']]));

/** Parcels one after the other, each with its kind and length, compressed. */
export function pack(parcels: AsyncIterable<Parcel>): AsyncIterable<Buffer> {
  const plain = Readable.from(framed(parcels), { objectMode: false });
  const zipped = createGzip({ level: 6 });
  plain.on('error', (error) => zipped.destroy(error));
  return plain.pipe(zipped) as AsyncIterable<Buffer>;
}

async function* framed(parcels: AsyncIterable<Parcel>): AsyncGenerator<Buffer> {
  for await (const parcel of parcels) {
    const body = parcel.kind === 'rows' ? parcel.bytes : Buffer.from(JSON.stringify(parcel.words));
    const head = Buffer.alloc(5);
    head.writeUInt8(marks[parcel.kind]);
    head.writeUInt32BE(body.length, 1);
    yield head;
    yield body;
  }
}

/** The parcels again. The sealed file has vouched for every byte, so what does not fit here is our fault. */
export async function* unpack(source: AsyncIterable<Buffer>): AsyncGenerator<Parcel> {
  const sealed = Readable.from(source, { objectMode: false });
  const plain = createGunzip();
  sealed.on('error', (error) => plain.destroy(error));
  let waiting: Buffer = Buffer.alloc(0);
  for await (const chunk of sealed.pipe(plain) as AsyncIterable<Buffer>) {
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    while (waiting.length >= 5) {
      const length = waiting.readUInt32BE(1);
      if (waiting.length < 5 + length) break;
      yield parcelOf(waiting.readUInt8(), waiting.subarray(5, 5 + length));
      waiting = waiting.subarray(5 + length);
    }
  }
  if (waiting.length > 0) throw new Error('a parcel of the backup is not whole');
}

function parcelOf(mark: number, body: Buffer): Parcel {
  const kind = kinds.get(mark as 1);
  if (kind === undefined) throw new Error(`no parcel of a backup has the mark ${mark}`);
  if (kind === 'rows') return { kind, bytes: Buffer.from(body) };
  return { kind, words: JSON.parse(body.toString()) as unknown };
}
