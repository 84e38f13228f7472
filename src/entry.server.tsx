import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { type EntryContext, type HandleErrorFunction, ServerRouter } from 'react-router';
import { textResponse } from './web/compress.ts';
import { hasScripts } from './web/interactive.ts';
import { reportError } from './web/report-error.ts';

/** Renders a page. Documents without hydration are rendered in one go; interactive pages stream their data. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (!hasScripts(routerContext)) {
    const context = withoutOtherRoutes(routerContext);
    const page = renderToString(<ServerRouter context={context} url={request.url} />);
    return textResponse(request, `<!doctype html>${page}`, { status, headers });
  }
  const page = <ServerRouter context={routerContext} url={request.url} />;
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      onAllReady() {
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: reject,
    });
  });
}

/** A document never navigates without the server, so the other routes need not be set up for each answer. */
function withoutOtherRoutes(context: EntryContext): EntryContext {
  const routes: EntryContext['manifest']['routes'] = {};
  for (const { route } of context.staticHandlerContext.matches) {
    const known = context.manifest.routes[route.id];
    if (known) routes[route.id] = known;
  }
  return { ...context, manifest: { ...context.manifest, routes } };
}

/** Log level error means that somebody must act: a request that was cut off is not one of those. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) reportError(error, request, context);
};
