import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Client, Submittable } from 'pg';

/** What of node-postgres's connection this needs; its types leave it out. */
interface Wire {
  readonly stream: Socket;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** A statement of the copy protocol, from the first message to "ready". */
class Copying implements Submittable {
  readonly done: Promise<void>;
  readonly open: Promise<Wire>;
  readonly #text: string;
  readonly #onRow: (row: Buffer, wire: Wire) => void;
  #settle: { done: () => void; fail: (error: Error) => void; opened: (wire: Wire) => void };
  #failure: Error | null = null;

  constructor(text: string, onRow: (row: Buffer, wire: Wire) => void) {
    this.#text = text;
    this.#onRow = onRow;
    const done = Promise.withResolvers<void>();
    const open = Promise.withResolvers<Wire>();
    this.done = done.promise;
    this.open = open.promise;
    this.#settle = {
      done: () => done.resolve(),
      opened: (wire) => open.resolve(wire),
      fail(error) {
        done.reject(error);
        open.reject(error);
      },
    };
    // Whoever waits for the one need not wait for the other.
    this.done.catch(() => undefined);
    this.open.catch(() => undefined);
  }

  submit(wire: unknown): void {
    (wire as Wire).query(this.#text);
  }

  handleCopyInResponse(wire: Wire): void {
    this.#settle.opened(wire);
  }

  handleCopyData(message: { chunk: Buffer }, wire: Wire): void {
    this.#onRow(message.chunk, wire);
  }

  handleError(error: Error): void {
    this.#failure = error;
    // When the link breaks no "ready" follows.
    this.#settle.fail(error);
  }

  handleReadyForQuery(): void {
    if (this.#failure === null) this.#settle.done();
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

const enough = 256 * 1024;

/** Rows of `copy … to stdout` as the server sends them, some hundred kilobytes at a time; memory stays flat. */
export async function* copyOut(client: Client, text: string): AsyncGenerator<Buffer[]> {
  let rows: Buffer[] = [];
  let size = 0;
  let wake: (() => void) | null = null;
  const copying = new Copying(text, (row, wire) => {
    // The parser uses its buffer again.
    rows.push(Buffer.from(row));
    size += row.length;
    if (size >= enough) wire.stream.pause();
    wake?.();
  });
  client.query(copying);
  const { stream } = (client as unknown as { connection: Wire }).connection;
  let isDone = false;
  const ended = copying.done.finally(() => {
    isDone = true;
    wake?.();
  });
  ended.catch(() => undefined);
  try {
    while (!isDone) {
      if (size < enough) await new Promise<void>((next) => (wake = next));
      wake = null;
      if (rows.length === 0) continue;
      const batch = rows;
      rows = [];
      size = 0;
      yield batch;
      stream.resume();
    }
    await ended;
    if (rows.length > 0) yield rows;
  } finally {
    stream.resume();
  }
}

/** Feeds `copy … from stdin`; the server's refusal, or the source's own error, is thrown. */
export async function copyIn(
  client: Client,
  text: string,
  source: AsyncIterable<Buffer>,
): Promise<void> {
  const copying = new Copying(text, () => undefined);
  client.query(copying);
  const wire = await copying.open;
  try {
    for await (const chunk of source) {
      wire.sendCopyFromChunk(chunk);
      if (wire.stream.writableNeedDrain)
        await Promise.race([once(wire.stream, 'drain'), copying.done]);
    }
  } catch (error) {
    wire.sendCopyFail('the source failed');
    await copying.done.catch(() => undefined);
    throw error;
  }
  wire.endCopyFrom();
  await copying.done;
}
