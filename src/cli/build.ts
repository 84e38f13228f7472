import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { AppError } from '../kernel/errors.ts';
import { projectDirectory } from '../platform/data-directory.ts';

const build = join(projectDirectory, 'build');
const stampFile = join(build, 'stamp');
const sources = ['src', 'public', 'packages', 'schema'];
const files = ['vite.config.ts', 'react-router.config.ts', 'package-lock.json'];
const compressible = new Set(['.js', '.css', '.svg', '.json', '.txt', '.html']);

/** The server's entry of the built pages; what `serve` imports. */
export const serverEntry = join(build, 'server/index.js');

/** Builds the pages when a source changed since the last build. One build at a time, also across processes. */
export async function ensureBuild(report: (words: string) => void): Promise<void> {
  const wanted = await hashSources();
  if (await isBuilt(wanted)) return;
  const release = await takeBuildLock();
  try {
    if (await isBuilt(wanted)) return;
    report('Building the pages.');
    await runBuild();
    await compressAssets(join(build, 'client'));
    await writeFile(stampFile, wanted);
    report('The pages are built.');
  } finally {
    await release();
  }
}

async function isBuilt(wanted: string): Promise<boolean> {
  const found = await readFile(stampFile, 'utf8').catch(() => null);
  return found === wanted && existsSync(serverEntry);
}

async function hashSources(): Promise<string> {
  const paths = [...files];
  for (const folder of sources) {
    const entries = await readdir(join(projectDirectory, folder), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => []);
    for (const entry of entries) {
      const isTest = /\.test\.tsx?$/.test(entry.name);
      if (entry.isFile() && !isTest && !entry.parentPath.includes('node_modules')) {
        paths.push(join(entry.parentPath, entry.name));
      }
    }
  }
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.sort()) {
    const full = path.startsWith(projectDirectory) ? path : join(projectDirectory, path);
    hash.update(`${full.slice(projectDirectory.length)}\n`).update(await readFile(full));
  }
  return hash.digest('hex');
}

async function runBuild(): Promise<void> {
  const command = join(projectDirectory, 'node_modules/@react-router/dev/bin.cjs');
  const child = spawn(process.execPath, [command, 'build', '--logLevel', 'warn'], {
    cwd: projectDirectory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (piece: string) => (output += piece));
  }
  const code = await new Promise<number | null>((done, failed) => {
    child.once('error', failed);
    child.once('close', done);
  });
  if (code !== 0) throw new AppError('internal', `The pages could not be built:\n${output}`);
}

/** Writes a .br and a .gz beside each asset that shrinks; the server sends those as they are. */
async function compressAssets(directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  await Promise.all(
    entries.map(async (entry) => {
      if (!entry.isFile() || !compressible.has(extname(entry.name))) return;
      const path = join(entry.parentPath, entry.name);
      const bytes = await readFile(path);
      if (bytes.length < 1024) return;
      const [small, smallest] = await Promise.all([
        promisify(gzip)(bytes, { level: 9 }),
        promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
      ]);
      await Promise.all([writeFile(`${path}.gz`, small), writeFile(`${path}.br`, smallest)]);
    }),
  );
}

async function takeBuildLock(): Promise<() => Promise<void>> {
  const lock = join(projectDirectory, '.cache/build.lock');
  await mkdir(join(projectDirectory, '.cache'), { recursive: true });
  for (;;) {
    try {
      await mkdir(lock);
      await writeFile(join(lock, 'pid'), String(process.pid));
      return () => rm(lock, { recursive: true, force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (await isAbandoned(lock)) await rm(lock, { recursive: true, force: true });
    else await pause(200);
  }
}

async function isAbandoned(lock: string): Promise<boolean> {
  const pid = Number(await readFile(join(lock, 'pid'), 'utf8').catch(() => '0'));
  if (pid === 0) {
    // Made but not yet signed, unless its maker died in between.
    const made = await stat(lock).catch(() => null);
    return made !== null && performance.timeOrigin + performance.now() - made.mtimeMs > 5000;
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
