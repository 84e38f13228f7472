import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { AppError } from '../kernel/errors.ts';

/** What was asked for cannot be understood: the command ends with 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * The JSON of a file, or of standard input for `-`; gzipped content is known by its first bytes.
 * @throws UsageError when it cannot be read, AppError when it is no JSON.
 */
export async function readJson(path: string): Promise<unknown> {
  const name = path === '-' ? 'Standard input' : path;
  const bytes = await (path === '-' ? buffer(process.stdin) : readFile(path)).catch(
    (cause: unknown) => {
      throw new UsageError(`There is no file ${path} that can be read.`, { cause });
    },
  );
  try {
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    // A byte order mark, as Windows programs write it, is no JSON.
    const text = (isGzip ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : '';
    throw new AppError('invalid', `${name} holds no JSON that can be read: ${why}`, { cause });
  }
}

/** Writes JSON to a file, gzipped when its name ends in .gz, or to standard output. */
export async function writeJson(value: unknown, path: string | undefined): Promise<void> {
  const text = `${JSON.stringify(value)}\n`;
  if (path === undefined || path === '-') {
    process.stdout.write(text);
    return;
  }
  await writeFile(path, path.endsWith('.gz') ? gzipSync(text) : text).catch((cause: unknown) => {
    throw new UsageError(`${path} cannot be written.`, { cause });
  });
}
