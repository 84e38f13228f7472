import { createHmac, timingSafeEqual } from 'node:crypto';
import type { App } from '../platform/context.ts';

const name = 'espalier_known';
/** A shared computer keeps the last few people who signed in on it. */
const most = 5;
const days = 180;

type Holder = Pick<App, 'secret' | 'url'>;

/** Whether somebody has signed in with this address on this device before: tries of strangers do not lock it out. */
export function isKnownDevice(app: Holder, request: Request, email: string): boolean {
  const wanted = Buffer.from(markOf(app, email));
  return marksOf(request).some((mark) => {
    const given = Buffer.from(mark);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

/** The account library's answer with a cookie that makes this device known for the address. It opens nothing. */
export function rememberDevice(
  app: Holder,
  request: Request,
  email: string,
  answer: Response,
): Response {
  const mark = markOf(app, email);
  const marks = [mark, ...marksOf(request).filter((one) => one !== mark)].slice(0, most);
  const secure = app.url.startsWith('https:') ? '; Secure' : '';
  const headers = new Headers(answer.headers);
  headers.append(
    'Set-Cookie',
    `${name}=${marks.join('.')}; Path=/sign-in; Max-Age=${days * 86_400}; HttpOnly; SameSite=Lax${secure}`,
  );
  return new Response(null, { status: answer.status, headers });
}

function marksOf(request: Request): string[] {
  const cookie = request.headers.get('cookie') ?? '';
  const found = new RegExp(`(?:^|; ?)${name}=([A-Za-z0-9_.-]{0,300})`).exec(cookie)?.[1] ?? '';
  return found.split('.').slice(0, most).filter(Boolean);
}

function markOf({ secret }: Holder, email: string): string {
  return createHmac('sha256', secret)
    .update(`known device of ${email.toLowerCase()}`)
    .digest('base64url');
}
