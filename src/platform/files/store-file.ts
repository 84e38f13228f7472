import { createHash } from 'node:crypto';
import { AppError, invalid, notFound } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { cutText, squash } from '../../kernel/text.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../database.ts';
import { checkFile } from './check-file.ts';
import { type FileKind, kindRules } from './file-kind.ts';
import { refuseBeyondQuota } from './upload-quota.ts';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  /** Media type as the content showed it, never as the browser said. */
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

const chunkBytes = 256 * 1024;

/**
 * Keeps an upload in the caller's transaction, in pieces under its hash: the same content is kept once per
 * organisation. Refuses what `checkFile` refuses, as an error at the field `field`.
 */
export async function storeFile(
  tx: Tx,
  ctx: Ctx,
  upload: {
    bytes: Uint8Array;
    name: string;
    accept?: readonly FileKind[];
    field?: string;
  },
): Promise<StoredFile> {
  const { bytes, name } = upload;
  const checked = await checkFile(bytes, name, upload.accept);
  if (!checked.ok) throw invalid({ [upload.field ?? 'file']: checked.message });
  return keepBytes(tx, ctx, { bytes, name, type: kindRules[checked.value].type });
}

/** The same for bytes that are not checked: only for what is read by this program and served to nobody. */
export async function keepBytes(
  tx: Tx,
  ctx: Ctx,
  { bytes, name, type }: { bytes: Uint8Array; name: string; type: string },
): Promise<StoredFile> {
  await refuseBeyondQuota(tx, ctx, bytes.length);
  const file: StoredFile = {
    id: newId(),
    name: safeName(name),
    type,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  for (let n = 0; n * chunkBytes < bytes.length; n += 1) {
    await tx
      .insertInto('file_chunk')
      .values({
        org_id: ctx.orgId,
        sha256: file.sha256,
        n,
        bytes: Buffer.from(bytes.subarray(n * chunkBytes, (n + 1) * chunkBytes)),
      })
      .onConflict((clash) => clash.doNothing())
      .execute();
  }
  await tx
    .insertInto('file')
    .values({
      org_id: ctx.orgId,
      ...file,
      uploaded_by: ctx.actor.personId,
      uploaded_at: ctx.clock.now(),
    })
    .execute();
  return file;
}

/** A file with its content; throws when it is not the organisation's, or when the disk changed it. */
export async function readFile(tx: Tx, id: string): Promise<StoredFile & { bytes: Uint8Array }> {
  const file = await tx
    .selectFrom('file as f')
    .select(['f.id', 'f.name', 'f.type', 'f.size', 'f.sha256'])
    .where('f.id', '=', id)
    .executeTakeFirst();
  if (!file) throw notFound('file');
  const chunks = await tx
    .selectFrom('file_chunk as c')
    .select('c.bytes')
    .where('c.sha256', '=', file.sha256)
    .orderBy('c.n')
    .execute();
  const bytes = Buffer.concat(chunks.map((chunk) => chunk.bytes));
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) {
    throw new AppError('internal', `The file ${id} is damaged: its hash differs.`);
  }
  return { ...file, bytes };
}

/** Forgets a file; its content too, when no other file of the organisation has the same. */
export async function removeFile(tx: Tx, id: string): Promise<void> {
  const file = await tx
    .deleteFrom('file')
    .where('id', '=', id)
    .returning('sha256')
    .executeTakeFirst();
  if (!file) return;
  const other = await tx
    .selectFrom('file')
    .select('id')
    .where('sha256', '=', file.sha256)
    .limit(1)
    .executeTakeFirst();
  if (!other) await tx.deleteFrom('file_chunk').where('sha256', '=', file.sha256).execute();
}

/** The last part of what the browser sent, without control characters, at most 200 characters with its ending. */
export function safeName(name: string): string {
  const last = squash(name.split(/[/\\]/).at(-1) ?? '').replace(/^\.+/, '') || 'file';
  if (last.length <= 200) return last;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(last)?.[0] ?? '';
  return cutText(last, 200 - ending.length) + ending;
}
