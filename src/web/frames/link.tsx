import { Outlet, useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { dateInZone, formatDate } from '../../kernel/calendar.ts';
import { linkPage, mentorPagesAt, participantPagesAt } from '../../kernel/paths.ts';
import { ownPageOf } from '../../platform/links.ts';
import { ctxContext, flashContext, linkContext, ownPagesOf } from '../../platform/page.ts';
import { PostButton } from '../../ui/form.tsx';
import { PlainFrame } from '../../ui/plain-frame.tsx';
import { Details } from '../../ui/summary-list.tsx';
import { WhomToRing } from '../../ui/whom-to-ring.tsx';
import { advisersBehind } from '../desks/links/link-advisers.ts';
import { requireLink } from '../require-link.ts';

export const handle = { takes: 'a long form' };

export const middleware = [requireLink];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const ctx = context.get(ctxContext);
  const { org } = ctx;
  const link = context.get(linkContext);
  const own = ownPagesOf(params, link);
  const path = new URL(request.url).pathname;
  const isMentor = link !== null && ownPageOf(link.purpose) === 'mentor-page';
  const links = (own.isReachable ? (isMentor ? ofMentor(own.mentor) : ofFirm(own.firm)) : []).map(
    (one) => ({ ...one, isCurrent: one.href === path }),
  );
  return {
    organisation: org.name,
    isDemonstration: org.isDemonstration,
    said: context.get(flashContext).said,
    printed: formatDate(ctx.clock.today(org.zone)),
    home: isMentor ? own.mentor : own.firm,
    links: own.isReachable ? links : [{ label: 'Your page', href: own.firm }],
    endHref: own.isReachable ? linkPage(org.slug, params['secret'] ?? '', 'open') : null,
    until: link === null ? null : formatDate(dateInZone(link.expiresAt, org.zone)),
    advisers:
      link === null
        ? []
        : await ctx.app.database.read(org.orgId, (tx) => advisersBehind(tx, ctx, link)),
  };
}

function ofMentor(base: string) {
  const paths = mentorPagesAt(base);
  return [
    { label: 'My mentoring', href: paths.home },
    { label: 'My profile', href: paths.profile },
  ];
}

function ofFirm(base: string) {
  const paths = participantPagesAt(base);
  return [
    { label: 'My enterprise', href: paths.home },
    { label: 'My actions', href: paths.actions },
    { label: 'What mentors see of us', href: paths.sharing },
  ];
}

/** Pages opened from a letter: whom to ring stands on each of them, and nothing leads to a sign-in. */
export default function Frame() {
  const frame = useLoaderData<typeof loader>();
  return (
    <PlainFrame
      name={frame.organisation}
      homeHref={frame.home}
      links={frame.links}
      said={frame.said}
      printed={frame.printed}
      isDemonstration={frame.isDemonstration}
    >
      <Outlet />
      <WhomToRing people={frame.advisers} />
      {frame.endHref === null ? null : (
        <Details summary="About this page">
          <p className="govuk-body">
            It opens without a password, until {frame.until} and longer each time you do something
            here. Every letter leads to it. Figures, people of the firm and wishes need an account:
            ask the programme for an invitation.
          </p>
          <PostButton action={frame.endHref} values={{ do: 'end' }}>
            End all links to my page
          </PostButton>
          <p className="govuk-body app-quiet">
            After a lost telephone, or when a letter went astray. You can have a new one sent.
          </p>
        </Details>
      )}
    </PlainFrame>
  );
}
