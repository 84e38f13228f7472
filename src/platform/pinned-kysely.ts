import type { Socket } from 'node:net';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import type { DB } from '../../schema/tables.ts';
import { preparedName } from './prepared-statements.ts';

/** Query builder over one connection, for as long as somebody holds it. */
export interface PinnedKysely {
  readonly tx: Kysely<DB>;
  /** From now on every query is refused: the connection belongs to somebody else. */
  end(): void;
}

/**
 * Kysely's own way to hold a connection waits for each answer before it sends the next query. Here queries that
 * are asked side by side go out together, so that a page of four reads waits once.
 */
export function pinnedKysely(client: pg.ClientBase): PinnedKysely {
  const connection = new PinnedConnection(client);
  const driver = driverOf(connection);
  const tx = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return { tx, end: () => connection.end() };
}

/** What the same turn of the event loop sends leaves in one system call, and is waited for once. */
export function sendTogether(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  setImmediate(() => stream.uncork());
}

class PinnedConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase;
  #isOver = false;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  end(): void {
    this.#isOver = true;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#isOver) throw new Error('this transaction is over');
    sendTogether(this.#client);
    const name = preparedName(this.#client, sql);
    const { command, rowCount, rows } = await this.#client.query<R & pg.QueryResultRow>({
      text: sql,
      values: parameters as unknown[],
      ...(name === null ? {} : { name }),
    });
    const changes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE';
    return changes ? { numAffectedRows: BigInt(rowCount ?? 0), rows } : { rows: rows ?? [] };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('rows are not streamed inside a transaction');
  }
}

const refuse = () => Promise.reject(new Error('a transaction has one beginning and one end'));

function driverOf(connection: DatabaseConnection): Driver {
  return {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: () => Promise.resolve(),
    destroy: () => Promise.resolve(),
  };
}
