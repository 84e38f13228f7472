import type { Kysely } from 'kysely';
import pg from 'pg';
import type { DB } from '../../schema/tables.ts';
import { isId } from '../kernel/ids.ts';
import { pinnedKysely, sendTogether } from './pinned-kysely.ts';

/** A connection inside a transaction in which one organisation, or none, is set. */
export type Tx = Kysely<DB>;

export interface Database {
  /** Runs in one transaction that sees only this organisation's rows; commits when `work` resolves. */
  tenant<T>(orgId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same, read only. */
  read<T>(orgId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Without an organisation: tenant tables are empty, only the look-up functions and global tables answer. */
  anonymous<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same, read only. */
  anonymousRead<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** For better-auth, whose tables live in the schema `auth`. */
  authPool: pg.Pool;
  close(): Promise<void>;
}

export interface ConnectionSettings {
  /** As node-postgres takes them: a URL or host, port, user, database. */
  app: pg.PoolConfig;
  onError: (error: Error) => void;
  maxConnections?: number;
}

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/**
 * better-auth compares what it reads with date objects: given texts, no session and no mailed link would ever
 * expire. Its own pool therefore hands out dates.
 */
const authTypes: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === pg.types.builtins.TIMESTAMPTZ) return (text: string) => new Date(text);
    return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
  },
};

const limits =
  '-c statement_timeout=30000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000';

/** Opens the pools of the unprivileged role. Limits go in the start-up packet, so that a cut link leaves nothing open. */
export function openDatabase(settings: ConnectionSettings): Database {
  const pool = new pg.Pool({
    ...settings.app,
    max: settings.maxConnections ?? 12,
    options: limits,
    // Statements need not wait for the answer to the one before.
    pipeline: true,
    application_name: 'espalier',
  });
  const authPool = new pg.Pool({
    ...settings.app,
    max: 4,
    options: `${limits} -c search_path=auth`,
    application_name: 'espalier-auth',
    types: authTypes,
  });
  for (const each of [pool, authPool]) {
    each.on('error', settings.onError);
    // The pool listens only while nobody has the connection: one that is cut between two statements of a
    // transaction would end the process. The statement that comes next fails and tells of it.
    each.on('connect', (client) => client.on('error', () => undefined));
  }

  async function inTransaction<T>(
    begin: string,
    work: (tx: Tx) => Promise<T>,
    hold: 'until-saved' | 'until-read',
  ): Promise<T> {
    const client = await pool.connect();
    const { tx, end } = pinnedKysely(client);
    const begun = send(client, begin);
    // When the beginning fails so does the first query; who awaits it is told then.
    begun.catch(() => undefined);
    try {
      const value = await work(tx);
      end();
      await begun;
      if (hold === 'until-saved') await client.query('commit');
      // The reader has everything. When the link breaks now the pool tells of it.
      else send(client, 'commit').catch(() => undefined);
      client.release();
      return value;
    } catch (error) {
      end();
      const lost = await client.query('rollback').then(
        () => undefined,
        (fault: Error) => fault,
      );
      if (lost) settings.onError(lost);
      client.release(lost);
      throw error;
    }
  }

  return {
    authPool,
    tenant: (orgId, work) =>
      inTransaction(`begin; set local app.org = '${checkedId(orgId)}'`, work, 'until-saved'),
    read: (orgId, work) =>
      inTransaction(
        `begin read only; set local app.org = '${checkedId(orgId)}'`,
        work,
        'until-read',
      ),
    anonymous: (work) => inTransaction(`begin; set local app.org = ''`, work, 'until-saved'),
    anonymousRead: (work) =>
      inTransaction(`begin read only; set local app.org = ''`, work, 'until-read'),
    async close() {
      await pool.end();
      await authPool.end();
    },
  };
}

function checkedId(orgId: string): string {
  if (!isId(orgId)) throw new Error('an organisation id must be a UUID');
  return orgId;
}

function send(client: pg.PoolClient, statement: string): Promise<unknown> {
  sendTogether(client);
  return client.query(statement);
}
