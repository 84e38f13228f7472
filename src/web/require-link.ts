import { data, type MiddlewareFunction, redirect } from 'react-router';
import { linkPage, orgPaths } from '../kernel/paths.ts';
import { appContext, ctxContext, linkContext } from '../platform/page.ts';
import { findLink, renewLink } from '../platform/links.ts';
import { guardPost } from './guard-post.ts';
import { actorOfPerson } from './actor.ts';
import { linkPurposes } from './link-purposes.ts';
import { organisationOf } from './session.ts';

const over = () =>
  data({ message: 'This page does not exist, or you cannot see it.' }, { status: 404 });

/** Found or not, the page would say that it does not exist: its reader must learn what happened. */
const noMentor = (organisation: string) =>
  data(
    {
      message: `You are no longer a mentor of ${organisation}, so nothing waits for you here any more: what you were asked is withdrawn, and whoever you worked with has been told. Is that wrong? Answer the letter that this link came with, or ring the programme.`,
    },
    { status: 404 },
  );

/**
 * For pages opened from a letter without signing in: the link's person acts in the link's one role, and only
 * on the page of its purpose. Opening changes nothing; mail scanners open every link. A link that is over leads to
 * where another one can be asked for.
 */
export const requireLink: MiddlewareFunction<Response> = async (args, next) => {
  const { context, params, request } = args;
  const app = context.get(appContext);
  const org = await organisationOf(app, params['org'] ?? '');
  if (!org) throw over();
  const now = app.clock.now();
  const found = await app.database.read(org.orgId, async (tx) => {
    const link = await findLink(tx, app, params['secret']);
    if (!link?.personId) return null;
    const actor = await actorOfPerson(tx, link.personId, now);
    return actor && { link, actor };
  });
  const purpose = found && linkPurposes[found.link.purpose];
  const secret = params['secret'] ?? '';
  if (!found || !purpose?.role) {
    if (request.method !== 'GET') throw over();
    throw redirect(orgPaths(org.slug).link(secret));
  }
  const opens = [
    purpose.path(org.slug, secret, found.link.subjectId),
    purpose.also?.(org.slug, secret),
    linkPage(org.slug, secret, 'open'),
  ];
  const { pathname } = new URL(request.url);
  const isBelow = purpose.below === true && pathname.startsWith(`${opens[0] ?? ''}/`);
  if (!isBelow && !opens.includes(pathname)) throw over();
  if (purpose.role === 'mentor' && found.actor.mentorId === null) throw noMentor(org.name);
  const actor = { ...found.actor, grants: [{ role: purpose.role, programmeId: null }] };
  context.set(ctxContext, { app, org, orgId: org.orgId, actor, clock: app.clock });
  context.set(linkContext, found.link);
  await guardPost(args);
  const answer = await next();
  // Whoever works with a link keeps it; looking at it does not, because scanners look.
  if (request.method === 'POST' && answer.status < 400) {
    await app.database.tenant(org.orgId, (tx) => renewLink(tx, app, found.link));
  }
  return answer;
};
