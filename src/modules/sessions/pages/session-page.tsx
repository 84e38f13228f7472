import { useLoaderData } from 'react-router';
import { dateInZone, formatDate, formatInstant, timeInZone } from '../../../kernel/calendar.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { listWords } from '../../../kernel/text.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField, LinkButton } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details, SummaryList } from '../../../ui/summary-list.tsx';
import { TextArea, TextField } from '../../../ui/text-fields.tsx';
import { type AreaKey, areaLabels } from '../../programmes/area.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { type AttendanceState, attendanceStates, attendanceWords } from '../attendance.ts';
import { cancelSession } from '../commands/cancel-session.ts';
import { recordAttendance } from '../commands/record-attendance.ts';
import { settleDispute } from '../commands/settle-dispute.ts';
import { enterprisePermissions } from '../../enterprises/permissions.ts';
import { mentorPermissions } from '../../mentors/permissions.ts';
import { sessionPermissions } from '../permissions.ts';
import { readRemark } from '../remark-rows.ts';
import { sessionById } from '../log/reads.ts';
import { kindWords, modeWords } from './session-fields.tsx';
import { confirmationWords } from '../session-words.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  const found = await sessionById(tx, programme.id, params['session'] ?? '');
  if (!found || !may(ctx.actor, sessionPermissions.session.read, subject))
    throw notFound('session');
  const remarks: { mentor: string; text: string }[] = [];
  if (may(ctx.actor, sessionPermissions.remark.read, subject)) {
    for (const mentor of found.mentors) {
      const text = await readRemark(tx, ctx, {
        sessionId: found.session.id,
        mentorId: mentor.mentorId,
      });
      if (text !== null) remarks.push({ mentor: mentor.name, text });
    }
  }
  return {
    org: ctx.org.slug,
    zone: programme.zone,
    programme: programme.slug,
    ...found,
    remarks,
    mayOpenFirms: may(ctx.actor, enterprisePermissions.enrolment.read, subject),
    mayOpenMentors: may(ctx.actor, mentorPermissions.mentor.read, subject),
    maySettle: may(ctx.actor, sessionPermissions.session.settle, subject),
    mayCorrect: may(ctx.actor, sessionPermissions.session.correct, subject),
    mayExcuse: may(ctx.actor, sessionPermissions.session.excuse, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, url, done }) => {
  const sessionId = params['session'] ?? '';
  const what = verbOf(form, ['settle', 'attendance', 'cancel']);
  if (what === 'settle') {
    await settleDispute(ctx, {
      sessionId,
      enrolmentId: textOf(form, 'enrolmentId'),
      attendance: textOf(form, 'attendance') as AttendanceState,
      reason: textOf(form, 'reason'),
    });
    return done(url.pathname, 'The dispute is settled.');
  }
  if (what === 'attendance') {
    const enrolmentId = textOf(form, 'enrolmentId');
    await recordAttendance(ctx, {
      sessionId,
      side: enrolmentId ? { enrolmentId } : { mentorId: textOf(form, 'mentorId') },
      attendance: textOf(form, 'attendance') as AttendanceState,
      reason: textOf(form, 'reason'),
    });
    return done(url.pathname, 'The attendance is changed.');
  }
  await cancelSession(ctx, { sessionId, reason: textOf(form, 'reason') });
  return done(url.pathname, 'The session is taken out of every count.');
});

const attendanceOptions = attendanceStates.map((state) => ({
  value: state,
  label: attendanceWords[state],
}));

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { session, firms, mentors, zone } = page;
  const paths = programmePaths(page.org, page.programme);
  const day = formatDate(dateInZone(session.starts_at, zone));
  return (
    <>
      <title>{`Session on ${day} – Espalier`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={`Session on ${day}`}
        caption={`${listWords(firms.map((firm) => firm.name))} with ${listWords(mentors.map((one) => one.name))}`}
        back={{ label: 'Sessions', href: paths.sessions }}
        actions={
          page.mayCorrect && session.state === 'logged' ? (
            <LinkButton href={`${paths.session(session.id)}/correct`} kind="secondary">
              Correct
            </LinkButton>
          ) : null
        }
      />
      {session.state === 'cancelled' ? (
        <Inset>This session was taken out of every count.</Inset>
      ) : null}
      <Panel>
        <SummaryList
          rows={[
            {
              key: 'Time',
              value: `${timeInZone(session.starts_at, zone)} to ${timeInZone(session.ends_at, zone)}`,
            },
            {
              key: 'How',
              value: [modeWords[session.mode], session.place].filter(Boolean).join(', '),
            },
            {
              key: 'About',
              value: listWords(session.topics.map((area) => areaLabels[area as AreaKey] ?? area)),
            },
            {
              key: 'What it was',
              value: listWords(session.kinds.map((kind) => kindWords[kind] ?? kind)),
            },
            { key: 'Together', value: formatMinutes(session.contact_minutes) },
            { key: 'Preparation', value: formatMinutes(session.preparation_minutes) },
            { key: 'Written follow-up', value: formatMinutes(session.follow_up_minutes) },
            { key: 'Travel', value: formatMinutes(session.travel_minutes) },
            { key: 'Notes', value: session.summary || 'None' },
            {
              key: 'Logged',
              value: `${session.loggedBy ?? 'Espalier'}${session.logged_at ? `, ${formatInstant(session.logged_at, zone)}` : ''}`,
            },
          ]}
        />
      </Panel>
      {page.remarks.map((remark) => (
        <Panel key={remark.mentor} title={`Private remark of ${remark.mentor}`}>
          <p className="govuk-body">{remark.text}</p>
        </Panel>
      ))}
      <Panel title="Who was there">
        {firms.map((firm) => (
          <SummaryList
            key={firm.enrolmentId}
            rows={[
              {
                key: 'Enterprise',
                value: page.mayOpenFirms ? (
                  <a href={paths.enrolment(firm.enrolmentId).record}>{firm.name}</a>
                ) : (
                  firm.name
                ),
              },
              { key: 'Attendance', value: words(firm.attendance, firm.reason) },
              {
                key: 'Confirmation',
                value: [
                  confirmationWords[firm.confirmation],
                  firm.confirmedBy ? `by ${firm.confirmedBy}` : null,
                  firm.confirmedAt ? formatInstant(firm.confirmedAt, zone) : null,
                ]
                  .filter(Boolean)
                  .join(', '),
              },
              ...(firm.dispute ? [{ key: 'Disputed', value: firm.dispute }] : []),
            ]}
          />
        ))}
        {mentors.map((mentor) => (
          <SummaryList
            key={mentor.mentorId}
            rows={[
              {
                key: 'Mentor',
                value: page.mayOpenMentors ? (
                  <a href={paths.mentor(mentor.mentorId)}>{mentor.name}</a>
                ) : (
                  mentor.name
                ),
              },
              { key: 'Attendance', value: words(mentor.attendance, mentor.reason) },
            ]}
          />
        ))}
      </Panel>
      {firms
        .filter((firm) => firm.confirmation === 'disputed' && page.maySettle)
        .map((firm) => (
          <Panel key={firm.enrolmentId} title={`Settle the dispute with ${firm.name}`}>
            <Form label={`Settle the dispute with ${firm.name}`}>
              <HiddenField name="do" value="settle" />
              <HiddenField name="enrolmentId" value={firm.enrolmentId} />
              <SelectField
                name="attendance"
                label="The enterprise"
                value={firm.attendance}
                options={attendanceOptions}
                answer={answer}
              />
              <TextArea name="reason" label="Why you settle it this way" answer={answer} rows={2} />
              <Button>Settle</Button>
            </Form>
          </Panel>
        ))}
      {page.mayExcuse && session.state === 'logged' ? (
        <Details summary="Change the attendance or excuse a miss">
          {[
            ...firms.map((firm) => ({
              name: firm.name,
              attendance: firm.attendance,
              field: 'enrolmentId',
              id: firm.enrolmentId,
            })),
            ...mentors.map((one) => ({
              name: one.name,
              attendance: one.attendance,
              field: 'mentorId',
              id: one.mentorId,
            })),
          ].map((side) => (
            <Form key={side.id} label={`Attendance of ${side.name}`}>
              <HiddenField name="do" value="attendance" />
              <HiddenField name={side.field} value={side.id} />
              <SideFields {...side} />
              <Button kind="secondary">Save for {side.name}</Button>
            </Form>
          ))}
        </Details>
      ) : null}
      {page.mayCorrect && session.state === 'logged' ? (
        <Details summary="Take this session out">
          <Form label="Take this session out">
            <HiddenField name="do" value="cancel" />
            <TextField name="reason" label="Why?" answer={answer} />
            <Button kind="warning">Take it out of every count</Button>
          </Form>
        </Details>
      ) : null}
    </>
  );
}

function words(attendance: string, reason: string): string {
  const word = attendanceWords[attendance as AttendanceState];
  return reason === '' ? word : `${word}: ${reason}`;
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
