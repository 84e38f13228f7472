import type { ClientConfig } from 'pg';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../src/platform/database.ts';
import { createDatabase, dropDatabase } from './cluster.ts';
import './global-cluster.ts';

export interface TestDatabase {
  /** As the application sees it: the unprivileged role. */
  readonly database: Database;
  /** Owner of the tables; passes the tenant wall. */
  readonly owner: ClientConfig;
  readonly app: ClientConfig;
}

/** A freshly migrated database for this test file, dropped after its last test. Call it once at the top. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = inject('testCluster');
  const name = await createDatabase(cluster);
  const app = { ...cluster.app, database: name };
  const database = openDatabase({
    app,
    maxConnections: 8,
    onError: (error) => process.stderr.write(`${error.message}\n`),
  });
  afterAll(async () => {
    await database.close();
    await dropDatabase(cluster, name);
  });
  return { database, app, owner: { ...cluster.owner, database: name } };
}
