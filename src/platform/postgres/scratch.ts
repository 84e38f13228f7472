import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { appRole, ensurePasswordRole, ensureTrustedRole } from './app-role.ts';
import { withClient } from './client.ts';
import { startEmbedded } from './embedded.ts';
import { ownerSettings, pidFileLines, preparePlace } from './place.ts';
import { endPostmaster, isAlive, isPostmaster } from './postmaster.ts';

/** A database server of its own that is thrown away: for trying something out beside real data. */
export interface Scratch {
  /** A new empty database, or a copy of another one. */
  create(name: string, copyOf?: string): Promise<{ owner: ClientConfig; app: ClientConfig }>;
  drop(name: string): Promise<void>;
  /** Stops the server and removes its directory. */
  close(): Promise<void>;
}

// What is thrown away need not survive a power cut.
const careless = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const mark = 'espalier-scratch-';

/**
 * `within`: the directory that holds it, which root's database user must be able to pass through. Whoever stops the
 * program leaves nothing behind; what a program that was killed has left is removed first.
 */
export async function openScratch(secret: string, within = tmpdir()): Promise<Scratch> {
  await removeLeft(within);
  // The process stands in the name, so that another one can tell whether somebody still uses it.
  const directory = await mkdtemp(join(within, `${mark}${process.pid}-`));
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    await chmod(directory, 0o711);
    const server = await startEmbedded({ directory, settings: careless, report: () => undefined });
    const root = await ownerSettings(server.place, 'postgres');
    const isTrusting = server.place.password === null;
    if (isTrusting) await withClient(root, ensureTrustedRole);
    const close = async () => {
      leaveSignals();
      await server.stop('fast');
      await remove();
    };
    const leaveSignals = onStopSignal(() => void close().finally(() => process.exit(130)));
    return {
      async create(name, copyOf) {
        await withClient(root, (client) =>
          client.query(
            `create database ${name} ${copyOf === undefined ? '' : `template ${copyOf}`}`,
          ),
        );
        const owner = { ...root, database: name };
        const app = isTrusting
          ? { ...owner, user: appRole }
          : await ensurePasswordRole(owner, secret);
        return { owner, app };
      },
      async drop(name) {
        await withClient(root, (client) =>
          client.query(`drop database if exists ${name} with (force)`),
        );
      },
      close,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Gives how to stop listening. */
function onStopSignal(stop: () => void): () => void {
  let isAsked = false;
  const once = () => {
    if (!isAsked) stop();
    isAsked = true;
  };
  for (const signal of stopSignals) process.on(signal, once);
  // Started by another process that is gone: nobody waits for the result.
  process.on('disconnect', once);
  return () => {
    for (const signal of stopSignals) process.off(signal, once);
    process.off('disconnect', once);
  };
}

async function removeLeft(within: string): Promise<void> {
  const names = (await readdir(within)).filter((name) => name.startsWith(mark));
  for (const name of names) {
    const user = Number(name.slice(mark.length).split('-')[0]);
    if (!Number.isInteger(user) || user <= 0 || isAlive(user)) continue;
    const directory = join(within, name);
    const place = await preparePlace(directory);
    const pid = Number((await pidFileLines(place))[0] ?? 0);
    if (pid > 0 && (await isPostmaster(pid, place))) await endPostmaster(pid, place, 'SIGQUIT');
    await rm(directory, { recursive: true, force: true });
  }
}
