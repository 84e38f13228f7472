import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { migrate } from '../src/platform/migrate.ts';
import { appRole, ensureTrustedRole } from '../src/platform/postgres/app-role.ts';
import { withClient } from '../src/platform/postgres/client.ts';
import { startEmbedded } from '../src/platform/postgres/embedded.ts';
import { ownerSettings } from '../src/platform/postgres/place.ts';

export interface BenchDatabase {
  readonly name: string;
  readonly owner: ClientConfig;
  readonly app: ClientConfig;
  /** As DATABASE_URL. */
  readonly url: string;
}

export interface BenchCluster {
  /** A new, migrated, empty database. */
  create(name: string): Promise<BenchDatabase>;
  close(): Promise<void>;
}

/** A PostgreSQL of its own with the settings of an installation, so commits wait for the disk. */
export async function openBenchCluster(): Promise<BenchCluster> {
  const directory = await mkdtemp(join(tmpdir(), 'espalier-bench-'));
  // PostgreSQL does not run as root, and its user must be able to pass.
  await chmod(directory, 0o711);
  const server = await startEmbedded({ directory, report: () => undefined });
  const postgres = await ownerSettings(server.place, 'postgres');
  await withClient(postgres, ensureTrustedRole);
  return {
    async create(name) {
      await withClient(postgres, (client) => client.query(`create database ${name}`));
      const owner = { ...postgres, database: name };
      await migrate(owner);
      const host = encodeURIComponent(String(owner.host));
      const login = owner.password === undefined ? '' : `:${String(owner.password)}`;
      return {
        name,
        owner,
        app: { ...owner, user: appRole },
        url: `postgres://${owner.user}${login}@127.0.0.1:${owner.port}/${name}?host=${host}`,
      };
    },
    async close() {
      await server.stop('immediate');
      await rm(directory, { recursive: true, force: true });
    },
  };
}
