import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { mentorPagesAt } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { DateField, TextField } from '../../../ui/text-fields.tsx';
import { openAsksOf } from '../../matching/asks/reads.ts';
import { pauseMentor } from '../commands/pause-mentor.ts';
import { EndingForm } from './ending-form.tsx';

export const loader = loadPage(async ({ ctx, tx, own }) => {
  const { mentorId } = ctx.actor;
  if (mentorId === null) throw notFound();
  // What a firm chooses from is no business of a mentor on its list, nor yet whom a question is about.
  const asked = (await openAsksOf(tx, { mentorId })).filter(({ kind }) => kind === 'offer').length;
  const lines =
    asked === 0
      ? []
      : [
          `${plural(asked, 'question that waits', 'questions that wait')} for your answer: withdrawn.`,
        ];
  return { base: own.mentor, hanging: { lines, letters: [], blocking: [] } };
});

export const action = actPage(async ({ ctx, form, done, own }) => {
  await pauseMentor(ctx, {
    mentorId: ctx.actor.mentorId ?? '',
    reason: textOf(form, 'reason'),
    until: optionalOf(form, 'until'),
  });
  const back = mentorPagesAt(own.mentor).profile;
  return done(back, 'You are paused: nobody new will be offered to you.');
});

export default function Screen() {
  const { base, hanging } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const back = mentorPagesAt(base).profile;
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
