import { createContext, data, type MiddlewareFunction, redirect } from 'react-router';
import { addMinutes } from '../kernel/calendar.ts';
import { endSession, noteUse } from '../platform/auth/account-sessions.ts';
import { hasRested, sessionLife } from '../platform/auth/session-life.ts';
import { systemClock } from '../platform/clock.ts';
import type { App } from '../platform/context.ts';
import { appContext, ctxContext } from '../platform/page.ts';
import type { Actor } from '../platform/permission.ts';
import { guardPost } from './guard-post.ts';
import { askToSignIn, dropWhenTaken } from './keep-refused.ts';
import { rememberAccount } from './last-account.ts';
import { isStaff } from './navigation.ts';
import {
  type Account,
  accountOf,
  type Member,
  memberOf,
  organisationOf,
  publicCtx,
} from './session.ts';

/** The programmes of the navigation; set beside the context of a member. */
export const programmesContext = createContext<Member['programmes']>();

/** What the member sent when they were signed out. */
export const keptFormContext = createContext<string | null>(null);

/** Until when a member may go on without a second factor; null when none is asked for. */
export const secondFactorContext = createContext<string | null>(null);

const notHere = () =>
  data({ message: 'This page does not exist, or you cannot see it.' }, { status: 404 });

/** For pages of an organisation: signs the person in or sends them to sign in; strangers get 404. */
export const requireMember: MiddlewareFunction<Response> = async (args, next) => {
  const { context, params, request } = args;
  const app = context.get(appContext);
  const account = await accountOf(app, request);
  if (!account) return askToSignIn(args);
  const member = await memberOf(app, params['org'] ?? '', account);
  if (!member) throw notHere();
  if (await isLeftAlone(app, account, member.ctx.actor)) return askToSignIn(args);
  const { secondFactorBy } = member;
  if (secondFactorBy !== null && secondFactorBy <= app.clock.now()) {
    throw redirect('/account/second-factor');
  }
  context.set(secondFactorContext, secondFactorBy);
  context.set(ctxContext, member.ctx);
  context.set(programmesContext, member.programmes);
  context.set(keptFormContext, member.keptForm);
  await guardPost(args);
  const response = await next();
  await dropWhenTaken(args, response);
  rememberAccount(app, request, response, account.userId);
  return response;
};

/** Ends the session of staff who were away too long; of others notes that it is in use. */
async function isLeftAlone(app: App, account: Account, actor: Actor): Promise<boolean> {
  const now = systemClock.now();
  if (isStaff(actor) && hasRested(account.lastUsedAt, now, 'staff')) {
    await app.database.anonymous((tx) => endSession(tx, account.userId, account.sessionId));
    return true;
  }
  const minutes = sessionLife.note;
  if (addMinutes(account.lastUsedAt, minutes) < now) {
    await app.database.anonymous((tx) => noteUse(tx, account.sessionToken, { now, minutes }));
  }
  return false;
}

/** For an organisation's public pages: no account is needed, none is used. */
export const allowPublic: MiddlewareFunction<Response> = async (args, next) => {
  const { context, params } = args;
  const app = context.get(appContext);
  const org = await organisationOf(app, params['org'] ?? '');
  if (!org) throw notHere();
  context.set(ctxContext, publicCtx(app, org));
  await guardPost(args);
  return next();
};
