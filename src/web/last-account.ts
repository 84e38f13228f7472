import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { App } from '../platform/context.ts';

const name = 'espalier_last';
const days = 30;

/**
 * Who was signed in last in this browser, so that what they send after their session has ended is kept for them and
 * for nobody else. It opens nothing: whoever reads it signs in first.
 */
export function lastAccount(app: Pick<App, 'secret'>, request: Request): string | null {
  const cookies = (request.headers.get('cookie') ?? '').split('; ');
  const value = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
  const [userId = '', signed = ''] = (value ?? '').split('.');
  const expected = Buffer.from(signature(app, userId));
  const given = Buffer.from(signed);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return userId;
}

/** Remembers them with the answer, unless the browser does already. */
export function rememberAccount(
  app: Pick<App, 'secret' | 'url'>,
  request: Request,
  response: Response,
  userId: string,
): void {
  if (lastAccount(app, request) === userId) return;
  const secure = app.url.startsWith('https:') ? '; Secure' : '';
  response.headers.append(
    'Set-Cookie',
    `${name}=${userId}.${signature(app, userId)}; Path=/; Max-Age=${days * 24 * 3600}; HttpOnly; SameSite=Lax${secure}`,
  );
}

function signature(app: Pick<App, 'secret'>, userId: string): string {
  const key = hkdfSync('sha256', app.secret, '', 'espalier last account', 32);
  return createHmac('sha256', Buffer.from(key)).update(userId).digest('base64url');
}
