import { Outlet, useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { dateInZone, formatDate } from '../../kernel/calendar.ts';
import { mentorPaths, orgPaths, participantPaths } from '../../kernel/paths.ts';
import type { Ctx } from '../../platform/context.ts';
import { ctxContext, flashContext } from '../../platform/page.ts';
import { type Actor, hasRole } from '../../platform/permission.ts';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { PlainFrame } from '../../ui/plain-frame.tsx';
import { StaffFrame } from '../../ui/staff-frame.tsx';
import { loadState } from '../../modules/people/demonstration/reads.ts';
import { isStaff, staffNavigation } from '../navigation.ts';
import {
  keptFormContext,
  programmesContext,
  requireMember,
  secondFactorContext,
} from '../require-org.ts';

export const handle = { takes: 'a long form' };

export const middleware = [requireMember];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = context.get(ctxContext);
  const { actor, org } = ctx;
  const path = new URL(request.url).pathname;
  const own = orgPaths(org.slug);
  const isOwnPage = [mentorPaths(org.slug).home, participantPaths(org.slug).home].some(
    (home) => path === home || path.startsWith(`${home}/`),
  );
  const shared = {
    organisation: org.name,
    person: actor.name,
    said: context.get(flashContext).said,
    printed: formatDate(ctx.clock.today(org.zone)),
    kept: keptOf(context.get(keptFormContext), org.slug, path),
    isDemonstration: org.isDemonstration,
    demonstrationReached: org.isDemonstration ? await reachedBy(ctx) : null,
  };
  const factorBy = context.get(secondFactorContext);
  const personLinks = [
    ...(factorBy === null
      ? []
      : [
          {
            label: `Set up a second factor by ${formatDate(dateInZone(factorBy, org.zone))}`,
            href: '/account/second-factor',
          },
        ]),
    { label: 'Your account', href: '/account' },
    ...(ctx.app.hasMailbox && (hasRole(actor, 'admin') || (org.isDemonstration && isStaff(actor)))
      ? [{ label: 'Mailbox', href: '/mailbox' }]
      : []),
  ];
  if (!isStaff(actor) || isOwnPage) {
    return {
      ...shared,
      kind: 'plain' as const,
      home: own.home,
      links: plainLinks(actor, org.slug, path, personLinks),
    };
  }
  const slug = params['programme'] ?? null;
  const programmes = context.get(programmesContext);
  const programme =
    programmes.find((one) => one.slug === slug) ??
    (slug === null && programmes.length === 1 ? programmes[0] : undefined);
  return {
    ...shared,
    kind: 'staff' as const,
    programme: programme?.name ?? null,
    programmesHref: own.programmes,
    navigation: staffNavigation(
      actor,
      org.slug,
      programme ? { ...programme, isDraft: programme.state === 'draft' } : null,
      path,
    ),
    personLinks: [...ownPages(actor, org.slug), ...personLinks],
  };
}

/** The page of a kept form, unless it is the one that is open. */
function keptOf(id: string | null, org: string, path: string): string | null {
  if (id === null || path.startsWith(orgPaths(org).keptForm(''))) return null;
  return orgPaths(org).keptForm(id);
}

function ownPages(actor: Actor, org: string) {
  return [
    ...(hasRole(actor, 'mentor') ? [{ label: 'My mentoring', href: mentorPaths(org).home }] : []),
    ...(hasRole(actor, 'participant')
      ? [{ label: 'My enterprise', href: participantPaths(org).home }]
      : []),
  ];
}

function plainLinks(
  actor: Actor,
  org: string,
  path: string,
  personLinks: readonly { label: string; href: string }[],
) {
  const links = [
    ...(isStaff(actor) ? [{ label: 'Staff pages', href: orgPaths(org).home }] : []),
    ...ownPages(actor, org),
    ...(hasRole(actor, 'mentor') ? [{ label: 'My profile', href: mentorPaths(org).profile }] : []),
    ...personLinks,
  ];
  return links.map((link) => ({ ...link, isCurrent: link.href === path }));
}

function KeptNotice({ href }: { href: string | null }) {
  if (href === null) return null;
  return (
    <NotificationBanner>
      You sent a form when you were signed out. It is kept for an hour:{' '}
      <a href={href}>see what it says, and send it</a>.
    </NotificationBanner>
  );
}

export default function Frame() {
  const frame = useLoaderData<typeof loader>();
  if (frame.kind === 'plain') {
    return (
      <PlainFrame
        name={frame.organisation}
        homeHref={frame.home}
        links={frame.links}
        person={frame.person}
        said={frame.said}
        printed={frame.printed}
        isDemonstration={frame.isDemonstration}
        demonstrationReached={frame.demonstrationReached}
      >
        <KeptNotice href={frame.kept} />
        <Outlet />
      </PlainFrame>
    );
  }
  return (
    <StaffFrame {...frame}>
      <KeptNotice href={frame.kept} />
      <Outlet />
    </StaffFrame>
  );
}

/** The day that a demonstration's story has reached, while it is being told. */
async function reachedBy(ctx: Ctx): Promise<string | null> {
  const load = await ctx.app.database.read(ctx.orgId, (tx) => loadState(tx, ctx));
  return load.state === 'loading' ? formatDate(load.reached) : null;
}
