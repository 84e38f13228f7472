import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openScratch } from './scratch.ts';

const within = await mkdtemp(join(tmpdir(), 'espalier-scratches-'));
await chmod(within, 0o711);
afterAll(() => rm(within, { recursive: true, force: true }));

const program = `
  import { openScratch } from ${JSON.stringify(join(import.meta.dirname, 'scratch.ts'))};
  const scratch = await openScratch('x'.repeat(64), ${JSON.stringify(within)});
  const { owner } = await scratch.create('tried');
  console.log(owner.host ?? 'open');
  setInterval(() => undefined, 1000);
`;

/** Another program that has a scratch server open. */
async function startOther() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

test('a program that is stopped leaves no server and no directory behind', async () => {
  const child = await startOther();
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(130);
  expect(await readdir(within)).toEqual([]);
});

test('what a killed program has left is removed by the next one, what is in use stays', async () => {
  const [killed, working] = [await startOther(), await startOther()];
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const left = (await readdir(within)).find((name) => name.includes(`-${killed.pid}-`)) ?? '';
  expect(existsSync(join(within, left, 'cluster/data/postmaster.pid'))).toBe(true);
  const mine = await openScratch('x'.repeat(64), within);
  const names = await readdir(within);
  expect(names).not.toContain(left);
  expect(names).toHaveLength(2);
  await mine.close();
  working.kill('SIGTERM');
  await once(working, 'exit');
  expect(await readdir(within)).toEqual([]);
});
