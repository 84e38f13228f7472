import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { mentorPagesAt } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PostButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { resumeMentor } from '../commands/resume-mentor.ts';
import { signCode } from '../commands/sign-code.ts';
import { authoritiesOf, mentorById } from '../reads.ts';
import { LoadBar } from './load-bar.tsx';
import { MentorProfileView } from './mentor-profile.tsx';
import { MentorStateTag } from './mentor-state.tsx';

export const loader = loadPage(async ({ ctx, tx, link, own }) => {
  if (ctx.actor.mentorId === null) throw notFound();
  const today = ctx.clock.today(ctx.org.zone);
  return {
    base: own.mentor,
    isByLink: link !== null,
    organisation: ctx.org.name,
    mentor: await mentorById(tx, ctx.actor.mentorId, today),
    authorities: await authoritiesOf(tx),
  };
});

export const action = actPage(async ({ ctx, form, own, done }) => {
  const mentorId = ctx.actor.mentorId ?? '';
  const back = mentorPagesAt(own.mentor).profile;
  switch (verbOf(form, ['sign', 'resume'])) {
    case 'sign': {
      await signCode(ctx, { mentorId, signedOn: ctx.clock.today(ctx.org.zone) });
      return done(back, 'Thank you. You have signed the code.');
    }
    case 'resume': {
      await resumeMentor(ctx, { mentorId });
      return done(back, 'Welcome back.');
    }
  }
});

export default function Screen() {
  const { base, isByLink, organisation, mentor, authorities } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = mentorPagesAt(base);
  return (
    <>
      <title>My profile</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="My profile"
        caption={
          <>
            <MentorStateTag {...mentor} /> {mentor.headline}
          </>
        }
        back={{ label: 'My mentoring', href: paths.home }}
      />
      <Panel title="My places">
        <LoadBar {...mentor} />
        {mentor.codeSignedOn === null && mentor.state !== 'left' ? (
          <Details summary="Sign the code of conduct" isOpen>
            <p className="govuk-body">
              I keep what enterprises tell me to myself, say when I have an interest in them or in a
              competitor, give advice and leave decisions to them, and sell them nothing while I am
              their mentor at {organisation}.
            </p>
            <PostButton values={{ do: 'sign' }} kind="primary">
              I sign
            </PostButton>
          </Details>
        ) : null}
        {mentor.codeSignedOn ? (
          <p className="govuk-body-s">
            Code of conduct signed on {formatDate(mentor.codeSignedOn)}.
          </p>
        ) : null}
        {mentor.state === 'paused' ? (
          <PostButton values={{ do: 'resume' }} kind="primary">
            I am back
          </PostButton>
        ) : null}
        {mentor.state === 'live' ? (
          <p className="govuk-body">
            <a href={paths.pause}>I need a break from new enterprises</a>
          </p>
        ) : null}
      </Panel>
      {isByLink ? null : (
        <p className="govuk-body">
          <a href={paths.traits}>What founders who ask for it may find you by</a>
        </p>
      )}
      <MentorProfileView mentor={mentor} authorities={authorities} editHref={paths.editProfile} />
    </>
  );
}
