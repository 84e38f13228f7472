import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { AppError } from '../../kernel/errors.ts';
import type { Config } from '../config.ts';
import { appRole, ensurePasswordRole, ensureTrustedRole } from './app-role.ts';
import { withClient } from './client.ts';
import { startEmbedded } from './embedded.ts';
import { useExternal } from './external.ts';
import { type Holder, takeInstanceLock } from './instance-lock.ts';
import { ownerSettings, type Place, preparePlace } from './place.ts';

export interface Postgres {
  /** Owner of every table: for migrations and the doctor only. */
  readonly owner: ClientConfig;
  /** The role of the running application. */
  readonly app: ClientConfig;
  /** Stops the embedded server when this process owns it. */
  stop(manner?: 'fast' | 'patient' | 'immediate'): Promise<void>;
}

interface OpenOptions {
  /** Shown to somebody who finds the data directory in use. */
  readonly purpose: string;
  /** `own`: refuse when another process runs the database. `share`: use it beside that process. */
  readonly manner: 'own' | 'share';
  readonly report: (words: string) => void;
  readonly onLost?: (error: Error) => void;
}

const database = 'espalier';

/** The database of this installation: the server of DATABASE_URL, or the embedded one, which is started. */
export async function openPostgres(config: Config, options: OpenOptions): Promise<Postgres> {
  if (config.databaseUrl !== null) {
    const { owner, app } = await useExternal(config.databaseUrl, config.secret);
    return { owner, app, stop: () => Promise.resolve() };
  }
  const directory = join(config.dataDirectory, 'postgres');
  const place = await preparePlace(directory);
  const lock = await takeInstanceLock(place.run, options.purpose);
  if (!lock.isOurs && options.manner === 'own') throw inUse(config.dataDirectory, lock.holder);
  if (!lock.isOurs) {
    return { ...(await settingsOf(place, config.secret)), stop: () => Promise.resolve() };
  }
  try {
    const server = await startEmbedded({ directory, ...options });
    if (server.isAdopted) {
      options.report('Took over the database that an earlier Espalier left running.');
    }
    await withClient(await ownerSettings(place, 'postgres'), async (client) => {
      const found = await client.query('select 1 from pg_database where datname = $1', [database]);
      if (found.rowCount === 0) await client.query(`create database ${database}`);
      if (place.password === null) await ensureTrustedRole(client);
    });
    return {
      ...(await settingsOf(place, config.secret)),
      async stop(manner) {
        await server.stop(manner);
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function settingsOf(
  place: Place,
  secret: string,
): Promise<{ owner: ClientConfig; app: ClientConfig }> {
  const owner = await ownerSettings(place, database);
  if (place.password !== null) return { owner, app: await ensurePasswordRole(owner, secret) };
  return { owner, app: { ...owner, user: appRole } };
}

function inUse(dataDirectory: string, holder: Holder): AppError {
  const what = holder.purpose === 'serve' ? 'Espalier is' : `The command "${holder.purpose}" is`;
  return new AppError(
    'precondition',
    `${what} already running with the data in ${dataDirectory} (process ${holder.pid}). Stop it first, or set ESPALIER_DATA and PORT to run a second installation.`,
  );
}
