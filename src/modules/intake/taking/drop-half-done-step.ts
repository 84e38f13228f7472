import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { dropFile, updateRun } from '../store.ts';

interface SameFile {
  programmeId: string | null;
  kind: string;
  sha256: string;
  /** The run that goes on. */
  but: string;
  /** Only what this person began; without it anybody's, because the file was taken in. */
  of?: string | null;
}

/** Drops imports of the same file that somebody began and left; nothing of them was taken in. */
export async function dropHalfDone(tx: Tx, ctx: Ctx, same: SameFile): Promise<void> {
  const { programmeId, kind, sha256, but, of } = same;
  let left = tx
    .selectFrom('import_run')
    .selectAll()
    .where('kind', '=', kind)
    .where('file_sha256', '=', sha256)
    .where('programme_id', 'is not distinct from', programmeId)
    .where('state', 'in', ['uploaded', 'mapped', 'checked', 'failed'])
    .where('id', '<>', but);
  if (of !== undefined) left = left.where('started_by', 'is not distinct from', of);
  for (const run of await left.orderBy('id').forUpdate().execute()) {
    await tx.deleteFrom('import_row').where('run_id', '=', run.id).execute();
    await dropFile(tx, run);
    await updateRun(tx, run.id, { state: 'abandoned', finished_at: ctx.clock.now() });
  }
}
