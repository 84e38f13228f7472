import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { attendanceStates, attendanceWords } from '../attendance.ts';

export const attendanceOptions = attendanceStates.map((state) => ({
  value: state,
  label: attendanceWords[state],
}));

interface AttendanceFormsProps {
  firms: readonly { enrolmentId: string; name: string; attendance: string }[];
  mentors: readonly { mentorId: string; name: string; attendance: string }[];
}

/** A form for each side, folded away: what it did, and why. */
export function AttendanceForms({ firms, mentors }: AttendanceFormsProps) {
  const sides = [
    ...firms.map((firm) => ({ ...firm, field: 'enrolmentId', id: firm.enrolmentId })),
    ...mentors.map((one) => ({ ...one, field: 'mentorId', id: one.mentorId })),
  ];
  return (
    <Details summary="Change the attendance or excuse a miss">
      <p className="govuk-body">
        The time counts for a firm once it has confirmed the session as it then stands: it is asked
        again.
      </p>
      {sides.map((side) => (
        <Form key={side.id} label={`Attendance of ${side.name}`}>
          <HiddenField name="do" value="attendance" />
          <HiddenField name={side.field} value={side.id} />
          <SideFields {...side} />
          <Button kind="secondary">Save for {side.name}</Button>
        </Form>
      ))}
    </Details>
  );
}

function SideFields({ name, attendance, id }: { name: string; attendance: string; id: string }) {
  return (
    <div className="app-line">
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={`attendance-${id}`}>
          {name}
        </label>
        <select
          className="govuk-select"
          id={`attendance-${id}`}
          name="attendance"
          defaultValue={attendance}
        >
          {attendanceOptions.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={`reason-${id}`}>
          Why
        </label>
        <input className="govuk-input" id={`reason-${id}`} name="reason" />
      </div>
    </div>
  );
}
