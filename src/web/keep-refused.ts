import { type MiddlewareFunction, redirect } from 'react-router';
import { withBack } from '../kernel/back-path.ts';
import { dropKeptForm, keepForm } from '../platform/kept-forms.ts';
import { appContext, ctxContext, flashContext, readBody } from '../platform/page.ts';
import { textOf } from '../kernel/form-answer.ts';
import { orgPaths } from '../kernel/paths.ts';
import { lastAccount } from './last-account.ts';
import { memberOf } from './session.ts';
import { withoutSecrets } from './account-page.ts';

type Args = Parameters<MiddlewareFunction<Response>>[0];

const signedOut = new Response('You are signed out.', { status: 401 });

/**
 * What becomes of a request of somebody who is not signed in: they sign in and come back. A form is kept for
 * whoever was signed in last in this browser, and offered to them then; a draft is told so, because its script
 * would take the page for signing in as an answer.
 */
export async function askToSignIn(args: Args): Promise<Response> {
  const { context, request } = args;
  const { pathname, search } = new URL(request.url);
  const back = (path: string) => redirect(withBack('/sign-in', path));
  if (request.method !== 'POST') return back(`${pathname}${search}`);
  const body = await readBody(args);
  if (textOf(body.values, '_draft') === 'yes') return signedOut.clone();
  const kept = await keep(args, `${pathname}${search}`, body);
  if (kept === null) return back(`${pathname}${search}`);
  context.get(flashContext).say =
    'You were signed out, so nothing was changed yet. What you typed is kept for an hour: sign in, and send it from there.';
  return back(kept);
}

async function keep(
  { context, params, request }: Args,
  path: string,
  { values, files }: Awaited<ReturnType<typeof readBody>>,
): Promise<string | null> {
  const app = context.get(appContext);
  const userId = lastAccount(app, request);
  if (userId === null) return null;
  const member = await memberOf(app, params['org'] ?? '', { userId });
  if (!member) return null;
  const hadFiles = Object.keys(files).length > 0;
  const id = await keepForm(member.ctx, { path, values: withoutSecrets(values), hadFiles });
  return id === null ? null : orgPaths(member.ctx.org.slug).keptForm(id);
}

/** Forgets a kept form once its page has taken it. */
export async function dropWhenTaken(args: Args, response: Response): Promise<void> {
  if (args.request.method !== 'POST' || response.status !== 303) return;
  const { values } = await readBody(args);
  const id = textOf(values, '_kept');
  if (/^[0-9a-f-]{36}$/.test(id)) await dropKeptForm(args.context.get(ctxContext), id);
}
