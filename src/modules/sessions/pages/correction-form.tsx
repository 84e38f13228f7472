import { dateInZone, minutesBetween, timeInZone } from '../../../kernel/calendar.ts';
import { type FormAnswer, listOf, textOf } from '../../../kernel/form-answer.ts';
import { listWords } from '../../../kernel/text.ts';
import { ConflictPanel } from '../../../ui/conflict-panel.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { type AreaKey, areaShortLabels } from '../../programmes/area.ts';
import { offeredLengths } from '../session-form.ts';
import { modeWords } from '../session-words.ts';
import { MoreFields, SessionFields, UnusualField } from './session-fields.tsx';

interface CorrectionFormProps {
  answer: FormAnswer;
  session: {
    startsAt: string;
    endsAt: string;
    mode: string;
    place: string;
    topics: readonly string[];
    kinds: readonly string[];
    summary: string;
    preparation: number;
    followUp: number;
    travel: number;
    administration: number;
    version: number;
  };
  zone: string;
  today: string;
  /** Where the form shows what is stored now. */
  reloadHref: string;
}

/** A logged session to be corrected; both versions when somebody else corrected it meanwhile. */
export function CorrectionForm({ answer, session, zone, today, reloadHref }: CorrectionFormProps) {
  const date = dateInZone(session.startsAt, zone);
  const start = timeInZone(session.startsAt, zone);
  const length = minutesBetween(session.startsAt, session.endsAt);
  const isOffered = offeredLengths.some((one) => one === length);
  return (
    <>
      {answer.theirs ? (
        <ConflictPanel
          what="session"
          reloadHref={reloadHref}
          rows={[
            {
              label: 'Day and time',
              mine: `${textOf(answer.values, 'date')} ${textOf(answer.values, 'start')}`,
              theirs: `${date} ${start}`,
            },
            {
              label: 'How',
              mine: modeWords[textOf(answer.values, 'mode')],
              theirs: modeWords[session.mode],
            },
            {
              label: 'About',
              mine: areasInWords(listOf(answer.values, 'topics')),
              theirs: areasInWords(session.topics),
            },
            { label: 'Notes', mine: textOf(answer.values, 'summary'), theirs: session.summary },
          ]}
        />
      ) : null}
      <Form label="Correct the session" version={session.version} guardsLeaving>
        <HiddenField name="do" value="correct" />
        <SessionFields
          answer={answer}
          date={date}
          start={start}
          length={isOffered ? length : null}
          mode={session.mode}
          topics={session.topics}
          kinds={session.kinds}
          today={today}
        />
        <TextArea
          name="summary"
          label="Notes both sides see"
          value={session.summary}
          answer={answer}
          isOptional
        />
        <MoreFields
          answer={answer}
          end={isOffered ? '' : timeInZone(session.endsAt, zone)}
          place={session.place}
          minutes={session}
        />
        <UnusualField answer={answer} />
        <Button>Save the correction</Button>
      </Form>
    </>
  );
}

function areasInWords(areas: readonly string[]): string {
  return listWords(areas.map((area) => areaShortLabels[area as AreaKey] ?? area));
}
