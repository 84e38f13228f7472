import { dateInZone, formatDate } from '../../../kernel/calendar.ts';
import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { askText } from '../asks/ask.ts';
import { barCauseWords } from '../match.ts';
import { BarLetter } from './match-forms.tsx';
import type { MatchingPage } from './open-matching.ts';

/** Mentors kept apart from this enterprise, with whose wish it is; managers can let them meet again. */
export function KeptApart({ page, answer }: { page: MatchingPage; answer: FormAnswer }) {
  return (
    <>
      <Apart page={page} answer={answer} />
      {page.mayBar ? <KeepApart page={page} answer={answer} /> : null}
    </>
  );
}

function Apart({ page, answer }: { page: MatchingPage; answer: FormAnswer }) {
  if (page.barred.length === 0) return null;
  return (
    <Details
      summary={`Kept apart from this enterprise (${page.barred.length})`}
      isOpen={answer.values['do'] === 'unbar'}
    >
      <ul className="govuk-list app-sent">
        {page.barred.map((pair) => (
          <li key={pair.mentorId}>
            <strong>{pair.mentorName}</strong>, since{' '}
            {formatDate(dateInZone(pair.barredAt, page.zone))}. {barCauseWords[pair.cause]}:{' '}
            {pair.reason}
            {page.mayUnbar ? (
              <Form label={`Let ${pair.mentorName} and this enterprise meet again`}>
                <HiddenField name="do" value="unbar" />
                <HiddenField name="enrolmentId" value={page.need.enrolmentId} />
                <HiddenField name="barredId" value={pair.mentorId} />
                <TextField
                  name="reason"
                  label="Why not any more"
                  scope={pair.mentorId}
                  answer={answer}
                />
                <Button kind="secondary">Let them meet again</Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** Whom this enterprise is not to be matched with, before any match: its own wish, the mentor's, or a reason of ours. */
function KeepApart({ page, answer }: { page: MatchingPage; answer: FormAnswer }) {
  const barred = new Set(page.barred.map((pair) => pair.mentorId));
  const mentors = [...page.ranked, ...page.excluded]
    .filter((each) => !barred.has(each.mentorId))
    .map(({ mentorId, name }) => ({ value: mentorId, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'));
  const own = answer.values['do'] === 'bar' ? answer : { values: {} };
  return (
    <Details
      summary="Keep a mentor apart from this enterprise"
      isOpen={answer.values['do'] === 'bar'}
    >
      <Form label="Keep a mentor apart from this enterprise">
        <HiddenField name="do" value="bar" />
        <HiddenField name="enrolmentId" value={page.need.enrolmentId} />
        <SelectField
          name="mentorId"
          scope="apart"
          label="Mentor"
          emptyLabel="Choose"
          options={mentors}
          answer={own}
        />
        <SelectField
          name="cause"
          scope="apart"
          label="Whose wish is it?"
          emptyLabel="Choose"
          options={Object.entries(barCauseWords).map(([value, label]) => ({ value, label }))}
          answer={own}
        />
        <TextField name="reason" label="Why" hint="Only staff see it." scope="apart" answer={own} />
        {page.offers.some((offer) => offer.state === 'pending') ? (
          <BarLetter
            to="the mentor"
            text={askText({ kind: 'offer', area: page.need.area })}
            scope="apart"
            answer={own}
          />
        ) : null}
        <Button kind="secondary">Keep them apart</Button>
      </Form>
    </Details>
  );
}
