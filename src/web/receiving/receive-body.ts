import type { IncomingMessage } from 'node:http';
import { type BodyRule, maxFields } from './body-rule.ts';
import type { EarlyRefusal } from './refuse-early.ts';

export type Received =
  | { readonly ok: true; readonly bytes: Buffer<ArrayBuffer> }
  | { readonly ok: false; readonly refusal: EarlyRefusal };

const tooManyFields: EarlyRefusal = {
  status: 413,
  message: 'This form has more fields than any form of ours.',
};

/**
 * Reads a body whose length was told, to its end or to the first sign that no form of ours sent it. Fields are
 * counted in the bytes, because parsing first takes time that grows with the square of their number.
 */
export async function receiveBody(request: IncomingMessage, rule: BodyRule): Promise<Received> {
  const length = Number(request.headers['content-length']);
  if (length > rule.maxBytes) return refuse(request, { status: 413, message: rule.words });
  const type = request.headers['content-type'] ?? '';
  const countsSigns = type.toLowerCase().startsWith('application/x-www-form-urlencoded');
  const pieces: Buffer[] = [];
  let fields = 1;
  const outcome = await new Promise<'whole' | 'late' | 'gone' | 'too many'>((done) => {
    const patience = setTimeout(() => done('late'), rule.maxSeconds * 1000);
    request.on('data', (piece: Buffer) => {
      if (countsSigns) fields += countSign(piece, 0x26, maxFields);
      if (fields > maxFields) done('too many');
      else pieces.push(piece);
    });
    request.once('end', () => done('whole'));
    request.once('error', () => done('gone'));
    request.once('close', () => done('gone'));
    void patience.unref();
  });
  request.removeAllListeners('data');
  if (outcome === 'whole') {
    const bytes = Buffer.concat(pieces);
    const isOver = countParts(bytes, type) > maxFields;
    return isOver ? { ok: false, refusal: tooManyFields } : { ok: true, bytes };
  }
  if (outcome === 'too many') return refuse(request, tooManyFields);
  const message = 'What you sent did not arrive in time. Check your connection and send it again.';
  return refuse(request, { status: 408, message, headers: { Connection: 'close' } });
}

const discardSeconds = 10;

/**
 * Throws away what still arrives: a browser reads the answer only when it has sent everything, and says
 * "connection reset" when it cannot.
 */
function refuse(request: IncomingMessage, refusal: EarlyRefusal): Received {
  discard(request);
  return { ok: false, refusal };
}

/** Lets the rest of a request pass by without keeping it, for some seconds at most. */
export function discard(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  const cut = setTimeout(() => request.destroy(), discardSeconds * 1000).unref();
  request.once('close', () => clearTimeout(cut));
  request.once('end', () => clearTimeout(cut));
  request.on('error', () => undefined);
  request.resume();
}

function countSign(bytes: Buffer, sign: number, most: number): number {
  let count = 0;
  for (let at = bytes.indexOf(sign); at !== -1; at = bytes.indexOf(sign, at + 1)) {
    count += 1;
    if (count > most) break;
  }
  return count;
}

function countParts(bytes: Buffer, type: string): number {
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return 0;
  let count = 0;
  for (let at = bytes.indexOf(`--${mark}`); at !== -1 && count <= maxFields + 1;) {
    count += 1;
    at = bytes.indexOf(`--${mark}`, at + mark.length);
  }
  return count;
}
