import { type FormAnswer } from '../../../kernel/form-answer.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { Checkbox, ChipGroup, SelectField } from '../../../ui/choice-fields.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import {
  DateField,
  NumberField,
  TextArea,
  TextField,
  TimeField,
} from '../../../ui/text-fields.tsx';
import { type AreaKey, areaKeys, areaShortLabels } from '../../programmes/area.ts';
import { attendanceStates, attendanceWords } from '../attendance.ts';
import { offeredLengths } from '../session-form.ts';
import { sessionKinds, sessionModes } from '../session.ts';
import { kindWords, modeWords } from '../session-words.ts';

interface SessionFieldsProps {
  answer: FormAnswer;
  date: string;
  start: string;
  end?: string;
  length: number | null;
  mode: string;
  topics: readonly string[];
  kinds: readonly string[];
  today: string;
  /** What it was about is folded away while the choices made beforehand are likely right. */
  foldsAbout?: boolean;
}

/** When, how and about what: the part of a log that takes half a minute on a phone. */
export function SessionFields(props: SessionFieldsProps) {
  const { answer } = props;
  return (
    <>
      <div className="app-line">
        <DateField name="date" label="Day" value={props.date} max={props.today} answer={answer} />
        <TimeField name="start" label="Began at" value={props.start} answer={answer} />
      </div>
      <ChipGroup
        name="length"
        label="How long"
        isSingle
        values={props.length === null ? [] : [String(props.length)]}
        options={offeredLengths.map((length) => ({
          value: String(length),
          label: formatMinutes(length),
        }))}
        answer={answer}
      />
      <ChipGroup
        name="mode"
        label="How you met"
        isSingle
        values={[props.mode]}
        options={sessionModes.map((mode) => ({ value: mode, label: modeWords[mode] }))}
        answer={answer}
      />
      {props.foldsAbout ? (
        <Details summary={aboutOf(props)} isOpen={Object.keys(answer.errors ?? {}).length > 0}>
          <AboutFields {...props} />
        </Details>
      ) : (
        <AboutFields {...props} />
      )}
    </>
  );
}

function AboutFields(props: Pick<SessionFieldsProps, 'answer' | 'topics' | 'kinds'>) {
  const { answer } = props;
  return (
    <>
      <ChipGroup
        name="topics"
        label="About"
        values={props.topics}
        options={areaKeys.map((area) => ({ value: area, label: areaShortLabels[area] }))}
        answer={answer}
      />
      <ChipGroup
        name="kinds"
        label="What it was"
        values={props.kinds}
        options={sessionKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
        answer={answer}
      />
    </>
  );
}

/** The choices made beforehand, in a line. */
function aboutOf({ topics, kinds }: Pick<SessionFieldsProps, 'topics' | 'kinds'>): string {
  const words = [
    ...topics.map((area) => areaShortLabels[area as AreaKey] ?? area),
    ...kinds.map((kind) => kindWords[kind] ?? kind),
  ];
  return words.length === 0 ? 'What it was about' : `About: ${words.join(', ')}. Change`;
}

interface MoreFieldsProps {
  answer: FormAnswer;
  end?: string;
  place?: string;
  minutes?: Partial<Record<'preparation' | 'followUp' | 'travel' | 'administration', number>>;
}

/** What is seldom needed: another end, the place, minutes of other kinds. */
export function MoreFields({ answer, end, place, minutes = {} }: MoreFieldsProps) {
  const others = [
    ['preparation', 'Preparation for this enterprise'],
    ['followUp', 'Written follow-up for this enterprise'],
    ['travel', 'Travel'],
    ['administration', 'Administration'],
  ] as const;
  const isOpen = Object.keys(answer.errors ?? {}).length > 0;
  return (
    <Details summary="Exact end, place and other time" isOpen={isOpen}>
      <TimeField
        name="end"
        label="Ended at"
        hint="Only when none of the lengths above is right."
        value={end}
        answer={answer}
        isOptional
      />
      <TextField name="place" label="Place" value={place} answer={answer} isOptional />
      {others.map(([name, label]) => (
        <NumberField
          key={name}
          name={name}
          label={label}
          suffix="minutes"
          width={3}
          value={minutes[name] ? minutes[name] : ''}
          answer={answer}
          isOptional
        />
      ))}
    </Details>
  );
}

/** Asked only when the time is unusual: whoever logs it says that it is right. */
export function UnusualField({ answer }: { answer: FormAnswer }) {
  if (answer.errors?.['isRight'] === undefined && answer.values['isRight'] !== 'yes') return null;
  return <Checkbox name="isRight" label="Yes, this time is right" value="yes" answer={answer} />;
}

/** Attendance of both sides, folded away while both came. */
export function AttendanceFields({ answer }: { answer: FormAnswer }) {
  const options = attendanceStates
    .filter((state) => state !== 'excused')
    .map((state) => ({ value: state, label: attendanceWords[state] }));
  const hasMissed = ['enterprise', 'mentor'].some((side) => {
    const state = answer.values[`${side}.attendance`];
    return state !== undefined && state !== 'attended';
  });
  return (
    <Details summary="Somebody was late or did not come" isOpen={hasMissed}>
      <SelectField
        name="enterprise.attendance"
        label="The enterprise"
        options={options}
        value="attended"
        answer={answer}
      />
      <TextField
        name="enterprise.reason"
        label="Why"
        hint="Needed for a late cancellation or when nobody came."
        answer={answer}
        isOptional
      />
      <SelectField
        name="mentor.attendance"
        label="The mentor"
        options={options}
        value="attended"
        answer={answer}
      />
      <TextField name="mentor.reason" label="Why" answer={answer} isOptional />
    </Details>
  );
}

/** What was agreed, and what stays between the mentor and the adviser. */
export function OutcomeFields({ answer, hasRemark }: { answer: FormAnswer; hasRemark: boolean }) {
  return (
    <>
      <TextField
        name="action.enterprise"
        label="Next step of the enterprise"
        answer={answer}
        isOptional
        maxLength={500}
      />
      <Details
        summary={
          hasRemark
            ? 'Your next step, notes and a private remark'
            : 'The mentor’s next step and notes'
        }
        isOpen={isFilled(answer, ['action.mentor', 'summary', 'remark'])}
      >
        <TextField
          name="action.mentor"
          label={hasRemark ? 'Your next step' : 'Next step of the mentor'}
          answer={answer}
          isOptional
          maxLength={500}
        />
        <TextArea name="summary" label="Notes both sides see" answer={answer} isOptional rows={2} />
        {hasRemark ? (
          <TextArea
            name="remark"
            isPrivate
            label="Private remark"
            hint="Only you and the adviser read it; it is kept sealed."
            answer={answer}
            isOptional
            rows={2}
          />
        ) : null}
      </Details>
    </>
  );
}

function isFilled(answer: FormAnswer, names: readonly string[]): boolean {
  return names.some((name) => (answer.values[name] ?? '') !== '');
}
