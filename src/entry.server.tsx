import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { type EntryContext, type HandleErrorFunction, ServerRouter } from 'react-router';
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
  const page = <ServerRouter context={routerContext} url={request.url} />;
  if (!hasScripts(routerContext)) {
    return new Response(`<!doctype html>${renderToString(page)}`, { status, headers });
  }
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

/** Log level error means that somebody must act: a request that was cut off is not one of those. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) reportError(error, request, context);
};
