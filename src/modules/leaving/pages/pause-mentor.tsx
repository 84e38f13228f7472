import { useLoaderData } from 'react-router';
import { optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { DateField, TextField } from '../../../ui/text-fields.tsx';
import { mentorPermissions } from '../../mentors/permissions.ts';
import { pauseMentor } from '../commands/pause-mentor.ts';
import { lettersOf } from '../hanging.ts';
import { hangingOn } from '../reads.ts';
import { EndingForm } from './ending-form.tsx';
import { openMentor } from './open-mentor.ts';

export const loader = loadPage(async (args) => {
  const page = await openMentor(args, mentorPermissions.mentor.pause);
  const ending = {
    matches: 'go-on',
    tellsMentor: !page.isOwn,
    isOwn: page.isOwn,
    reach: page.reach,
  } as const;
  return { ...page, hanging: await hangingOn(args.tx, { mentorId: page.mentor.id }, ending) };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const mentorId = params['mentor'] ?? '';
  await pauseMentor(ctx, {
    mentorId,
    reason: textOf(form, 'reason'),
    until: optionalOf(form, 'until'),
    letters: lettersOf(form),
  });
  const back = programmePaths(ctx.org.slug, params['programme'] ?? '').mentor(mentorId);
  return done(back, 'Paused: no new matches. Present ones go on.');
});

export default function Screen() {
  const { org, programme, mentor, hanging } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const back = programmePaths(org, programme).mentor(mentor.id);
  return (
    <>
      <title>{`Pause ${mentor.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Pause new matches"
        caption={mentor.name}
        back={{ label: mentor.name, href: back }}
      />
      <p className="govuk-body">
        Present matches go on. In a pause of more than six weeks, or without an end, each comes up
        in Today, so that somebody decides whether the enterprise waits.
      </p>
      <EndingForm verb="Pause" cancelHref={back} hanging={hanging} answer={answer} isMild>
        <TextField
          name="reason"
          label="Why"
          answer={answer}
          hint="Illness and holidays need no more than one word."
        />
        <DateField name="until" label="Back on" answer={answer} isOptional />
      </EndingForm>
    </>
  );
}
