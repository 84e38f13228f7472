import {
  type ActionFunctionArgs,
  createContext,
  data,
  type LoaderFunctionArgs,
  type MiddlewareFunction,
  redirect,
  type RouterContextProvider,
} from 'react-router';
import { backPath, withBack } from '../kernel/back-path.ts';
import { notFound } from '../kernel/errors.ts';
import type { FormAnswer, FormValues } from '../kernel/form-answer.ts';
import type { App } from '../platform/context.ts';
import {
  answerErrors,
  answerRefusal,
  appContext,
  flashContext,
  peerContext,
  readBody,
} from '../platform/page.ts';
import { type Account, accountOf } from './session.ts';

/** Who is signed in, or null; set by the frame of pages that belong to no organisation. */
export const accountContext = createContext<Account | null>();

/** For pages that belong to no organisation and need no account. */
export const withAccount: MiddlewareFunction<Response> = async ({ context, request }, next) => {
  context.set(accountContext, await accountOf(context.get(appContext), request));
  return next();
};

/** For pages about one's own account: others are sent to sign in. */
export const requireAccount: MiddlewareFunction<Response> = async ({ context, request }, next) => {
  if (context.get(accountContext) === null) {
    const { pathname, search } = new URL(request.url);
    throw redirect(withBack('/sign-in', `${pathname}${search}`));
  }
  return next();
};

interface Place {
  app: App;
  account: Account | null;
  peer: string;
  params: Record<string, string | undefined>;
  url: URL;
  request: Request;
}

/** The `loader` of a page that belongs to no organisation. */
export function loadAccountPage<T>(load: (place: Place) => Promise<T>) {
  return async (args: LoaderFunctionArgs): Promise<T> => answerErrors(() => load(placeOf(args)));
}

/** The account of a page behind `requireAccount`. */
export function signedIn(place: Pick<Place, 'account'>): Account {
  if (place.account === null) throw notFound();
  return place.account;
}

interface Act extends Place {
  form: FormValues;
  /** A redirect with a sentence for the next page, and the cookies the account library set. */
  done(to: string, sentence?: string, from?: Response): Response;
}

/** The `action` of such a page; a refusal comes back as a `FormAnswer`, without what is secret. */
export function actAccountPage<A extends object = FormAnswer>(
  act: (place: Act) => Promise<Response | FormAnswer | A>,
) {
  return async (args: ActionFunctionArgs) => {
    const { values } = await readBody(args);
    const done = (to: string, sentence?: string, from?: Response) => {
      if (sentence) args.context.get(flashContext).say = sentence;
      const headers = new Headers();
      for (const cookie of from?.headers.getSetCookie() ?? []) headers.append('Set-Cookie', cookie);
      return redirect(to, { status: 303, headers });
    };
    try {
      const answer = await act({ ...placeOf(args), form: values, done });
      if (answer instanceof Response) return answer;
      return data(answer, 'errors' in answer || 'problem' in answer ? 422 : 200);
    } catch (error) {
      return answerRefusal(error, withoutSecrets(values));
    }
  };
}

/** What may be shown again after a refusal: passwords and codes never are. */
export function withoutSecrets(values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !/password|code|secret/i.test(name)),
  );
}

/** The headers the account library needs of a request: cookies, the device, the caller's address. */
export function authHeaders(request: Request, peer: string): Headers {
  const headers = new Headers({ 'x-espalier-peer': peer });
  for (const name of ['cookie', 'user-agent']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

/** Where the address of a page of signing in says that one was going. */
export function backOf(url: URL): string {
  return backPath(url.searchParams.get('back'));
}

function placeOf(args: {
  context: Readonly<RouterContextProvider>;
  params: Record<string, string | undefined>;
  request: Request;
}): Place {
  const { context, params, request } = args;
  return {
    app: context.get(appContext),
    account: context.get(accountContext),
    peer: context.get(peerContext),
    params,
    url: new URL(request.url),
    request,
  };
}
