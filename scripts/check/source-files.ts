import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const passedOver = new Set([
  'node_modules',
  'build',
  '.react-router',
  '.cache',
  '.espalier',
  '.git',
]);

/** Every file below the folders whose name ends in one of `endings`, sorted by path. */
export function sourceFiles(
  root: string,
  folders: readonly string[],
  endings: readonly string[] = ['.ts', '.tsx'],
): SourceFile[] {
  return folders
    .flatMap((folder) => pathsBelow(root, folder))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function pathsBelow(root: string, folder: string): string[] {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return entries.flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : pathsBelow(root, path);
    return [path];
  });
}
