import { useLoaderData } from 'react-router';
import { timeInZone } from '../../../../kernel/calendar.ts';
import { notFound } from '../../../../kernel/errors.ts';
import { textOf } from '../../../../kernel/form-answer.ts';
import { actPage, loadPage, verbOf } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { Panel } from '../../../../ui/card.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button, ButtonRow, Form, HiddenField, PostButton } from '../../../../ui/form.tsx';
import { NotTaken } from '../../../../ui/not-taken.tsx';
import { Inset } from '../../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { TextArea } from '../../../../ui/text-fields.tsx';
import { WhomToRing } from '../../../../ui/whom-to-ring.tsx';
import { whomToRing } from '../../../enterprises/advising/reads.ts';
import { matchingPermissions } from '../../permissions.ts';
import { answerFitCheck } from '../commands/answer-fit-check.ts';
import { answerMentorFitCheck } from '../commands/answer-mentor-fit-check.ts';
import { takeBackFitAnswer } from '../commands/take-back-fit-answer.ts';
import { takeBackMentorFitAnswer } from '../commands/take-back-mentor-fit-answer.ts';
import { type FitAnswer, fitAnswers, fitCheckRefusal, fitWords } from '../fit-check.ts';
import { mayTakeBack, standsFrom } from '../../taking-back.ts';
import { fitCheckOf } from '../fit-check-rows.ts';

const homeLabels = { enterprise: 'My enterprise', mentor: 'My mentoring' };

export const loader = loadPage(async ({ ctx, tx, params, link, own }) => {
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
  const isOfSide = (params['mentorCheck'] !== undefined) === (check.side === 'mentor');
  if (!mayAnswer || (link?.subjectId == null && !isOfSide)) throw notFound('fit check');
  const mayStillChange = mayTakeBack(check.answeredAt, ctx.clock.now());
  const { zone } = ctx.org;
  return {
    takeBackUntil: mayStillChange ? timeInZone(standsFrom(check.answeredAt ?? ''), zone) : null,
    // Behind a link the frame names them.
    ring: link === null ? await whomToRing(tx, ctx.clock.now(), check) : null,
    home: own.isReachable ? (check.side === 'mentor' ? own.mentor : own.firm) : null,
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
  if (verbOf(form, ['answer', 'take-back'], 'as') === 'take-back') {
    await (side === 'mentor'
      ? takeBackMentorFitAnswer(ctx, { checkId })
      : takeBackFitAnswer(ctx, { checkId }));
    return done(url.pathname, 'Taken back. Please answer anew.');
  }
  const { answer } = await (side === 'mentor'
    ? answerMentorFitCheck(ctx, said)
    : answerFitCheck(ctx, said));
  return done(url.pathname, thanks[answer]);
});

const thanks: Record<FitAnswer, string> = {
  good: 'Thank you. We are glad that it fits.',
  undecided: 'Thank you. We ask again in three weeks.',
  'not-good': 'Thank you for saying so. Your adviser or the programme will be in touch.',
};

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { home, side, other, answer: given, refusal } = page;
  const answer = useFormAnswer();
  return (
    <>
      <title>{`Does it fit with ${other}?`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={`Does it fit with ${other}?`}
        {...(home === null ? {} : { back: { label: homeLabels[side], href: home } })}
      />
      <NotTaken answer={answer} isClosed={refusal !== null} fields={['note']} />
      {given ? <Inset>You said: {fitWords[given].toLowerCase()}.</Inset> : null}
      {refusal ? (
        page.takeBackUntil === null ? (
          <p className="govuk-body">{refusal}</p>
        ) : null
      ) : (
        <Form>
          <HiddenField name="as" value="answer" />
          <HiddenField name="side" value={side} />
          <TextArea
            name="note"
            label="What should the staff know?"
            answer={answer}
            rows={2}
            maxLength={2000}
            isOptional
          />
          <fieldset className="govuk-fieldset" id="field-answer">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
              After meeting, how does it look?
            </legend>
            <p className="govuk-hint">
              One tap sends it. Only the programme’s staff see it; {other} does not.
            </p>
            <ButtonRow>
              {fitAnswers.map((value) => (
                <Button key={value} kind="secondary" name="answer" value={value}>
                  {fitWords[value]}
                </Button>
              ))}
            </ButtonRow>
          </fieldset>
        </Form>
      )}
      {page.takeBackUntil === null || given === null ? null : (
        <Panel title="A slip of the finger?">
          <p className="govuk-body">
            You can take your answer back until {page.takeBackUntil}.
            {given === 'not-good' ? ' Nobody is told before that.' : ''}
          </p>
          <PostButton values={{ as: 'take-back', side }}>Take it back</PostButton>
        </Panel>
      )}
      {page.ring === null ? null : <WhomToRing people={[page.ring]} />}
    </>
  );
}
