import { useLoaderData } from 'react-router';
import { textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { mentorPermissions } from '../../mentors/permissions.ts';
import { retireMentor } from '../commands/retire-mentor.ts';
import { lettersOf } from '../hanging.ts';
import { hangingOn } from '../reads.ts';
import { EndingForm } from './ending-form.tsx';
import { openMentor } from './open-mentor.ts';

export const loader = loadPage(async (args) => {
  const page = await openMentor(args, mentorPermissions.mentor.retire);
  const ending = {
    matches: 'refused',
    tellsMentor: !page.isOwn,
    isOwn: page.isOwn,
    reach: page.reach,
  } as const;
  return { ...page, hanging: await hangingOn(args.tx, { mentorId: page.mentor.id }, ending) };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const mentorId = params['mentor'] ?? '';
  await retireMentor(ctx, { mentorId, reason: textOf(form, 'reason'), letters: lettersOf(form) });
  const back = programmePaths(ctx.org.slug, params['programme'] ?? '').mentor(mentorId);
  return done(back, 'The mentor has left the panel.');
});

export default function Screen() {
  const { org, programme, mentor, hanging } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(org, programme);
  const back = paths.mentor(mentor.id);
  return (
    <>
      <title>{`${mentor.name} leaves the panel`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Leave the panel"
        caption={mentor.name}
        back={{ label: mentor.name, href: back }}
      />
      <p className="govuk-body">Sessions and feedback are kept. Nobody new is offered any more.</p>
      <EndingForm
        verb="Leave the panel"
        cancelHref={back}
        hanging={hanging}
        answer={answer}
        matchHref={paths.rematch}
      >
        <TextField name="reason" label="Why" answer={answer} />
      </EndingForm>
    </>
  );
}
