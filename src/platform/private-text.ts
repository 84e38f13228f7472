import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from '../kernel/errors.ts';
import type { Ctx } from './context.ts';

/** Where a private text is kept: table, column and the row's id. */
export type PrivatePlace = readonly [table: string, column: string, rowId: string];

type Holder = Pick<Ctx, 'orgId'> & { readonly app: Pick<Ctx['app'], 'secret'> };

const version = 'v1';

/**
 * Encrypts a text for one place with the organisation's key (AES-256-GCM, a fresh nonce each time): read
 * from a backup, or copied to another row or organisation, it does not open. A third longer plus 41 characters.
 */
export function sealText(ctx: Holder, place: PrivatePlace, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(ctx), nonce);
  cipher.setAAD(boundTo(ctx, place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${version}.${Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url')}`;
}

/** The text of one place; throws when it was changed, moved or sealed under another secret. */
export function openText(ctx: Holder, place: PrivatePlace, sealed: string): string {
  const [mark, rest = ''] = sealed.split('.');
  const bytes = Buffer.from(rest, 'base64url');
  try {
    if (mark !== version || bytes.length < 28) throw new Error('not a sealed text');
    const decipher = createDecipheriv('aes-256-gcm', keyOf(ctx), bytes.subarray(0, 12));
    decipher.setAAD(boundTo(ctx, place));
    decipher.setAuthTag(bytes.subarray(-16));
    const open = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    return open.toString('utf8');
  } catch (error) {
    throw new AppError(
      'internal',
      'A private text cannot be opened. Is ESPALIER_SECRET the one it was written with?',
      { cause: error },
    );
  }
}

const keys = new Map<string, Buffer>();

function keyOf(ctx: Holder): Buffer {
  const name = `${ctx.app.secret}|${ctx.orgId}`;
  let key = keys.get(name);
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', ctx.app.secret, ctx.orgId, 'espalier private text', 32));
    keys.set(name, key);
  }
  return key;
}

function boundTo(ctx: Holder, place: PrivatePlace): Buffer {
  return Buffer.from([ctx.orgId, ...place].join('|'), 'utf8');
}
