import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { mentorPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { DateField, TextField } from '../../../ui/text-fields.tsx';
import { pauseMentor } from '../commands/pause-mentor.ts';
import { hangingOn } from '../reads.ts';
import { EndingForm } from './ending-form.tsx';

export const loader = loadPage(async ({ ctx, tx }) => {
  const { mentorId } = ctx.actor;
  if (mentorId === null) throw notFound();
  const { lines } = await hangingOn(tx, { mentorId }, { matches: 'go-on', tellsMentor: false });
  // What a firm chooses from is no business of a mentor on its list.
  const own = lines.filter((line) => line.startsWith('The question'));
  return { org: ctx.org.slug, hanging: { lines: own, letters: [], blocking: [] } };
});

export const action = actPage(async ({ ctx, form, done }) => {
  await pauseMentor(ctx, {
    mentorId: ctx.actor.mentorId ?? '',
    reason: textOf(form, 'reason'),
    until: optionalOf(form, 'until'),
  });
  const back = mentorPaths(ctx.org.slug).profile;
  return done(back, 'You are paused: nobody new will be offered to you.');
});

export default function Screen() {
  const { org, hanging } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const back = mentorPaths(org).profile;
  return (
    <>
      <title>A break from new enterprises</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="A break from new enterprises"
        back={{ label: 'My profile', href: back }}
      />
      <p className="govuk-body">
        Whom you help already counts on you and goes on. Nobody new is offered to you meanwhile.
      </p>
      <EndingForm verb="Pause" cancelHref={back} hanging={hanging} answer={answer} isMild>
        <TextField name="reason" label="Why" hint="One word is enough." answer={answer} />
        <DateField name="until" label="Back on" answer={answer} isOptional />
      </EndingForm>
    </>
  );
}
