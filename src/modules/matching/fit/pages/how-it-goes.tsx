import { dateInZone, formatDate } from '../../../../kernel/calendar.ts';
import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { Panel } from '../../../../ui/card.tsx';
import { ChipGroup } from '../../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField, PostButton } from '../../../../ui/form.tsx';
import { Details } from '../../../../ui/summary-list.tsx';
import { Tag, type Tone } from '../../../../ui/tag.tsx';
import { rematchSourceWords } from '../../rematch/rematch.ts';
import { type FitAnswer, fitAnswers, fitWords } from '../fit-check.ts';
import type { FitLine, FitOfMatch } from '../reads.ts';

const tones: Record<FitAnswer, Tone> = { good: 'good', undecided: 'warn', 'not-good': 'bad' };
const outcomes = { changed: 'The mentor was changed.', kept: 'They go on together:' };
const occasions = { 'third-session': 'After some sessions', closure: 'At the end' };

interface HowItGoesProps {
  fit: FitOfMatch;
  names: { enterprise: string; mentor: string };
  zone: string;
  /** Whether an answer by telephone can be recorded. */
  mayAnswer: boolean;
  maySendAgain: boolean;
  /** Whether the match goes on; one that has ended is not asked any more whether it fits. */
  isOn: boolean;
  answer: FormAnswer;
}

/** What both sides said about the match, for staff: neither side sees the other’s. */
export function HowItGoes(props: HowItGoesProps) {
  const { fit, names, zone, mayAnswer, maySendAgain, isOn, answer } = props;
  const open = fit.checks.filter((check, at) => at === fit.checks.findIndex(sameSide(check)));
  return (
    <Panel title="How it goes">
      {fit.checks.length === 0 ? (
        <p className="govuk-body">
          Both sides are asked whether they fit on the working day after their first meeting.
        </p>
      ) : (
        <ul className="govuk-list app-lines">
          {fit.checks.map((check) => (
            <li key={check.id}>
              <strong>{names[check.side]}</strong>{' '}
              {check.answer ? (
                <Tag tone={tones[check.answer]}>{fitWords[check.answer]}</Tag>
              ) : (
                <Tag tone="info">No answer yet</Tag>
              )}
              <br />
              <span className="app-quiet">
                Asked on {formatDate(dateInZone(check.askedAt, zone))}
                {check.answeredAt
                  ? `, answered on ${formatDate(dateInZone(check.answeredAt, zone))}`
                  : ''}
                {check.note ? `: “${check.note}”` : ''}
              </span>
              {maySendAgain && isOn && check.answer === null && open.includes(check) ? (
                <PostButton values={{ do: 'send-again', kind: 'fit', questionId: check.id }}>
                  Send the question again
                  <span className="govuk-visually-hidden"> to {names[check.side]}</span>
                </PostButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {fit.feedback.map((one, at) => (
        <div className="govuk-body" key={one.occasion}>
          {occasions[one.occasion]}:{' '}
          {one.relation === null
            ? `${names.enterprise} was asked on ${formatDate(dateInZone(one.askedAt, zone))}, no answer yet.`
            : `working together ${one.relation} of 5, help with the need ${one.outcome} of 5.`}
          {one.note ? ` “${one.note}”` : ''}
          {maySendAgain && one.relation === null && at === fit.feedback.length - 1 ? (
            <PostButton values={{ do: 'send-again', kind: 'feedback', questionId: one.id }}>
              Send the question again
              <span className="govuk-visually-hidden"> about how it went</span>
            </PostButton>
          ) : null}
        </div>
      ))}
      {fit.rematches.map((one) => (
        <p className="govuk-body" key={one.raisedAt}>
          {rematchSourceWords[one.source]}, {formatDate(dateInZone(one.raisedAt, zone))}
          {one.note ? `: “${one.note}”` : ''}. {one.outcome ? outcomes[one.outcome] : ''}
          {one.reason ? ` ${one.reason}` : ''}
        </p>
      ))}
      {mayAnswer
        ? open
            .filter((check) => check.answer === null || check.answer === 'undecided')
            .map((check) => (
              <Details
                key={check.id}
                summary={`Record what ${names[check.side]} said`}
                isOpen={answer.values['checkId'] === check.id}
              >
                <Form label={`Record what ${names[check.side]} said`}>
                  <HiddenField name="do" value="fit" />
                  <HiddenField name="side" value={check.side} />
                  <HiddenField name="checkId" value={check.id} />
                  <ChipGroup
                    name="answer"
                    label="Does it fit?"
                    scope={check.id}
                    options={fitAnswers.map((value) => ({ value, label: fitWords[value] }))}
                    answer={answer}
                    isSingle
                  />
                  <Button kind="secondary">Record</Button>
                </Form>
              </Details>
            ))
        : null}
    </Panel>
  );
}

const sameSide = (check: FitLine) => (other: FitLine) => other.side === check.side;
