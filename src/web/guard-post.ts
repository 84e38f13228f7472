import type { MiddlewareFunction } from 'react-router';
import { isKnownKey } from '../platform/command.ts';
import type { Ctx } from '../platform/context.ts';
import { ctxContext, keyOf, readBody } from '../platform/page.ts';
import { pageTableContext } from './receiving/page-table.ts';

type Args = Parameters<MiddlewareFunction<Response>>[0];

/**
 * Nobody posts to a page that would not open for them: its loader is asked first, and what it answers with "not
 * found" holds for its forms too. A form that was sent before may come again after its page has gone; it gets its
 * first answer and does nothing.
 */
export async function guardPost(args: Args): Promise<void> {
  const { context, pattern, request } = args;
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const loader = context.get(pageTableContext).loaderOf(pattern);
  if (loader === null) return;
  const ctx = context.get(ctxContext);
  const asked = new Request(request.url, { headers: request.headers, signal: request.signal });
  context.set(ctxContext, { ...ctx, leavesNothing: true });
  try {
    await loader({ ...args, request: asked });
  } catch (thrown) {
    // A page may lead elsewhere and still take its form, such as the one for signing out.
    if (statusOf(thrown) >= 400 && !(await wasSentBefore(ctx, args))) throw thrown;
  } finally {
    context.set(ctxContext, ctx);
  }
}

/** Asked only of a form whose page is gone: nearly every form comes once, to a page that opens. */
async function wasSentBefore(ctx: Ctx, args: Args): Promise<boolean> {
  const key = keyOf((await readBody(args)).values);
  return key !== undefined && isKnownKey(ctx, key);
}

/** The status of what a loader threw; an error that is none of its answers counts as one of the server. */
function statusOf(thrown: unknown): number {
  if (thrown instanceof Response) return thrown.status;
  if (typeof thrown !== 'object' || thrown === null || !('init' in thrown)) return 500;
  return (thrown.init as ResponseInit | null)?.status ?? 200;
}
