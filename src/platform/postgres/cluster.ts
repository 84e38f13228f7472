import { execFile } from 'node:child_process';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../kernel/errors.ts';
import type { Binaries } from './binaries.ts';
import { databaseUser, ownerRole, type Place } from './place.ts';

const execute = promisify(execFile);

/**
 * Makes the database cluster on first use: page checksums, and the built-in C.UTF-8 order, which no change of
 * a system library can alter under an index. It is made aside and renamed, so that a kill leaves no half.
 */
export async function makeCluster(binaries: Binaries, place: Place): Promise<boolean> {
  const version = await readFile(join(place.data, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version !== null) {
    checkMajor(Number(version), binaries.major, place.data);
    return false;
  }
  const fresh = `${place.data}.new`;
  await rm(fresh, { recursive: true, force: true });
  const access =
    place.password === null
      ? ['--auth=trust']
      : ['--auth=scram-sha-256', `--pwfile=${join(place.directory, 'password')}`];
  await execute(
    binaries.initdb,
    [
      ...['-D', fresh, '-U', ownerRole, ...access],
      ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ...['--data-checksums', '--no-instructions'],
    ],
    { ...databaseUser, cwd: join(place.directory, 'cluster'), env: databaseEnvironment() },
  ).catch((error: Error) => {
    throw explain(error);
  });
  await rename(fresh, place.data);
  return true;
}

/** What PostgreSQL's programs get of the environment: nothing that could redirect them. */
export function databaseEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return {
    ...(PATH === undefined ? {} : { PATH }),
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
    ...(TEMP === undefined ? {} : { TEMP }),
    TZ: 'UTC',
  };
}

function checkMajor(found: number, ours: number, data: string): void {
  if (found === ours) return;
  throw new AppError(
    'precondition',
    `${data} was made by PostgreSQL ${found}, and this version of Espalier brings PostgreSQL ${ours}. Make a backup with the Espalier that wrote it and restore it here.`,
  );
}

function explain(error: Error): AppError {
  const words = error.message.includes('could not look up effective user ID')
    ? `PostgreSQL wants its user to have a name, and user ${process.getuid?.()} has none on this machine. Run Espalier as a user with a name, or set DATABASE_URL.`
    : `The database could not be made. ${error.message}`;
  return new AppError('precondition', words, { cause: error });
}
