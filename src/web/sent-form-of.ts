import type { RouterContextProvider } from 'react-router';
import { readBody } from '../platform/page.ts';
import { withoutSecrets } from './account-page.ts';
import type { SentForm } from './frames/sent-form.ts';

/** What was posted, for the answer that refuses it; null when nothing was, or nothing could be read. */
export async function sentForm(
  request: Request,
  context: Readonly<RouterContextProvider>,
): Promise<SentForm | null> {
  if (request.method !== 'POST') return null;
  const body = await readBody({ request, context: context as RouterContextProvider }).catch(
    () => null,
  );
  if (body === null) return null;
  const values = withoutSecrets(body.values);
  const isWhole =
    Object.keys(values).length === Object.keys(body.values).length &&
    Object.keys(body.files).length === 0;
  const { pathname, search } = new URL(request.url);
  return { path: `${pathname}${search}`, values, isWhole };
}
