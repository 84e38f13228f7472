import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { backupName, removeOldBackups } from '../platform/backup/kept-backups.ts';
import { type BackupWish, writeBackup } from '../platform/backup/write-backup.ts';
import type { BackupSchedule } from '../platform/config.ts';
import type { JobDefinition } from '../platform/jobs.ts';
import { programVersion } from '../platform/program-version.ts';

/** Writes the backup of the day and removes the oldest. Needs the owner's connection, so it is made by `serve`. */
export function takeBackupJob(owner: BackupWish['owner'], schedule: BackupSchedule): JobDefinition {
  const { directory, at, keep } = schedule;
  const [hour, minute] = at.split(':').map(Number);
  return {
    name: 'take-backup',
    cron: `${minute} ${hour} * * *`,
    retryLimit: 3,
    expireMinutes: 6 * 60,
    async run(app) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const now = app.clock.now();
      const to = join(directory, backupName(now));
      await writeBackup({ owner, secret: app.secret, program: programVersion(), to, now });
      const removed = await removeOldBackups(directory, keep);
      app.log.info({ to, removed: removed.length }, 'a backup was written');
    },
  };
}
