import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { Checkbox, RadioGroup } from '../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { declineWords, matchRoles, roleWords } from '../offer.ts';
import { partWords } from '../weights.ts';
import type { RankedCard } from './open-matching.ts';
import { PartsTable, Reasons } from './score-words.tsx';

interface RankedMentorProps {
  mentor: RankedCard;
  href: string;
  compareHref: string;
  isCompared: boolean;
  mayOffer: boolean;
  /** Whether a shortlist can be sent now. */
  mayList: boolean;
  /** Whether the shortlist begins with this mentor. */
  isSuggested: boolean;
  /** Whether the firm chooses here, so that asking directly wants a reason. */
  asksWhy: boolean;
  /** Whether the firm wishes to be asked about each mentor first. */
  asksFirm: boolean;
  answer: FormAnswer;
}

/** One mentor of the ranking: what speaks for and against, on which data, and how to go on with them. */
export function RankedMentor(props: RankedMentorProps) {
  const { mentor, mayOffer, answer } = props;
  const isTyped = answer.values['do'] === 'offer' && answer.values['mentorId'] === mentor.mentorId;
  const own = isTyped ? answer : { values: {} };
  return (
    <li className="app-rank">
      <div className="app-rank__head">
        <h3 className="govuk-heading-s">
          {mentor.place}. <a href={props.href}>{mentor.name}</a>
        </h3>
        <p className="app-rank__score">
          <strong>{Math.round(mentor.total / 100)}</strong> of 100
        </p>
      </div>
      {mentor.headline ? <p className="govuk-body-s app-under">{mentor.headline}</p> : null}
      <Reasons mentor={mentor} />
      <p className="govuk-body-s">
        {mentor.liveMatches + mentor.offersOpen} of {mentor.places} places taken
        {mentor.flags.length > 0
          ? `. Not known: ${mentor.flags.map((flag) => partWords[flag].toLowerCase()).join(', ')}`
          : ''}
        . {mentor.declined ? <DeclinedTag {...mentor.declined} /> : null}
      </p>
      <div className="app-rank__ways">
        {props.mayList ? (
          <label className="app-tick">
            <input
              type="checkbox"
              name="mentorIds"
              value={mentor.mentorId}
              form="shortlist"
              defaultChecked={
                props.isSuggested || [answer.values['mentorIds']].flat().includes(mentor.mentorId)
              }
            />{' '}
            On the shortlist<span className="govuk-visually-hidden"> {mentor.name}</span>
          </label>
        ) : null}
        <a className="govuk-link" href={props.compareHref}>
          {props.isCompared ? 'Stop comparing' : 'Compare'}
          <span className="govuk-visually-hidden"> {mentor.name}</span>
        </a>
      </div>
      <Details summary="All parts of the score">
        <PartsTable parts={mentor.parts} />
      </Details>
      {mayOffer ? (
        <Details summary={`Ask ${mentor.name} directly`} isOpen={isTyped}>
          <Form label={`Ask ${mentor.name}`}>
            <HiddenField name="do" value="offer" />
            <HiddenField name="mentorId" value={mentor.mentorId} />
            <RadioGroup
              name="role"
              label="Role"
              scope={mentor.mentorId}
              value="specialist"
              options={matchRoles.map((value) => ({ value, ...roleWords[value] }))}
              answer={own}
              isSmall
            />
            {mentor.place > 1 || props.asksWhy ? (
              <TextArea
                name="overrideReason"
                label={
                  props.asksWhy
                    ? 'Why is this mentor asked directly, and the firm does not choose?'
                    : 'Why this mentor and not the one ranked first?'
                }
                scope={mentor.mentorId}
                answer={own}
                rows={2}
              />
            ) : null}
            <TextArea
              name="remark"
              label="What else should the mentor know?"
              hint="The mentor reads it before answering, so it must not tell who the firm is: names are taken out."
              scope={mentor.mentorId}
              answer={own}
              rows={3}
              isOptional
            />
            {props.asksFirm ? (
              <Checkbox
                name="firmAgreed"
                label="I have asked the enterprise: it agrees to this mentor"
                scope={mentor.mentorId}
                answer={own}
              />
            ) : null}
            <Button>Send the offer</Button>
          </Form>
        </Details>
      ) : null}
    </li>
  );
}

function DeclinedTag({ state, reason }: NonNullable<RankedCard['declined']>) {
  const words = reason ? `: ${declineWords[reason].toLowerCase()}` : '';
  return <Tag tone="warn">{state === 'expired' ? 'Did not answer' : `Said no${words}`}</Tag>;
}
