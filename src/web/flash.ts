import { cutText, storableText } from '../kernel/text.ts';

const name = 'espalier_said';

/** The sentence that a redirect left for the next page. */
export function readFlash(request: Request): string | null {
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
export function writeFlash(response: Response, sentence: string): void {
  const value = encodeURIComponent(storableText(cutText(sentence, 300)));
  response.headers.append(
    'Set-Cookie',
    `${name}=${value}; Path=/; Max-Age=30; HttpOnly; SameSite=Lax`,
  );
}

/** Forgets it once it was shown. */
export function clearFlash(response: Response): void {
  response.headers.append('Set-Cookie', `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`);
}
