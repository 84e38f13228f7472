import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { orgPaths, programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may, mayAnywhere } from '../../../platform/permission.ts';
import { Panel, TwoColumns } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { peoplePermissions } from '../../people/permissions.ts';
import { reachOf } from '../../programmes/reach/reads.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { recordInduction } from '../commands/record-induction.ts';
import { resumeMentor } from '../commands/resume-mentor.ts';
import { signCode } from '../commands/sign-code.ts';
import { mentorPermissions } from '../permissions.ts';
import { authoritiesOf, conflictsOf, matchesOfMentor, mentorById } from '../reads.ts';
import { LoadBar } from './load-bar.tsx';
import { MentorMatches } from './mentor-matches.tsx';
import { MentorProfileView } from './mentor-profile.tsx';
import { MentorStateTag } from './mentor-state.tsx';
import { MentorSteps } from './mentor-steps.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const today = ctx.clock.today(ctx.org.zone);
  const mentor = await mentorById(tx, params['mentor'] ?? '', today);
  const subject = { mentorId: mentor.id };
  if (!may(ctx.actor, mentorPermissions.mentor.read, subject)) throw notFound('mentor');
  const reach = reachOf(ctx.actor);
  const seesConflicts = may(ctx.actor, mentorPermissions.mentorConflict.read, subject);
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    mentor,
    today,
    matches: (await matchesOfMentor(tx, mentor.id, reach)).map((match) => ({
      ...match,
      mayOpen: may(ctx.actor, mentorPermissions.mentorMatch.open, {
        programmeId: match.programmeId,
      }),
    })),
    authorities: await authoritiesOf(tx),
    conflicts: seesConflicts ? await conflictsOf(tx, mentor.id, reach) : null,
    mayOpenPerson: mayAnywhere(ctx.actor, peoplePermissions.person.read),
    mayEdit: may(ctx.actor, mentorPermissions.mentor.edit, subject),
    mayAdmit: may(ctx.actor, mentorPermissions.mentor.admit, subject),
    mayPause: may(ctx.actor, mentorPermissions.mentor.pause, subject),
    mayRetire: may(ctx.actor, mentorPermissions.mentor.retire, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const mentorId = params['mentor'] ?? '';
  const back = programmePaths(ctx.org.slug, params['programme'] ?? '').mentor(mentorId);
  switch (verbOf(form, ['induct', 'sign', 'resume'])) {
    case 'induct': {
      await recordInduction(ctx, { mentorId, inductedOn: textOf(form, 'inductedOn') });
      return done(back, 'The induction is recorded.');
    }
    case 'sign': {
      await signCode(ctx, { mentorId, signedOn: textOf(form, 'signedOn') });
      return done(back, 'The signed code is recorded.');
    }
    case 'resume': {
      await resumeMentor(ctx, { mentorId });
      return done(back, 'Live again.');
    }
  }
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { mentor, mayEdit } = page;
  const paths = programmePaths(page.org, page.programme);
  const open = page.conflicts?.filter((each) => each.endedAt === null) ?? [];
  return (
    <>
      <title>{`${mentor.name} – mentor`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={mentor.name}
        caption={
          <>
            <MentorStateTag {...mentor} /> {mentor.headline}
          </>
        }
        back={{ label: 'Mentors', href: paths.mentors }}
      />
      <TwoColumns
        main={
          <>
            <MentorMatches
              org={page.org}
              matches={page.matches}
              liveMatches={mentor.liveMatches}
              today={page.today}
            />
            <MentorProfileView
              mentor={mentor}
              authorities={page.authorities}
              {...(mayEdit
                ? { editHref: (section: string) => paths.editMentor(mentor.id, section) }
                : {})}
            />
          </>
        }
        side={
          <>
            <Panel title="Places">
              <LoadBar {...mentor} />
            </Panel>
            <Panel title="Steps">
              <SummaryList
                isPlain
                rows={[
                  { key: 'Induction', value: mentor.inductedOn && formatDate(mentor.inductedOn) },
                  { key: 'Code', value: mentor.codeSignedOn && formatDate(mentor.codeSignedOn) },
                ]}
              />
              <p className="govuk-body">
                <a href={paths.mentorHistory(mentor.id)}>What began and ended</a>
              </p>
              <MentorSteps {...page} paths={paths} answer={answer} />
            </Panel>
            <Panel title="Contact">
              <SummaryList
                isPlain
                rows={[
                  {
                    key: 'Email',
                    value: mentor.email && <a href={`mailto:${mentor.email}`}>{mentor.email}</a>,
                  },
                  {
                    key: 'Telephone',
                    value: mentor.phone && <a href={`tel:${mentor.phone}`}>{mentor.phone}</a>,
                  },
                  { key: 'Supplier', value: mentor.supplierName ?? 'None' },
                ]}
              />
              {page.mayOpenPerson ? (
                <a className="govuk-link" href={orgPaths(page.org).person(mentor.personId)}>
                  Roles, and the invitation to sign in
                </a>
              ) : null}
            </Panel>
            {page.conflicts ? (
              <Panel title="Conflicts of interest">
                <p className="govuk-body">
                  {open.length === 0
                    ? 'None declared.'
                    : open.map((each) => each.enterpriseName).join(', ')}
                </p>
                <a className="govuk-link" href={paths.mentorConflicts(mentor.id)}>
                  Open the register
                </a>
              </Panel>
            ) : null}
          </>
        }
      />
    </>
  );
}
