import { useLoaderData } from 'react-router';
import { notFound } from '../../../../kernel/errors.ts';
import { numberOf, textOf } from '../../../../kernel/form-answer.ts';
import { participantPaths } from '../../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { ChipGroup } from '../../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button, Form } from '../../../../ui/form.tsx';
import { Inset } from '../../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { TextArea } from '../../../../ui/text-fields.tsx';
import { matchingPermissions } from '../../permissions.ts';
import { giveFeedback } from '../commands/give-feedback.ts';
import { feedbackOf } from '../feedback-rows.ts';

export const loader = loadPage(async ({ ctx, tx, params, link }) => {
  const asked = await feedbackOf(tx, link?.subjectId ?? params['feedback'] ?? '', { locks: false });
  const { programmeId, enterpriseId } = asked;
  if (!may(ctx.actor, matchingPermissions.feedback.give, { programmeId, enterpriseId })) {
    throw notFound('feedback');
  }
  return {
    org: ctx.org.slug,
    isByLink: link !== null,
    mentorName: asked.mentorName,
    enterpriseName: asked.enterpriseName,
    isAnswered: asked.isAnswered,
  };
});

export const action = actPage(async ({ ctx, form, params, link, url, done }) => {
  await giveFeedback(ctx, {
    feedbackId: link?.subjectId ?? params['feedback'] ?? '',
    relation: numberOf(form, 'relation') ?? 0,
    outcome: numberOf(form, 'outcome') ?? 0,
    note: textOf(form, 'note'),
  });
  return done(
    link ? url.pathname : participantPaths(ctx.org.slug).home,
    'Thank you for telling us.',
  );
});

const marks = (words: readonly string[]) =>
  words.map((label, at) => ({ value: String(at + 1), label }));

export default function Screen() {
  const { org, isByLink, mentorName, enterpriseName, isAnswered } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`How did it go with ${mentorName}?`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={`How did it go with ${mentorName}?`}
        caption={enterpriseName}
        {...(isByLink
          ? {}
          : { back: { label: 'My enterprise', href: participantPaths(org).home } })}
      />
      {isAnswered ? (
        <Inset>You have answered. Thank you: there is nothing more to do.</Inset>
      ) : (
        <Form>
          <p className="govuk-body">
            Only the programme’s staff see your marks. {mentorName} never does.
          </p>
          <ChipGroup
            name="relation"
            label="How do you work together?"
            options={marks(['Badly', 'Not so well', 'All right', 'Well', 'Very well'])}
            answer={answer}
            isSingle
          />
          <ChipGroup
            name="outcome"
            label="Does it help with what you need?"
            options={marks(['Not at all', 'A little', 'Partly', 'Mostly', 'Fully'])}
            answer={answer}
            isSingle
          />
          <TextArea
            name="note"
            label="Anything to add"
            answer={answer}
            rows={3}
            maxLength={2000}
            isOptional
          />
          <Button>Send</Button>
        </Form>
      )}
    </>
  );
}
