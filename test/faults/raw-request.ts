import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** Opens a connection and writes exactly these bytes; the connection is left open. */
export function openRaw(url: string, ...pieces: (string | Buffer)[]): Promise<Socket> {
  const { port } = new URL(url);
  return new Promise((done, failed) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.once('error', failed);
    socket.once('connect', () => {
      socket.off('error', failed);
      // Whoever is cut off in the middle of writing is no fault of the test.
      socket.on('error', () => undefined);
      for (const piece of pieces) socket.write(piece);
      done(socket);
    });
  });
}

/** Sends exactly these bytes and gives what came back until the head of the answer and its end. */
export async function sendRaw(url: string, ...pieces: (string | Buffer)[]): Promise<RawAnswer> {
  const socket = await openRaw(url, ...pieces);
  let text = '';
  await new Promise<void>((done) => {
    socket.on('data', (piece: Buffer) => {
      text += piece.toString('latin1');
      const [head = '', ...body] = text.split('\r\n\r\n');
      const length = /content-length: (\d+)/i.exec(head)?.[1];
      const isEnded =
        length === undefined
          ? text.endsWith('0\r\n\r\n')
          : body.join('\r\n\r\n').length >= Number(length);
      if (isEnded) done();
    });
    socket.once('close', () => done());
  });
  socket.destroy();
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text };
}

/** The head of a POST, as a browser writes it. */
export function postHead(
  url: string,
  path: string,
  length: number,
  type = 'application/x-www-form-urlencoded',
): string {
  return `POST ${path} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`;
}
