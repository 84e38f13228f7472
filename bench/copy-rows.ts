import type { Client, Connection, Submittable } from 'pg';

interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** COPY … FROM STDIN over the client's own connection. */
export function copyRows(client: Client, statement: string, rows: Buffer): Promise<void> {
  return new Promise((done, failed) => {
    let fault: Error | null = null;
    const submittable = {
      submit: (connection: Connection) =>
        (connection as unknown as CopyConnection).query(statement),
      handleCopyInResponse(connection: CopyConnection) {
        connection.sendCopyFromChunk(rows);
        connection.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleError(error: Error) {
        fault = error;
        failed(error);
      },
      handleReadyForQuery() {
        if (fault === null) done();
      },
    };
    client.query(submittable as unknown as Submittable);
  });
}

/**
 * Empty twins, with every index and check, of the tables that an import fills, and the rows it made from the
 * company number `first` on as COPY takes them.
 */
export async function scratchTables(
  client: Client,
  first: number,
): Promise<{ table: string; text: Buffer }[]> {
  const firms = `(select e.id from enterprise e
    where e.company_number >= '${first}' and e.company_number < '${first + 10_000}')`;
  const sources = {
    enterprise: `id in ${firms}`,
    enrolment: `enterprise_id in ${firms}`,
    measure: `enterprise_id in ${firms}`,
    person: `id in (select person_id from enterprise_person where enterprise_id in ${firms})`,
    enterprise_person: `enterprise_id in ${firms}`,
  };
  const tables: { table: string; text: Buffer }[] = [];
  for (const [source, which] of Object.entries(sources)) {
    const table = `bench_copy_${source}`;
    await client.query(`create table ${table} (like ${source} including all)`);
    const columns = await client.query<{ columns: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as columns
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [source],
    );
    const rows = await client.query({
      text: `select ${columns.rows[0]?.columns} from ${source} where ${which}`,
      rowMode: 'array',
      types: { getTypeParser: () => (value: string) => value },
    });
    const lines = (rows.rows as (string | null)[][]).map((row) => row.map(copyText).join('\t'));
    tables.push({ table, text: Buffer.from(lines.map((line) => `${line}\n`).join('')) });
  }
  return tables;
}

function copyText(value: string | null): string {
  if (value === null) return '\\N';
  return value.replace(/[\\\t\n\r]/g, (found) => escapes[found] ?? found);
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
