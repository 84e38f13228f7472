import { useLoaderData } from 'react-router';
import { notFound } from '../../../../kernel/errors.ts';
import { textOf } from '../../../../kernel/form-answer.ts';
import { mentorPaths, participantPaths } from '../../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { ChipGroup } from '../../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../../ui/form.tsx';
import { Inset } from '../../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { TextArea } from '../../../../ui/text-fields.tsx';
import { matchingPermissions } from '../../permissions.ts';
import { answerFitCheck } from '../commands/answer-fit-check.ts';
import { answerMentorFitCheck } from '../commands/answer-mentor-fit-check.ts';
import { type FitAnswer, fitAnswers, fitCheckRefusal, fitWords } from '../fit-check.ts';
import { fitCheckOf } from '../fit-check-rows.ts';

const homes = {
  enterprise: (org: string) => ({ label: 'My enterprise', href: participantPaths(org).home }),
  mentor: (org: string) => ({ label: 'My mentoring', href: mentorPaths(org).home }),
};

export const loader = loadPage(async ({ ctx, tx, params, link, url }) => {
  const check = await fitCheckOf(
    tx,
    link?.subjectId ?? params['check'] ?? params['mentorCheck'] ?? '',
    { locks: false },
  );
  const { programmeId, enterpriseId, mentorId } = check;
  const mayAnswer =
    check.side === 'enterprise'
      ? may(ctx.actor, matchingPermissions.fitCheck.answer, { programmeId, enterpriseId })
      : may(ctx.actor, matchingPermissions.fitCheck.answerAsMentor, { programmeId, mentorId });
  // Each side has an address of its own; the other side's question is not there.
  const isOfSide = url.pathname.includes('mentor') === (check.side === 'mentor');
  if (!mayAnswer || (link === null && !isOfSide)) throw notFound('fit check');
  return {
    org: ctx.org.slug,
    isByLink: link !== null,
    side: check.side,
    other: check.side === 'enterprise' ? check.mentorName : check.enterpriseName,
    answer: check.answer,
    refusal: fitCheckRefusal(check),
  };
});

export const action = actPage(async ({ ctx, form, params, link, url, done }) => {
  const checkId = link?.subjectId ?? params['check'] ?? params['mentorCheck'] ?? '';
  const said = {
    checkId,
    answer: textOf(form, 'answer') as FitAnswer,
    note: textOf(form, 'note'),
  };
  const side = verbOf(form, ['mentor', 'enterprise'], 'side');
  const { answer } = await (side === 'mentor'
    ? answerMentorFitCheck(ctx, said)
    : answerFitCheck(ctx, said));
  return done(link ? url.pathname : homes[side](ctx.org.slug).href, thanks[answer]);
});

const thanks: Record<FitAnswer, string> = {
  good: 'Thank you. We are glad that it fits.',
  undecided: 'Thank you. We ask again in three weeks.',
  'not-good': 'Thank you for saying so. Your adviser or the programme will be in touch.',
};

export default function Screen() {
  const { org, isByLink, side, other, answer: given, refusal } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`Does it fit with ${other}?`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={`Does it fit with ${other}?`}
        {...(isByLink ? {} : { back: homes[side](org) })}
      />
      {given ? <Inset>You said: {fitWords[given].toLowerCase()}.</Inset> : null}
      {refusal ? (
        <p className="govuk-body">{refusal}</p>
      ) : (
        <Form>
          <HiddenField name="side" value={side} />
          <ChipGroup
            name="answer"
            label="After meeting, how does it look?"
            hint={`Only the programme’s staff see this; ${other} does not.`}
            options={fitAnswers.map((value) => ({ value, label: fitWords[value] }))}
            answer={answer}
            isSingle
          />
          <TextArea
            name="note"
            label="What should the staff know?"
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
