import { isRouteErrorResponse, type RouterContextProvider } from 'react-router';
import { appContext } from '../platform/page.ts';

/** Writes an unexpected error to the log, without the query string, which may hold what people typed. */
export function reportError(
  error: unknown,
  request: Request,
  context: Readonly<RouterContextProvider>,
): void {
  // An address that does not exist is the visitor's matter.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  context
    .get(appContext)
    .log.error({ err: error, method: request.method, path: new URL(request.url).pathname });
}
