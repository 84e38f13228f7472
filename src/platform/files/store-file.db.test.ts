import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { makeWorld } from '../../../test/factories/world.ts';
import { newId } from '../../kernel/ids.ts';
import type { FileKind } from './file-kind.ts';
import { readFile, storeFile } from './store-file.ts';

const app = await createTestApp();
const world = await makeWorld(app);
const ctx = world.systemCtx();

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function store(bytes: Uint8Array, name: string, accept?: readonly FileKind[]) {
  const upload = accept === undefined ? { bytes, name } : { bytes, name, accept };
  return app.database.tenant(world.orgId, (tx) => storeFile(tx, ctx, upload));
}

function read(id: string, orgId = world.orgId) {
  return app.database.read(orgId, (tx) => readFile(tx, id));
}

test('gives back every byte of a file of several pieces', async () => {
  const bytes = Buffer.concat([png, randomBytes(700_000)]);
  const stored = await store(bytes, 'photo of the site.PNG');
  const file = await read(stored.id);
  expect(file).toMatchObject({
    name: 'photo of the site.PNG',
    type: 'image/png',
    size: bytes.length,
  });
  expect(Buffer.compare(Buffer.from(file.bytes), bytes)).toBe(0);
});

test('keeps the same content once', async () => {
  const chunks = async () => {
    const rows = await app.database.read(world.orgId, (tx) =>
      tx.selectFrom('file_chunk').select('n').execute(),
    );
    return rows.length;
  };
  const first = await store(png, 'a.png');
  const before = await chunks();
  const second = await store(png, 'b.png');
  expect(await chunks()).toBe(before);
  expect(second.sha256).toBe(first.sha256);
  expect((await read(second.id)).name).toBe('b.png');
});

test('keeps nothing of an upload whose command failed', async () => {
  let id = '';
  const failed = app.database.tenant(world.orgId, async (tx) => {
    id = (await storeFile(tx, ctx, { bytes: png, name: 'c.png' })).id;
    throw new Error('refused');
  });
  await expect(failed).rejects.toThrow('refused');
  await expect(read(id)).rejects.toMatchObject({ code: 'not-found' });
});

test('hands out no file of another organisation', async () => {
  const { id } = await store(png, 'a.png');
  const other = await makeWorld(app);
  await expect(read(id, other.orgId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(read(newId())).rejects.toMatchObject({ code: 'not-found' });
});

test('notices content that changed on the disk', async () => {
  const bytes = Buffer.concat([png, randomBytes(10)]);
  const { id, sha256 } = await store(bytes, 'a.png');
  await app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('file_chunk')
      .set({ bytes: Buffer.concat([png, randomBytes(10)]) })
      .where('sha256', '=', sha256)
      .execute(),
  );
  await expect(read(id)).rejects.toThrow('is damaged');
});

test('takes only the kinds a field asks for', async () => {
  await expect(store(png, 'a.png', ['pdf', 'docx'])).rejects.toMatchObject({
    code: 'invalid',
    fields: {
      file: 'This kind of file cannot be kept here. Choose a PDF or Word document (.docx).',
    },
  });
});

test('keeps a path or an endless name out', async () => {
  const path = await store(png, 'C:\\Users\\me\\..\\evil\r\n.png');
  expect(path.name).toBe('evil .png');
  const long = await store(png, `${'x'.repeat(400)}.png`);
  expect(long.name).toHaveLength(200);
  expect(long.name.endsWith('.png')).toBe(true);
});
