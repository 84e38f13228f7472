import { randomBytes } from 'node:crypto';
import { createContext } from 'react-router';

/** The nonce of this answer, for the scripts of interactive pages. */
export const nonceContext = createContext<string>();

export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

function policy(nonce: string | null): string {
  return [
    "default-src 'none'",
    `script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** The headers of every page and answer. A file download brings its own stricter policy, which is kept. */
export function secure(response: Response, nonce: string | null): Response {
  const made = isFixed(response) ? new Response(response.body, response) : response;
  const { headers } = made;
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', policy(nonce));
  }
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('X-Frame-Options', 'DENY');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  return made;
}

/** Some answers of other libraries do not let their headers be changed. */
function isFixed({ headers }: Response): boolean {
  try {
    headers.set('X-Content-Type-Options', 'nosniff');
    return false;
  } catch {
    return true;
  }
}
