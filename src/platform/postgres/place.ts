import { createHash, randomBytes } from 'node:crypto';
import { chown, lstat, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ClientConfig } from 'pg';
import { AppError } from '../../kernel/errors.ts';
import { isRoot } from '../data-directory.ts';

/** Where one embedded PostgreSQL lives. */
export interface Place {
  readonly directory: string;
  readonly data: string;
  /** Directory of the Unix socket and of the instance lock; only the owner may enter. */
  readonly run: string;
  readonly log: string;
  /** On Windows, where there is no Unix socket. */
  readonly password: string | null;
}

/** `nobody` of every system: PostgreSQL refuses to run as root. */
export const databaseUser = isRoot ? { uid: 65534, gid: 65534 } : {};

export const ownerRole = 'espalier_admin';

// A socket's whole path may have 107 bytes; PostgreSQL adds 17.
const longestRun = 85;

/** Makes the directories with their owners and modes; safe to repeat. */
export async function preparePlace(directory: string): Promise<Place> {
  await mkdir(directory, { recursive: true, mode: 0o711 });
  if (isRoot) await checkOthersMayPass(directory);
  const inner = join(directory, 'run');
  const mark = createHash('sha256').update(directory).digest('hex').slice(0, 16);
  const run = Buffer.byteLength(inner) <= longestRun ? inner : join(tmpdir(), `espalier-${mark}`);
  for (const path of [join(directory, 'cluster'), run]) await privateDirectory(path);
  return {
    directory,
    data: join(directory, 'cluster/data'),
    run,
    log: join(directory, 'postgresql.log'),
    password: process.platform === 'win32' ? await keptPassword(directory) : null,
  };
}

/** Connects as the owner of everything, to the database given. */
export async function ownerSettings(place: Place, database: string): Promise<ClientConfig> {
  if (place.password === null) {
    return { host: place.run, port: 5432, user: ownerRole, database };
  }
  const lines = await pidFileLines(place);
  return {
    host: '127.0.0.1',
    port: Number(lines[3] ?? 5432),
    user: ownerRole,
    password: place.password,
    database,
  };
}

/** Lines of postmaster.pid: process, directory, start, port, socket directory, … */
export async function pidFileLines(place: Place): Promise<string[]> {
  const text = await readFile(join(place.data, 'postmaster.pid'), 'utf8').catch(() => '');
  return text === '' ? [] : text.split('\n').map((line) => line.trim());
}

async function privateDirectory(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const { uid, gid } = databaseUser;
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
  const found = await lstat(path);
  const owner = uid ?? process.getuid?.() ?? found.uid;
  if (!found.isDirectory() || found.uid !== owner) {
    throw new AppError(
      'precondition',
      `${path} belongs to somebody else. Remove it or set ESPALIER_DATA.`,
    );
  }
}

async function checkOthersMayPass(directory: string): Promise<void> {
  for (let path = directory; ; path = dirname(path)) {
    const { mode } = await stat(path);
    if ((mode & 0o001) === 0) {
      throw new AppError(
        'precondition',
        `PostgreSQL does not run as root, and its user cannot pass through ${path}. Set ESPALIER_DATA to a directory outside it, for example /var/lib/espalier.`,
      );
    }
    if (path === dirname(path)) return;
  }
}

async function keptPassword(directory: string): Promise<string> {
  const path = join(directory, 'password');
  await writeFile(path, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return readFile(path, 'utf8');
}
