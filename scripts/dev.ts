import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '..');

/** `npm run dev`: serves, and builds and starts again when a source changes. Needs no outside service. */
async function main(): Promise<void> {
  let server = start();
  let changes = 0;
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      isStopping = true;
      server.kill(signal);
    });
  }
  for (const folder of ['src', 'packages', 'migrations', 'public']) {
    try {
      watch(join(root, folder), { recursive: true }, (_event, name) => {
        if (name !== null && !name.includes('.test.')) changes += 1;
      }).unref();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  while (!isStopping) {
    const seen = changes;
    await pause(300);
    // Waits until the editor or a checkout has written all it wants to.
    if (changes === 0 || changes !== seen) continue;
    changes = 0;
    console.log('Something changed.');
    await stop(server);
    if (!isStopping) server = start();
  }
  await stop(server);
}

function start(): ChildProcess {
  return spawn(process.execPath, [join(root, 'src/main.ts'), 'serve', ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
}

process.channel?.unref();
await main();
