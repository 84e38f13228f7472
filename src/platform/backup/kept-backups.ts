import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addMinutes, formatInstant, type Instant } from '../../kernel/calendar.ts';

const pattern = /^espalier-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup$/;

/** The name of a scheduled backup: names in order of time. */
export function backupName(at: Instant): string {
  return `espalier-${at.slice(0, 19).replaceAll(':', '')}Z.backup`;
}

/** The scheduled backups of a directory with the time they were taken, newest first; other files are not ours. */
export async function keptBackups(directory: string): Promise<{ name: string; at: Instant }[]> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .flatMap((name) => {
      const [, day, hour, minute, second] = pattern.exec(name) ?? [];
      return day === undefined ? [] : [{ name, at: `${day}T${hour}:${minute}:${second}.000Z` }];
    })
    .toSorted((a, b) => b.at.localeCompare(a.at));
}

/** Removes all but the newest, and what runs that were cut off left behind. Gives the names. */
export async function removeOldBackups(directory: string, keep: number): Promise<string[]> {
  const old = (await keptBackups(directory)).slice(keep).map(({ name }) => name);
  const parts = (await readdir(directory)).filter(
    (name) => name.endsWith('.part') && pattern.test(name.slice(0, -'.part'.length)),
  );
  for (const name of [...old, ...parts]) await rm(join(directory, name), { force: true });
  return [...old, ...parts];
}

/** A night may fail and be repeated in the day; after two there is something to mend. */
const longestMinutes = 50 * 60;

/** What is wrong with the scheduled backups, in words; null when the newest is young enough. */
export async function backupFault(directory: string, now: Instant): Promise<string | null> {
  const [newest] = await keptBackups(directory);
  if (!newest) return `no scheduled backup lies in ${directory} yet`;
  if (newest.at > addMinutes(now, -longestMinutes)) return null;
  return `the newest backup in ${directory} is of ${formatInstant(newest.at, 'UTC')} UTC; look for "take-backup" in the log`;
}
