import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { appRole, ensurePasswordRole, ensureTrustedRole } from './app-role.ts';
import { withClient } from './client.ts';
import { startEmbedded } from './embedded.ts';
import { ownerSettings } from './place.ts';

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

/** `within`: the directory that holds it, which root's database user must be able to pass through. */
export async function openScratch(secret: string, within = tmpdir()): Promise<Scratch> {
  const directory = await mkdtemp(join(within, 'espalier-scratch-'));
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    await chmod(directory, 0o711);
    const server = await startEmbedded({ directory, settings: careless, report: () => undefined });
    const root = await ownerSettings(server.place, 'postgres');
    const isTrusting = server.place.password === null;
    if (isTrusting) await withClient(root, ensureTrustedRole);
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
      async close() {
        await server.stop('fast');
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
