import { dateInZone, formatDate } from '../../../kernel/calendar.ts';
import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { barCauseWords } from '../match.ts';
import type { MatchingPage } from './open-matching.ts';

/** Mentors kept apart from this enterprise, with whose wish it is; managers can let them meet again. */
export function KeptApart({ page, answer }: { page: MatchingPage; answer: FormAnswer }) {
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
