import { execFile, spawn } from 'node:child_process';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { AppError } from '../../kernel/errors.ts';
import type { Binaries } from './binaries.ts';
import { errorCode, withClient } from './client.ts';
import { databaseEnvironment } from './cluster.ts';
import { databaseUser, ownerSettings, pidFileLines, type Place } from './place.ts';

const patience = 60_000;
const logLimit = 10 * 1024 * 1024;

/** The running server's process: one that outlived an earlier Espalier is taken over, else one is started. */
export async function findOrStart(
  binaries: Binaries,
  place: Place,
  settings: Readonly<Record<string, string>>,
): Promise<{ pid: number; isAdopted: boolean }> {
  const survivor = await findRunning(place);
  if (survivor !== null) return { pid: survivor, isAdopted: true };
  for (let attempt = 1; ; attempt += 1) {
    const pid = await launch(binaries, place, settings);
    if (await becomesReady(place, pid)) return { pid, isAdopted: false };
    // Workers of a killed server may hold its memory for a moment; a start then fails and the next works.
    if (attempt === 5) throw await startFailure(place);
    await pause(200 * attempt);
    const other = await findRunning(place);
    if (other !== null) return { pid: other, isAdopted: true };
  }
}

/** Whether this process is the PostgreSQL of this place, and not a number used again for something else. */
export async function isPostmaster(pid: number, place: Place): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  if (process.platform === 'win32') return true;
  const command =
    process.platform === 'linux'
      ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      : await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).then(
          ({ stdout }) => stdout,
          () => '',
        );
  return command.includes('postgres') && command.includes(place.data);
}

/** Ends the server, at last against its will: what was committed is on the disk in any case. */
export async function endPostmaster(
  pid: number,
  place: Place,
  signal: NodeJS.Signals,
): Promise<void> {
  send(pid, signal);
  for (let waited = 0; await isPostmaster(pid, place); waited += 25) {
    if (waited === 10_000) send(pid, 'SIGINT');
    if (waited === 20_000) send(pid, 'SIGQUIT');
    if (waited > 30_000)
      throw new AppError('internal', `PostgreSQL (process ${pid}) does not stop.`);
    await pause(25);
  }
}

async function findRunning(place: Place): Promise<number | null> {
  for (let waited = 0; ; waited += 100) {
    const pid = Number((await pidFileLines(place))[0] ?? 0);
    if (pid <= 0) return null;
    if (!(await isPostmaster(pid, place))) {
      // Only a number that now belongs to another program blocks the start. For a dead process
      // PostgreSQL itself checks what may be left and removes the file.
      if (isAlive(pid)) await rm(join(place.data, 'postmaster.pid'), { force: true });
      return null;
    }
    if (await answers(place)) return pid;
    if (waited >= patience) {
      throw new AppError(
        'internal',
        `PostgreSQL (process ${pid}) runs but does not answer; see ${place.log}.`,
      );
    }
    await pause(100);
  }
}

async function launch(
  binaries: Binaries,
  place: Place,
  settings: Readonly<Record<string, string>>,
): Promise<number> {
  const size = await stat(place.log).then(
    (file) => file.size,
    () => 0,
  );
  if (size > logLimit) await rename(place.log, `${place.log}.1`);
  const log = await open(place.log, 'a', 0o600);
  try {
    const listen =
      place.password === null
        ? ['-k', place.run, '-c', 'listen_addresses=']
        : ['-c', 'listen_addresses=127.0.0.1', '-p', String(await freePort())];
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    // Detached: Ctrl-C in a terminal reaches every process of its group, and the database must stop last.
    const child = spawn(binaries.postgres, ['-D', place.data, ...listen, ...options], {
      ...databaseUser,
      cwd: place.data,
      detached: true,
      env: databaseEnvironment(),
      stdio: ['ignore', log.fd, log.fd],
    });
    child.unref();
    return await new Promise<number>((done, failed) => {
      child.once('error', failed);
      child.once('spawn', () => done(child.pid ?? 0));
    });
  } finally {
    await log.close();
  }
}

async function becomesReady(place: Place, pid: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += 25) {
    if (await answers(place)) return Number((await pidFileLines(place))[0]) === pid;
    if (!(await isPostmaster(pid, place))) return false;
    await pause(25);
  }
  return false;
}

async function answers(place: Place): Promise<boolean> {
  const settings = await ownerSettings(place, 'postgres');
  return withClient({ ...settings, connectionTimeoutMillis: 3000 }, () =>
    Promise.resolve(true),
  ).catch(() => false);
}

async function startFailure(place: Place): Promise<AppError> {
  const log = await readFile(place.log, 'utf8').catch(() => '');
  const last = log.trim().split('\n').slice(-6).join('\n');
  return new AppError(
    'internal',
    `PostgreSQL does not start. Its log, ${place.log}, ends with:\n${last}`,
  );
}

/** Whether a process of this number runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 5432));
    });
  });
}
