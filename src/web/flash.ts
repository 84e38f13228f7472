import { cutText, storableText } from '../kernel/text.ts';

/** Over https only this machine can set it, and it never leaves in clear. */
const secureName = '__Host-espalier_said';
const plainName = 'espalier_said';

function nameFor(isSecure: boolean): string {
  return isSecure ? secureName : plainName;
}

function attributes(isSecure: boolean): string {
  return `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

/** The sentence that a redirect left for the next page. */
export function readFlash(request: Request, isSecure: boolean): string | null {
  const name = nameFor(isSecure);
  const cookies = request.headers.get('cookie') ?? '';
  const found = cookies.split('; ').find((cookie) => cookie.startsWith(`${name}=`));
  if (!found) return null;
  try {
    return cutText(decodeURIComponent(found.slice(name.length + 1)), 300);
  } catch {
    return null;
  }
}

/** Leaves a sentence for the next page; it lives for half a minute at most. */
export function writeFlash(response: Response, sentence: string, isSecure: boolean): void {
  const value = encodeURIComponent(storableText(cutText(sentence, 300)));
  response.headers.append(
    'Set-Cookie',
    `${nameFor(isSecure)}=${value}; Max-Age=30; ${attributes(isSecure)}`,
  );
}

/** Forgets it once it was shown. */
export function clearFlash(response: Response, isSecure: boolean): void {
  const emptied = `${nameFor(isSecure)}=; Max-Age=0; ${attributes(isSecure)}`;
  response.headers.append('Set-Cookie', emptied);
}
