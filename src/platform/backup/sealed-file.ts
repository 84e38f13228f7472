import { Buffer } from 'node:buffer';
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../kernel/errors.ts';

/*
 * A file of sealed pieces: a first line in clear, then pieces of AES-256-GCM, each bound to the first line, to its
 * place and to whether it is the last. A piece changed, moved, left out or missing at the end is noticed.
 */

export const magic = 'ESPALIER BACKUP 1\n';
const tagBytes = 16;
const lastMark = 0x8000_0000;
export const pieceBytes = 1024 * 1024;

interface Head {
  /** Makes the file's key, with the secret. */
  readonly salt: string;
  /** Tells a wrong secret from a damaged file. */
  readonly check: string;
}

function keyFrom(secret: string, salt: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.from(salt, 'hex'), 'espalier backup', 32));
}

function checkOf(key: Buffer): string {
  return createHmac('sha256', key).update('right secret').digest('hex').slice(0, 16);
}

function placeOf(head: Buffer, number: number, isLast: boolean): { nonce: Buffer; bound: Buffer } {
  const nonce = Buffer.alloc(12);
  // The key serves one file, so a number is enough.
  nonce.writeUIntBE(number, 6, 6);
  const hash = createHash('sha256').update(head).digest();
  return { nonce, bound: Buffer.concat([hash, nonce, Buffer.from([isLast ? 1 : 0])]) };
}

/** Seals what comes, piece by piece, into the file. */
export async function sealInto(
  file: FileHandle,
  secret: string,
  source: AsyncIterable<Buffer>,
): Promise<void> {
  const salt = randomBytes(16).toString('hex');
  const key = keyFrom(secret, salt);
  const head = Buffer.from(
    `${magic}${JSON.stringify({ salt, check: checkOf(key) } satisfies Head)}\n`,
  );
  await writeAll(file, head);
  let number = 0;
  async function put(piece: Buffer, isLast: boolean): Promise<void> {
    const { nonce, bound } = placeOf(head, number, isLast);
    number += 1;
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound);
    const sealed = Buffer.concat([cipher.update(piece), cipher.final()]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE((sealed.length | (isLast ? lastMark : 0)) >>> 0);
    await writeAll(file, Buffer.concat([length, sealed, cipher.getAuthTag()]));
  }
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    size += chunk.length;
    while (size >= pieceBytes) {
      const all = Buffer.concat(waiting);
      await put(all.subarray(0, pieceBytes), false);
      waiting = [all.subarray(pieceBytes)];
      size = all.length - pieceBytes;
    }
  }
  await put(Buffer.concat(waiting), true);
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, at);
    at += bytesWritten;
  }
}

/** The pieces of a sealed file in clear. Refuses another kind of file, another secret, and a damaged or cut file. */
export async function* openSealed(file: FileHandle, secret: string): AsyncGenerator<Buffer> {
  const reader = readerOf(file);
  const start = await reader.upTo(magic.length);
  if (start.toString() !== magic) throw refused('This file is no backup of Espalier.');
  const line = await reader.line(400);
  const head = Buffer.concat([start, line]);
  const { salt, check } = headFrom(line);
  const key = keyFrom(secret, salt);
  if (checkOf(key) !== check) {
    throw refused(
      'This backup was made with another secret. It opens only with the secret of the installation that made it: the file "secret" of its data directory, or its ESPALIER_SECRET. Without that neither the backup nor the private notes in it can be read by anybody.',
    );
  }
  for (let number = 0; ; number += 1) {
    const mark = (await reader.exactly(4)).readUInt32BE();
    const isLast = (mark & lastMark) !== 0;
    const length = mark & ~lastMark;
    if (length > pieceBytes) throw damaged();
    const sealed = await reader.exactly(length);
    const tag = await reader.exactly(tagBytes);
    const { nonce, bound } = placeOf(head, number, isLast);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(bound);
    decipher.setAuthTag(tag);
    let piece: Buffer;
    try {
      piece = Buffer.concat([decipher.update(sealed), decipher.final()]);
    } catch (error) {
      throw damaged(error);
    }
    yield piece;
    if (!isLast) continue;
    if ((await reader.upTo(1)).length > 0) throw damaged();
    return;
  }
}

function headFrom(line: Buffer): Head {
  try {
    const head = JSON.parse(line.toString()) as Head;
    if (typeof head.salt === 'string' && typeof head.check === 'string') return head;
  } catch (error) {
    throw damaged(error);
  }
  throw damaged();
}

function readerOf(file: FileHandle) {
  async function upTo(count: number): Promise<Buffer> {
    const bytes = Buffer.alloc(count);
    let at = 0;
    while (at < count) {
      const { bytesRead } = await file.read(bytes, at, count - at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return bytes.subarray(0, at);
  }
  async function exactly(count: number): Promise<Buffer> {
    const bytes = await upTo(count);
    if (bytes.length < count) {
      throw refused('This backup is cut off: its end is missing. Take another one.');
    }
    return bytes;
  }
  return {
    upTo,
    exactly,
    async line(longest: number): Promise<Buffer> {
      const bytes: Buffer[] = [];
      for (let at = 0; at < longest; at += 1) {
        const byte = await exactly(1);
        bytes.push(byte);
        if (byte[0] === 0x0a) return Buffer.concat(bytes);
      }
      throw damaged();
    },
  };
}

function refused(message: string, cause?: unknown): AppError {
  return new AppError('precondition', message, { cause });
}

function damaged(cause?: unknown): AppError {
  return refused(
    'This backup is damaged: what it holds is not what was written. Take another one.',
    cause,
  );
}
