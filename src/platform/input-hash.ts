import { createHmac, hkdfSync, type Hmac } from 'node:crypto';
import type { Ctx } from './context.ts';

type Holder = Pick<Ctx, 'orgId'> & { readonly app: Pick<Ctx['app'], 'secret'> };

/**
 * A keyed hash of a command's parsed input. Without the secret nobody can try words against it, so that a kept hash
 * gives away nothing of what was typed.
 */
export function hashInput(ctx: Holder, input: unknown): string {
  const key = hkdfSync('sha256', ctx.app.secret, ctx.orgId, 'espalier input hash', 32);
  const hmac = createHmac('sha256', Buffer.from(key));
  add(hmac, input);
  return hmac.digest('base64url');
}

/** Every value with its kind and length, so that no two inputs read alike. */
function add(hmac: Hmac, value: unknown): void {
  if (value instanceof Uint8Array) {
    hmac.update(`bytes ${value.byteLength}:`).update(value);
  } else if (Array.isArray(value)) {
    hmac.update(`list ${value.length}:`);
    for (const item of value) add(hmac, item);
  } else if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    hmac.update(`fields ${fields.length}:`);
    for (const [name, field] of fields.sort(([a], [b]) => (a < b ? -1 : 1))) {
      add(hmac, name);
      add(hmac, field);
    }
  } else {
    const text = String(value);
    hmac.update(`${typeof value} ${text.length}:${text}`);
  }
}
