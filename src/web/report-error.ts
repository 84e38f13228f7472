import type { RouterContextProvider } from 'react-router';
import { appContext } from '../platform/page.ts';

/** Writes an unexpected error to the log, without the query string, which may hold what people typed. */
export function reportError(
  error: unknown,
  request: Request,
  context: Readonly<RouterContextProvider>,
): void {
  context
    .get(appContext)
    .log.error({ err: error, method: request.method, path: new URL(request.url).pathname });
}
