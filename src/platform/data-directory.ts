import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the installation: where package.json and migrations/ are. */
export const projectDirectory = fileURLToPath(new URL('../../', import.meta.url));

/** PostgreSQL refuses to run as root, so for root it runs as another user. */
export const isRoot = process.getuid?.() === 0;

/**
 * `.espalier` below the project. For root a system state directory: the database then runs as another user,
 * who cannot pass through root's home.
 */
export function defaultDataDirectory(): string {
  return stateDirectory('.espalier', '/var/lib/espalier');
}

/** A directory for `own` below the project, or for root `system` with a mark of the project's path. */
export function stateDirectory(own: string, system: string): string {
  if (!isRoot) return join(projectDirectory, own);
  const mark = createHash('sha256').update(projectDirectory).digest('hex').slice(0, 8);
  return `${system}-${mark}`;
}
