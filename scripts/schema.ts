import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withClient } from '../src/platform/postgres/client.ts';
import { createDatabase, dropDatabase, openTestCluster } from '../test/cluster.ts';
import { readTables } from './schema/catalogue.ts';
import { describeTable } from './schema/table-sql.ts';
import { kyselyTables } from './schema/table-types.ts';

const folder = join(import.meta.dirname, '../schema');

/** Every file of schema/ as the migrations make it, by name. */
async function generate(): Promise<Map<string, string>> {
  const { cluster, close } = await openTestCluster();
  try {
    const name = await createDatabase(cluster);
    try {
      const tables = await withClient({ ...cluster.owner, database: name }, readTables);
      const wanted = new Map(tables.map((table) => [`${table.name}.sql`, describeTable(table)]));
      return wanted.set('tables.ts', kyselyTables(tables));
    } finally {
      await dropDatabase(cluster, name);
    }
  } finally {
    await close();
  }
}

async function present(): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.sql') || name === 'tables.ts');
}

async function write(wanted: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await present()) if (!wanted.has(name)) await rm(join(folder, name));
  for (const [name, text] of wanted) await writeFile(join(folder, name), text);
}

async function differences(wanted: ReadonlyMap<string, string>): Promise<string[]> {
  const found = await present();
  const different = found.filter((name) => !wanted.has(name)).map((name) => `${name} is left over`);
  for (const [name, text] of wanted) {
    const current = found.includes(name) ? await readFile(join(folder, name), 'utf8') : null;
    if (current === null) different.push(`${name} is missing`);
    else if (current !== text) different.push(`${name} differs`);
  }
  return different;
}

const wanted = await generate();
if (process.argv.includes('--check')) {
  const different = await differences(wanted);
  for (const words of different) console.log(`schema/${words}`);
  if (different.length > 0) {
    console.log('Run npm run schema and commit what it writes.');
    process.exitCode = 1;
  }
} else {
  await write(wanted);
  console.log(`Wrote schema/ (${wanted.size} files).`);
}
