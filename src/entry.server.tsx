import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { textResponse } from './web/compress.ts';
import { SentFormContext } from './web/frames/sent-form.ts';
import { hasScripts } from './web/interactive.ts';
import { reportError } from './web/report-error.ts';
import { sentForm } from './web/sent-form-of.ts';

/** Renders a page. Documents without hydration are rendered in one go; interactive pages stream their data. */
export default async function handleRequest(
  request: Request,
  found: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const sent = found >= 400 ? await sentForm(request, context) : null;
  // Whether a form was saved is not known then; sent again, it does one thing.
  const isToRepeat = sent !== null && found >= 500;
  if (isToRepeat) headers.set('Retry-After', '5');
  const status = isToRepeat ? 503 : found;
  if (!hasScripts(routerContext)) {
    const page = renderToString(
      <SentFormContext value={sent}>
        <ServerRouter context={withoutOtherRoutes(routerContext)} url={request.url} />
      </SentFormContext>,
    );
    const titled = isRefused(routerContext) ? page.replace('<title>', '<title>Error: ') : page;
    return textResponse(request, `<!doctype html>${titled}`, { status, headers });
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

/** Whether a form comes back with what stands against it: its title says so first, where screen readers begin. */
function isRefused({ staticHandlerContext }: EntryContext): boolean {
  const answers: unknown[] = Object.values(staticHandlerContext.actionData ?? {});
  return answers.some(
    (answer) =>
      typeof answer === 'object' && answer !== null && ('errors' in answer || 'problem' in answer),
  );
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
