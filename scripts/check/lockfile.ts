import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockEntry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly resolved?: string;
}

/**
 * Makes sure that `npm ci` will work everywhere: it stops when an optional package, such as the binary for
 * another system, is named in the lockfile without an entry of its own.
 */
export function checkLockfile(root: string): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, LockEntry>>;
  };
  const entries = Object.entries(lock.packages);
  const held = new Set(entries.map(([path]) => path.split('node_modules/').at(-1)));
  return entries.flatMap(([path, entry]) => [
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !held.has(name))
      .map((name) => `${path || 'package.json'}: optional package ${name} has no entry`),
    ...(path.startsWith('node_modules/') && !entry.integrity && !entry.link
      ? [`${path}: has no integrity hash`]
      : []),
    ...(entry.resolved && !entry.link && !isWithoutAddress(entry.resolved)
      ? [
          `${path}: names where it was fetched from, which only one machine may reach; leave the address out`,
        ]
      : []),
  ]);
}

function isWithoutAddress(address: string): boolean {
  return !address.includes('://');
}
