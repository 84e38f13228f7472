import { dateInZone, formatDate, minutesBetween, timeInZone } from '../../../kernel/calendar.ts';
import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { Panel } from '../../../ui/card.tsx';
import { RadioGroup, SelectField } from '../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { DateField, NumberField, TextArea, TimeField } from '../../../ui/text-fields.tsx';
import { attendanceOptions } from './attendance-forms.tsx';

interface SettleFormProps {
  firm: { enrolmentId: string; name: string; attendance: string; dispute: string };
  session: {
    version: number;
    starts_at: string;
    ends_at: string;
    preparation_minutes: number;
    follow_up_minutes: number;
    travel_minutes: number;
    administration_minutes: number;
  };
  zone: string;
  /** No other firm was there, which would be asked again about another time. */
  isOnly: boolean;
  answer: FormAnswer;
}

/** A dispute with what was said, what the firm did, the time that holds, and why: nothing is chosen beforehand. */
export function SettleForm({ firm, session, zone, isOnly, answer }: SettleFormProps) {
  const from = timeInZone(session.starts_at, zone);
  const to = timeInZone(session.ends_at, zone);
  const length = formatMinutes(minutesBetween(session.starts_at, session.ends_at));
  const scope = firm.enrolmentId;
  const others = [
    ['preparation', 'Preparation', session.preparation_minutes],
    ['followUp', 'Written follow-up', session.follow_up_minutes],
    ['travel', 'Travel', session.travel_minutes],
    ['administration', 'Administration', session.administration_minutes],
  ] as const;
  const mine = answer.values['enrolmentId'] === firm.enrolmentId ? answer : { values: {} };
  return (
    <Panel title={`Settle the dispute with ${firm.name}`}>
      <Inset>
        {firm.name} said: “{firm.dispute}”
      </Inset>
      <Form label={`Settle the dispute with ${firm.name}`} version={session.version}>
        <HiddenField name="do" value="settle" />
        <HiddenField name="enrolmentId" value={firm.enrolmentId} />
        <SelectField
          name="attendance"
          label="The enterprise"
          value={firm.attendance}
          options={attendanceOptions}
          answer={mine}
          scope={scope}
        />
        <RadioGroup
          name="time"
          label="The time that holds"
          answer={mine}
          scope={scope}
          options={[
            {
              value: 'logged',
              label: `As logged: ${from} to ${to} on ${formatDate(dateInZone(session.starts_at, zone))}, ${length}`,
            },
            {
              value: 'other',
              label: 'Another time',
              ...(isOnly ? {} : { hint: 'The other enterprises of this session are asked again.' }),
              reveals: (
                <>
                  <div className="app-line">
                    <DateField
                      name="date"
                      label="Day"
                      value={dateInZone(session.starts_at, zone)}
                      answer={mine}
                      scope={scope}
                    />
                    <TimeField
                      name="start"
                      label="Began at"
                      value={from}
                      answer={mine}
                      scope={scope}
                    />
                    <TimeField name="end" label="Ended at" value={to} answer={mine} scope={scope} />
                  </div>
                  {others.map(([name, label, minutes]) => (
                    <NumberField
                      key={name}
                      name={name}
                      label={label}
                      suffix="minutes"
                      width={3}
                      value={minutes || ''}
                      answer={mine}
                      scope={scope}
                      isOptional
                    />
                  ))}
                </>
              ),
            },
          ]}
        />
        <TextArea
          name="reason"
          label="Why you settle it this way"
          hint="Both sides read it."
          answer={mine}
          scope={scope}
          rows={2}
        />
        <Button>Settle</Button>
      </Form>
    </Panel>
  );
}
