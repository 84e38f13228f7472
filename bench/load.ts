import { Agent, request } from 'node:http';

export interface Shot {
  readonly path: string;
  /** A form to post; without it the page is fetched. */
  readonly form?: string;
}

export interface Load {
  readonly origin: string;
  readonly cookie: string;
  readonly connections: number;
  /** The only status that counts as answered. */
  readonly status: number;
  readonly shots: readonly Shot[];
}

export interface LoadResult {
  /** Milliseconds from sending to the last byte, in the order of the answers. */
  readonly latencies: number[];
  readonly bytes: number;
}

/** Fires every shot once over so many kept-alive connections, each busy all the time. */
async function fire(load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const latencies: number[] = [];
  let bytes = 0;
  let next = 0;
  const work = async () => {
    for (let shot = load.shots[next++]; shot; shot = load.shots[next++]) {
      const began = performance.now();
      const received = await send(load, shot, agent);
      latencies.push(performance.now() - began);
      bytes += received;
    }
  };
  try {
    await Promise.all(Array.from({ length: load.connections }, work));
  } finally {
    agent.destroy();
  }
  return { latencies, bytes };
}

function send(load: Load, shot: Shot, agent: Agent): Promise<number> {
  return new Promise((done, failed) => {
    const headers: Record<string, string> = { cookie: load.cookie, 'accept-encoding': 'gzip, br' };
    if (shot.form !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
    const asked = request(
      new URL(shot.path, load.origin),
      { agent, headers, method: shot.form === undefined ? 'GET' : 'POST' },
      (answer) => {
        let bytes = 0;
        answer.on('data', (piece: Buffer) => (bytes += piece.length));
        answer.on('error', failed);
        answer.on('end', () => {
          if (answer.statusCode === load.status) return done(bytes);
          failed(new Error(`${shot.path} answered ${answer.statusCode}, not ${load.status}`));
        });
      },
    );
    asked.on('error', failed);
    asked.end(shot.form);
  });
}

process.on('message', (load: Load) => {
  fire(load).then(
    (result) => process.send?.({ result }),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    },
  );
});
