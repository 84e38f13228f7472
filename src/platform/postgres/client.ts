import pg from 'pg';

/** One connection for the time of `work`. A link that breaks makes the running query fail, never the process. */
export async function withClient<T>(
  settings: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...settings });
  let lost: Error | null = null;
  client.on('error', (error) => (lost = error));
  await client.connect();
  try {
    return await work(client);
  } finally {
    if (lost === null) await client.end();
  }
}

/** PostgreSQL's five-character code of an error, or the system's code (ECONNREFUSED), or ''. */
export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
