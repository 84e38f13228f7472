import { sql } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import { addMinutes } from '../../kernel/calendar.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../database.ts';

const megabyte = 1024 * 1024;

/** What may be uploaded within 24 hours: generous for evidence of a whole programme, too little to fill a disk. */
export const uploadQuota = {
  person: { files: 300, bytes: 500 * megabyte },
  organisation: { files: 5000, bytes: 5000 * megabyte },
} as const;

/** Refuses an upload beyond the day's quota of the person or the organisation. The system's own files are not counted. */
export async function refuseBeyondQuota(
  tx: Tx,
  ctx: Pick<Ctx, 'actor' | 'clock'>,
  size: number,
): Promise<void> {
  const { personId } = ctx.actor;
  if (ctx.actor.kind === 'system') return;
  const found = await sql<{ files: number; bytes: number; ownFiles: number; ownBytes: number }>`
    select count(*)::integer as files, coalesce(sum(f.size), 0)::double precision as bytes,
      (count(*) filter (where f.uploaded_by = ${personId}::uuid))::integer as "ownFiles",
      coalesce(sum(f.size) filter (where f.uploaded_by = ${personId}::uuid), 0)::double precision
        as "ownBytes"
    from file f
    where f.uploaded_at > ${addMinutes(ctx.clock.now(), -24 * 60)}::timestamptz`.execute(tx);
  const [used] = found.rows;
  if (used === undefined) return;
  const { person, organisation } = uploadQuota;
  if (used.ownFiles >= person.files || used.ownBytes + size > person.bytes) {
    throw new AppError(
      'limit',
      `You have uploaded ${person.files} files or ${person.bytes / megabyte} MB within a day. Go on tomorrow, or ask an administrator.`,
    );
  }
  if (used.files >= organisation.files || used.bytes + size > organisation.bytes) {
    throw new AppError(
      'limit',
      'Your organisation has uploaded as much within a day as one may. Go on tomorrow.',
    );
  }
}
