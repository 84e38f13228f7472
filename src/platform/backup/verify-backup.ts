import { AppError } from '../../kernel/errors.ts';
import { verifyAuditChain } from '../audit.ts';
import { openDatabase } from '../database.ts';
import { openScratch } from '../postgres/scratch.ts';
import { type Restored, restoreBackup } from './restore-backup.ts';

/**
 * Proves that a backup can be restored: does it, in a server of its own that is thrown away, compares every table's
 * rows and hash, and recomputes the audit chain of every organisation.
 */
export async function verifyBackup(wish: {
  path: string;
  secret: string;
  report: (words: string) => void;
}): Promise<Restored> {
  const scratch = await openScratch(wish.secret);
  try {
    const { owner, app } = await scratch.create('verified');
    const restored = await restoreBackup(owner, wish);
    const database = openDatabase({ app, maxConnections: 2, onError: () => undefined });
    try {
      for (const { orgId, slug } of restored.closing.heads) {
        const { fault } = await database.read(orgId, (tx) =>
          verifyAuditChain(tx, { orgId, app: { secret: wish.secret } }),
        );
        if (fault) {
          throw new AppError(
            'precondition',
            `The audit chain of ${slug}, entry ${fault.seq}: ${fault.why}.`,
          );
        }
      }
    } finally {
      await database.close();
    }
    return restored;
  } finally {
    await scratch.close();
  }
}
