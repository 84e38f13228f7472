import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';

interface TakenLetter {
  readonly recipients: readonly string[];
  /** As it came over the wire. */
  readonly text: string;
}

/** A real SMTP server on this machine that remembers letters and can be told to refuse. */
export async function openMailServer() {
  let letters: TakenLetter[] = [];
  let refusal = { code: 0, times: 0 };
  let port = 0;
  let server = build();

  function build(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      // A pool keeps connections open; a server that goes down does not wait for them.
      closeTimeout: 50,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo(_address, _session, done) {
        if (refusal.times === 0) return done();
        refusal.times -= 1;
        const words = refusal.code >= 500 ? 'no such person here' : 'busy, try again';
        done(Object.assign(new Error(words), { responseCode: refusal.code }));
      },
      onData(stream, session, done) {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          letters.push({ recipients, text: Buffer.concat(pieces).toString('utf8') });
          done();
        });
      },
    });
  }

  async function open(): Promise<void> {
    server = build();
    server.on('error', () => undefined);
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    const address = server.server.address();
    port = typeof address === 'object' && address ? address.port : port;
  }

  const close = () => new Promise<void>((done) => server.close(() => done()));

  await open();
  afterAll(close);
  return {
    url: `smtp://127.0.0.1:${port}?from=hub@example.org`,
    /** Letters since the last call. */
    taken(): TakenLetter[] {
      const list = letters;
      letters = [];
      return list;
    },
    /** Refuses the next recipients with this answer. */
    answer(next: { code: number; times: number }): void {
      refusal = { ...next };
    },
    open,
    close,
  };
}
