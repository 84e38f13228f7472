import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { newId } from '../src/kernel/ids.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface ReferenceSettings {
  readonly app: pg.ClientConfig;
  readonly orgId: string;
  /** What to run for a path; the rows go out as JSON. */
  readonly pages: Readonly<Record<string, readonly Statement[]>>;
}

/** Node's HTTP server, node-postgres and nothing else: no sign-in, no permission, no page. */
async function serve({ app, orgId, pages }: ReferenceSettings): Promise<number> {
  const pool = new pg.Pool({ ...app, max: 12, application_name: 'reference' });
  const names = new Map<string, string>();

  /** The database keeps what it planned, as Espalier lets it. */
  function nameOf(text: string): string {
    const name = names.get(text) ?? `r${names.size}`;
    names.set(text, name);
    return name;
  }

  async function inTransaction(begin: string, statements: readonly Statement[]) {
    const client = await pool.connect();
    try {
      await client.query(`${begin}; set local app.org = '${orgId}'`);
      const answers: unknown[][] = [];
      for (const { text, values } of statements) {
        const { rows } = await client.query({ name: nameOf(text), text, values: [...values] });
        answers.push(rows as unknown[]);
      }
      await client.query('commit');
      client.release();
      return answers;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  const server = createServer((request, response) => {
    const answer = async () => {
      if (request.method === 'POST') {
        const form = new URLSearchParams(await bodyOf(request));
        await inTransaction('begin', sessionStatements(orgId, form));
        response.writeHead(303, { Location: '/' }).end();
        return;
      }
      const statements = pages[request.url ?? ''];
      if (!statements) return void response.writeHead(404).end();
      const body = JSON.stringify(await inTransaction('begin read only', statements));
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
    };
    answer().catch((error: Error) => response.writeHead(500).end(error.message));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** The rows of one session, its letter and its audit entry, as Espalier writes them. */
function sessionStatements(orgId: string, form: URLSearchParams): Statement[] {
  const field = (name: string) => form.get(name) ?? '';
  const id = newId();
  const startsAt = `${field('date')}T${field('start')}:00Z`;
  return [
    {
      text: `insert into idempotency_key (org_id, key, command) values ($1, $2, 'log-session')`,
      values: [orgId, field('_key')],
    },
    {
      text: 'select * from match where org_id = $1 and id = $2',
      values: [orgId, field('matchId')],
    },
    {
      text: 'select id from mentor where org_id = $1 and id = $2 for update',
      values: [orgId, field('mentorId')],
    },
    {
      text: `insert into session (org_id, id, programme_id, starts_at, ends_at, mode, topics, kinds, summary,
          logged_at)
        values ($1, $2, $3, $4, $4::timestamptz + interval '1 hour', 'video', '{finance}', '{advice}', $5, now())`,
      values: [orgId, id, field('programmeId'), startsAt, field('summary')],
    },
    {
      text: 'insert into session_mentor (org_id, session_id, mentor_id, match_id) values ($1, $2, $3, $4)',
      values: [orgId, id, field('mentorId'), field('matchId')],
    },
    {
      text: 'insert into session_enterprise (org_id, session_id, enrolment_id, need_id) values ($1, $2, $3, $4)',
      values: [orgId, id, field('enrolmentId'), field('needId')],
    },
    {
      text: `insert into link (org_id, id, secret_hash, purpose, subject_id, expires_at)
        values ($1, $2, $3, 'confirm-session', $4, now() + interval '60 days')`,
      values: [orgId, newId(), newId(), id],
    },
    {
      text: `insert into mail (org_id, id, to_address, kind, subject, body, about_kind, about_id)
        values ($1, $2, 'contact@firms.example', 'confirm-session', 'Please confirm your session', $3, 'session', $4)`,
      values: [orgId, newId(), 'Please say whether that is right. '.repeat(10), id],
    },
    {
      text: `select b.seq from audit_begin(now(), null, 'system', 'log-session', 'session', $1, null, '{}') b`,
      values: [id],
    },
    {
      text: `select audit_append_keyed(h.seq + 1, now(), null, 'system', 'log-session', 'session', $1, null, null,
          '{}', $2, coalesce(h.keyed_from, h.seq + 1), $2)
        from audit_head h where h.org_id = $3`,
      values: [id, 'a'.repeat(64), orgId],
    },
  ];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) body += String(piece);
  return body;
}

process.on('message', (message) => {
  if (typeof message !== 'object' || message === null) return;
  void serve(message as ReferenceSettings).then((port) => process.send?.({ port }));
});
