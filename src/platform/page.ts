import {
  type ActionFunctionArgs,
  createContext,
  data,
  type LoaderFunctionArgs,
  redirect,
  type RouterContextProvider,
} from 'react-router';
import { AppError, type ErrorCode } from '../kernel/errors.ts';
import { type FormAnswer, type FormValues, textOf } from '../kernel/form-answer.ts';
import { wayBackOf, withWayBack } from '../kernel/way-back.ts';
import type { App, Ctx } from './context.ts';
import type { Tx } from './database.ts';
import { linkPage, mentorPaths, participantPaths } from '../kernel/paths.ts';
import { type Link, linkPages, ownPageOf } from './links.ts';
import { namedErrors } from './plain-words.ts';
import { cutText, storableText } from '../kernel/text.ts';

/** The process; set for every request. */
export const appContext = createContext<App>();

/** Organisation and actor; set by the organisation's frame, by links and by public pages. */
export const ctxContext = createContext<Ctx>();

/** What to say at the top of the next page, after a redirect. */
export const flashContext = createContext<{ said: string | null; say: string | null }>();

/** The mailed link that the page was opened with; null for a person who has signed in. */
export const linkContext = createContext<Link | null>(null);

/** Address of the machine that asks, for abuse limits. */
export const peerContext = createContext<string>('');

/** Why what was posted was not read, such as that it was too large; null when it was. */
export const bodyRefusalContext = createContext<{ status: number; message: string } | null>(null);

/** Where the reader's own pages begin: signed in, or behind the link they came by. */
export interface OwnPages {
  mentor: string;
  firm: string;
  /** Behind the link of one letter there is only that letter's page; the way to one's own is asked first. */
  isReachable: boolean;
}

export interface PageArgs {
  ctx: Ctx;
  tx: Tx;
  params: Record<string, string>;
  url: URL;
  request: Request;
  peer: string;
  link: Link | null;
  own: OwnPages;
}

type RouteArgs = Pick<LoaderFunctionArgs, 'params' | 'request'> & {
  context: Readonly<RouterContextProvider>;
};

/**
 * Which of a page's closed list of verbs a form asks for. Any other does nothing: it might have fallen to the one that
 * cannot be undone.
 */
export function verbOf<V extends string>(
  form: FormValues,
  verbs: readonly [V, ...V[]],
  name = 'do',
): V {
  const asked = textOf(form, name);
  const verb = verbs.find((one) => one === asked);
  if (verb !== undefined) return verb;
  throw data(
    {
      message:
        'This form asks for something that its page does not do. Nothing was changed. Reload the page and try again.',
    },
    { status: 400 },
  );
}

/** A page's `loader`: one read-only transaction in which only the organisation's rows exist. */
export function loadPage<T>(load: (args: PageArgs) => Promise<T>) {
  return async (args: LoaderFunctionArgs): Promise<T> => {
    const ctx = args.context.get(ctxContext);
    return answerErrors(() =>
      ctx.app.database.read(ctx.orgId, (tx) => load({ ...pageArgs(args), ctx, tx })),
    );
  };
}

export interface ActArgs {
  /** Carries the form's idempotency key. */
  ctx: Ctx;
  form: FormValues;
  files: Record<string, File>;
  params: Record<string, string>;
  url: URL;
  request: Request;
  peer: string;
  link: Link | null;
  own: OwnPages;
  /** A redirect with a sentence for the top of the next page; to the list that led here, if one did. */
  done(to: string, sentence?: string): Response;
  /** The same for a first step: the work goes on there, and what led here is kept for the end. */
  goOn(to: string, sentence?: string): Response;
}

/**
 * A page's `action`: reads the form, runs one command, redirects. A refusal that a person can mend comes
 * back as a `FormAnswer` with what was typed; nothing has changed then.
 */
export function actPage(act: (args: ActArgs) => Promise<Response | FormAnswer>) {
  return async (args: ActionFunctionArgs) => {
    const base = args.context.get(ctxContext);
    const { values, files } = await readBody(args);
    const key = keyOf(values);
    const ctx: Ctx = { ...base, idempotencyKey: key };
    const shared = pageArgs(args);
    const back = wayBackOf(shared.url, `/o/${base.org.slug}`);
    const leave = (to: string, sentence?: string) => {
      if (sentence) args.context.get(flashContext).say = sentence;
      return redirect(to, 303);
    };
    const done: ActArgs['done'] = (to, sentence) => leave(back ?? to, sentence);
    const goOn: ActArgs['goOn'] = (to, sentence) =>
      leave(back === null ? to : withWayBack(to, back), sentence);
    try {
      const answer = await act({ ...shared, ctx, form: values, files, done, goOn });
      if (answer instanceof Response) return answer;
      if (!answer.errors) return data(answer, 200);
      return data({ ...answer, errors: namedErrors(answer.errors) }, 422);
    } catch (error) {
      return answerRefusal(error, values);
    }
  };
}

const statusOf: Record<ErrorCode, number> = {
  'not-found': 404,
  forbidden: 404,
  conflict: 409,
  invalid: 422,
  limit: 429,
  precondition: 409,
  internal: 500,
};

/** PostgreSQL's answer to an id in the address that is no UUID. The same code for a text that it cannot keep is a fault. */
function isMalformedId(error: unknown): boolean {
  const isSyntax = error instanceof Error && 'code' in error && error.code === '22P02';
  return isSyntax && /\buuid\b/.test(error.message);
}

const notThere = 'This page does not exist, or you cannot see it.';

/** Turns "not found" into the 404 page; everything else goes on to the error page. */
export async function answerErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code !== 'internal') {
      const isHidden = error.code === 'not-found' || error.code === 'forbidden';
      // One sentence for all: which word is missing would tell what is there.
      throw data(
        { message: isHidden ? notThere : error.message },
        { status: statusOf[error.code] },
      );
    }
    if (isMalformedId(error)) throw data({ message: notThere }, { status: 404 });
    throw error;
  }
}

/** The answer to a form that was refused: a `FormAnswer` with what was typed, or the 404 page. */
export function answerRefusal(error: unknown, values: FormValues) {
  if (isMalformedId(error)) throw data({ message: notThere }, { status: 404 });
  if (!(error instanceof AppError) || error.code === 'internal') throw error;
  if (error.code === 'not-found' || error.code === 'forbidden') {
    throw data({ message: notThere }, { status: 404 });
  }
  const answer: FormAnswer =
    error.code === 'invalid'
      ? { errors: namedErrors(error.fields), values, see: error.see }
      : { problem: error.message, values, theirs: error.details ?? null };
  return data(answer, statusOf[error.code]);
}

function pageArgs(args: RouteArgs) {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(args.params)) params[name] = value ?? '';
  const link = args.context.get(linkContext);
  return {
    params,
    url: new URL(args.request.url),
    request: args.request,
    peer: args.context.get(peerContext),
    link,
    own: ownPagesOf(params, link),
  };
}

/** The one answer from which the script of a long form believes that its draft is stored. */
export function draftSaved(): Response {
  return new Response(null, { status: 204 });
}

/** The form's idempotency key, when it is one that a form of ours could have sent. */
export function keyOf(values: FormValues): string | undefined {
  const key = values['_key'];
  return typeof key === 'string' && /^[A-Za-z0-9_-]{8,100}$/.test(key) ? key : undefined;
}

const maxText = 100_000;

const unreadable = {
  message: 'What was sent is no form that could be read. Go back and send it again.',
};

type Body = { values: FormValues; files: Record<string, File> };

const parsedContext = createContext<Promise<Body> | null>(null);

/** A posted form's fields and files, read once for a request. A form that was refused unread has none. */
export async function readBody(args: Pick<RouteArgs, 'request' | 'context'>): Promise<Body> {
  const parsed = args.context.get(parsedContext) ?? parseBody(args);
  args.context.set(parsedContext, parsed);
  return parsed;
}

/** A posted form's fields and files; texts are trimmed and bounded. How many there are was counted before. */
async function parseBody({
  request,
  context,
}: Pick<RouteArgs, 'request' | 'context'>): Promise<Body> {
  const refusal = context.get(bodyRefusalContext);
  if (refusal !== null) throw data({ message: refusal.message }, { status: refusal.status });
  const values: Record<string, string | string[]> = Object.create(null) as FormValues;
  const files: Record<string, File> = {};
  const body = await request.formData().catch((error: unknown) => {
    if (error instanceof TypeError) throw data(unreadable, { status: 400 });
    throw error;
  });
  for (const [name, value] of body) {
    if (typeof value !== 'string') {
      if (value.size > 0) files[name] = value;
      continue;
    }
    const typed = storableText(cutText(value, maxText)).replace(/\r\n/g, '\n');
    // A space at the end of a password is a part of it.
    const text = /password/i.test(name) ? typed : typed.trim();
    const before = values[name];
    if (before === undefined) values[name] = text;
    else values[name] = Array.isArray(before) ? [...before, text] : [before, text];
  }
  return { values, files };
}

/** Where the reader goes on from a page, by the link they came with. */
export function ownPagesOf(
  params: Readonly<Record<string, string | undefined>>,
  link: Link | null,
): OwnPages {
  const org = params['org'] ?? '';
  if (link === null) {
    return { mentor: mentorPaths(org).home, firm: participantPaths(org).home, isReachable: true };
  }
  const at = (page: string) => linkPage(org, params['secret'] ?? '', page);
  if (link.purpose === ownPageOf(link.purpose)) {
    return {
      mentor: at(linkPages['mentor-page']),
      firm: at(linkPages['firm-page']),
      isReachable: true,
    };
  }
  return { mentor: at('open'), firm: at('open'), isReachable: false };
}
