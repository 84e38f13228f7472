import { useLoaderData } from 'react-router';
import { notFound } from '../../../../kernel/errors.ts';
import { numberOf, textOf } from '../../../../kernel/form-answer.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button, ButtonRow, Form, HiddenField } from '../../../../ui/form.tsx';
import { NotTaken } from '../../../../ui/not-taken.tsx';
import { Inset } from '../../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { TextArea } from '../../../../ui/text-fields.tsx';
import { matchingPermissions } from '../../permissions.ts';
import { giveFeedback } from '../commands/give-feedback.ts';
import { feedbackOf } from '../feedback-rows.ts';

export const loader = loadPage(async ({ ctx, tx, params, link, own, url }) => {
  const asked = await feedbackOf(tx, link?.subjectId ?? params['feedback'] ?? '', { locks: false });
  const { programmeId, enterpriseId } = asked;
  if (!may(ctx.actor, matchingPermissions.feedback.give, { programmeId, enterpriseId })) {
    throw notFound('feedback');
  }
  return {
    own,
    mentorName: asked.mentorName,
    enterpriseName: asked.enterpriseName,
    isAnswered: asked.isAnswered,
    relation: /^[1-5]$/.exec(url.searchParams.get('relation') ?? '')?.[0] ?? null,
  };
});

export const action = actPage(async ({ ctx, form, params, link, own, url, done }) => {
  await giveFeedback(ctx, {
    feedbackId: link?.subjectId ?? params['feedback'] ?? '',
    relation: numberOf(form, 'relation') ?? 0,
    outcome: numberOf(form, 'outcome') ?? 0,
    note: textOf(form, 'note'),
  });
  return done(own.isReachable ? own.firm : url.pathname, 'Thank you for telling us.');
});

interface MarksProps {
  name: string;
  label: string;
  words: readonly string[];
}

/** Five answers, each a tap that sends. */
function Marks({ name, label, words }: MarksProps) {
  return (
    <fieldset className="govuk-fieldset" id={`field-${name}`}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
      <ButtonRow>
        {words.map((word, at) => (
          <Button key={word} kind="secondary" name={name} value={String(at + 1)}>
            {word}
          </Button>
        ))}
      </ButtonRow>
    </fieldset>
  );
}

export default function Screen() {
  const { own, mentorName, enterpriseName, isAnswered, relation } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`How did it go with ${mentorName}?`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={`How did it go with ${mentorName}?`}
        caption={enterpriseName}
        {...(own.isReachable ? { back: { label: 'My enterprise', href: own.firm } } : {})}
      />
      <NotTaken answer={answer} isClosed={isAnswered} fields={['note']} />
      {isAnswered ? (
        <Inset>You have answered. Thank you: there is nothing more to do.</Inset>
      ) : (
        <>
          <p className="govuk-body">
            Only the programme’s staff see your marks. {mentorName} never does.
          </p>
          {relation === null ? (
            <form method="get">
              <Marks
                name="relation"
                label="1 of 2: how do you work together?"
                words={['Badly', 'Not so well', 'All right', 'Well', 'Very well']}
              />
            </form>
          ) : (
            <Form>
              <HiddenField name="relation" value={relation} />
              <TextArea
                name="note"
                label="Anything to add"
                answer={answer}
                rows={2}
                maxLength={2000}
                isOptional
              />
              <Marks
                name="outcome"
                label="2 of 2: does it help with what you need?"
                words={['Not at all', 'A little', 'Partly', 'Mostly', 'Fully']}
              />
              <p className="govuk-body">
                <a href="?">Back to the first question</a>
              </p>
            </Form>
          )}
        </>
      )}
    </>
  );
}
