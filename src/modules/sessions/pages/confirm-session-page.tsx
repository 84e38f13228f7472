import { useLoaderData } from 'react-router';
import { dateInZone, formatDate, minutesBetween, timeInZone } from '../../../kernel/calendar.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { participantPaths } from '../../../kernel/paths.ts';
import { listWords } from '../../../kernel/text.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details, SummaryList } from '../../../ui/summary-list.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { type AreaKey, areaLabels } from '../../programmes/area.ts';
import type { AttendanceState } from '../attendance.ts';
import { confirmSession } from '../commands/confirm-session.ts';
import { disputeSession } from '../commands/dispute-session.ts';
import { sessionPermissions } from '../permissions.ts';
import { sessionForEnterprise } from '../log/reads.ts';
import { questionOf } from '../session-question.ts';
import { kindWords, modeWords } from './session-fields.tsx';

export const loader = loadPage(async ({ ctx, tx, params, link }) => {
  const sessionId = link?.subjectId ?? params['session'] ?? '';
  const own = [...ctx.actor.ownEnterpriseIds];
  const session = await sessionForEnterprise(tx, sessionId, own);
  if (!session || !may(ctx.actor, sessionPermissions.session.confirm, session)) {
    throw notFound('session');
  }
  return { org: ctx.org.slug, isByLink: link !== null, session };
});

export const action = actPage(async ({ ctx, form, params, link, url, done }) => {
  const sessionId = link?.subjectId ?? params['session'] ?? '';
  const key = { sessionId, enrolmentId: textOf(form, 'enrolmentId') };
  const back = link ? url.pathname : participantPaths(ctx.org.slug).home;
  if (verbOf(form, ['confirm', 'dispute']) === 'dispute') {
    await disputeSession(ctx, { ...key, dispute: textOf(form, 'dispute') });
    return done(back, 'Thank you. Your adviser will look at it.');
  }
  await confirmSession(ctx, key);
  const isHeld = textOf(form, 'isHeld') === 'yes';
  return done(back, `Thank you, ${isHeld ? 'the session' : 'that'} is confirmed.`);
});

export default function Screen() {
  const { org, isByLink, session } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const day = formatDate(dateInZone(session.startsAt, session.zone));
  const question = questionOf({
    mentors: session.mentors,
    attendance: session.attendance as AttendanceState,
    mentorAttendance: session.mentorAttendance as AttendanceState,
  });
  const what = question.isHeld ? 'session' : 'appointment';
  const isOpen = session.confirmation === 'waiting' || session.confirmation === 'disputed';
  return (
    <>
      <title>{`${question.isHeld ? 'Session' : 'Appointment'} on ${day} – Espalier`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={isOpen ? question.title : question.isHeld ? 'Session' : 'Appointment'}
        caption={`${session.enterpriseName} with ${session.mentors}`}
        {...(isByLink
          ? {}
          : { back: { label: 'My enterprise', href: participantPaths(org).home } })}
      />
      {session.confirmation === 'confirmed' ? (
        <Inset>You have confirmed this {what}. There is nothing more to do.</Inset>
      ) : null}
      {session.confirmation === 'disputed' ? (
        <Inset>You said: “{session.dispute}” Your adviser will settle it.</Inset>
      ) : null}
      {session.state === 'cancelled' ? <Inset>This {what} was cancelled.</Inset> : null}
      <p className="govuk-body">{question.said}</p>
      <SummaryList
        rows={[
          { key: 'Day', value: day },
          {
            key: question.isHeld ? 'Time' : 'Agreed time',
            value: `${timeInZone(session.startsAt, session.zone)} to ${timeInZone(session.endsAt, session.zone)} (${formatMinutes(minutesBetween(session.startsAt, session.endsAt))})`,
          },
          {
            key: 'How',
            value: [modeWords[session.mode], session.place].filter(Boolean).join(', '),
          },
          ...(question.isHeld
            ? [
                {
                  key: 'About',
                  value: listWords(
                    session.topics.map((area) => areaLabels[area as AreaKey] ?? area),
                  ),
                },
                {
                  key: 'What it was',
                  value: listWords(session.kinds.map((kind) => kindWords[kind] ?? kind)),
                },
              ]
            : []),
          ...(question.isHeld || session.summary
            ? [{ key: 'Notes', value: session.summary || 'None' }]
            : []),
        ]}
      />
      {isOpen && session.state === 'logged' ? (
        <>
          {session.confirmation === 'waiting' ? (
            <Form label="Confirm">
              <HiddenField name="do" value="confirm" />
              <HiddenField name="enrolmentId" value={session.enrolmentId} />
              <HiddenField name="isHeld" value={question.isHeld ? 'yes' : 'no'} />
              <Button>{question.yes}</Button>
            </Form>
          ) : null}
          <Details
            summary="Something is not right"
            isOpen={answer.errors?.['dispute'] !== undefined}
          >
            <Form label="Dispute">
              <HiddenField name="enrolmentId" value={session.enrolmentId} />
              <HiddenField name="do" value="dispute" />
              <TextArea
                name="dispute"
                label="What is not right?"
                hint={question.hint}
                value={session.dispute}
                answer={answer}
              />
              <Button kind="secondary">Send to the adviser</Button>
            </Form>
          </Details>
        </>
      ) : null}
    </>
  );
}
