import { useLoaderData } from 'react-router';
import {
  dateInZone,
  formatDate,
  formatInstant,
  minutesBetween,
  timeInZone,
} from '../../../kernel/calendar.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { listWords } from '../../../kernel/text.ts';
import type { Ctx } from '../../../platform/context.ts';
import { saidOfLetter } from '../../../platform/mail/leaving.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField, LinkButton } from '../../../ui/form.tsx';
import { Inset, Warning } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details, SummaryList } from '../../../ui/summary-list.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { areaList } from '../../programmes/area.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import type { AttendanceState } from '../attendance.ts';
import { cancelSession } from '../commands/cancel-session.ts';
import { recordAttendance } from '../commands/record-attendance.ts';
import { requestConfirmation } from '../commands/request-confirmation.ts';
import { settleDispute } from '../commands/settle-dispute.ts';
import { enterprisePermissions } from '../../enterprises/permissions.ts';
import { mentorPermissions } from '../../mentors/permissions.ts';
import { sessionPermissions } from '../permissions.ts';
import { readRemark } from '../remark-rows.ts';
import { sessionById } from '../log/reads.ts';
import { kindWords, modeWords } from '../session-words.ts';
import { settlementOfForm } from '../session-form.ts';
import { hasTakenPlace } from '../session-input.ts';
import { unusualOf } from '../unusual-rows.ts';
import { AttendanceForms } from './attendance-forms.tsx';
import { attendanceOf, FirmSide } from './firm-side.tsx';
import { SettleForm } from './settle-form.tsx';

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
    unusual: await unusualOf(tx, meetingOf(found, programme.zone)),
    mayOpenFirms: may(ctx.actor, enterprisePermissions.enrolment.read, subject),
    mayOpenMentors: may(ctx.actor, mentorPermissions.mentor.read, subject),
    mayAsk: may(ctx.actor, sessionPermissions.session.ask, subject),
    maySettle: may(ctx.actor, sessionPermissions.session.settle, subject),
    mayCorrect: may(ctx.actor, sessionPermissions.session.correct, subject),
    mayExcuse: may(ctx.actor, sessionPermissions.session.excuse, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, url, done }) => {
  const sessionId = params['session'] ?? '';
  const what = verbOf(form, ['settle', 'ask', 'attendance', 'cancel']);
  if (what === 'settle') {
    const zone = await zoneOf(ctx, params['programme']);
    await settleDispute(ctx, { sessionId, ...settlementOfForm(form, zone) });
    return done(url.pathname, 'The dispute is settled.');
  }
  if (what === 'ask') {
    const parties = [{ sessionId, enrolmentId: textOf(form, 'enrolmentId') }];
    await requestConfirmation(ctx, { parties });
    return done(url.pathname, saidOfLetter(ctx, 'The question'));
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

type Found = NonNullable<Awaited<ReturnType<typeof sessionById>>>;

function isMeeting({ firms, mentors }: Pick<Found, 'firms' | 'mentors'>): boolean {
  const came = (side: { attendance: string }) => hasTakenPlace(side.attendance);
  return firms.some(came) && mentors.some(came);
}

function meetingOf({ session, firms, mentors }: Found, zone: string) {
  return {
    sessionId: session.id,
    enrolmentIds: firms.map((firm) => firm.enrolmentId),
    mentorIds: mentors.map((mentor) => mentor.mentorId),
    zone,
    isHeld: session.state === 'logged' && isMeeting({ firms, mentors }),
    startsAt: session.starts_at,
    endsAt: session.ends_at,
    preparation: session.preparation_minutes,
    followUp: session.follow_up_minutes,
    travel: session.travel_minutes,
    administration: session.administration_minutes,
  };
}

async function zoneOf(ctx: Ctx, slug: string | undefined): Promise<string> {
  const programme = await ctx.app.database.read(ctx.orgId, (tx) => programmeBySlug(tx, slug));
  return programme.zone;
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { session, firms, mentors, zone } = page;
  const paths = programmePaths(page.org, page.programme);
  const day = formatDate(dateInZone(session.starts_at, zone));
  const together = minutesBetween(session.starts_at, session.ends_at);
  const isHeld = isMeeting(page);
  return (
    <>
      <title>{`Session on ${day} – Espalier`}</title>
      <ErrorSummary
        answer={answer}
        {...(answer.values['do'] === 'settle'
          ? { scope: textOf(answer.values, 'enrolmentId') }
          : {})}
      />
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
      {page.unusual.map((sentence) => (
        <Warning key={sentence}>{sentence}</Warning>
      ))}
      <Panel>
        <SummaryList
          rows={[
            {
              key: isHeld ? 'Time' : 'Agreed time',
              value: `${timeInZone(session.starts_at, zone)} to ${timeInZone(session.ends_at, zone)}`,
            },
            {
              key: 'How',
              value: [modeWords[session.mode], session.place].filter(Boolean).join(', '),
            },
            {
              key: 'About',
              value: areaList(session.topics),
            },
            {
              key: 'What it was',
              value: listWords(session.kinds.map((kind) => kindWords[kind] ?? kind)),
            },
            {
              key: 'Together',
              value: isHeld ? formatMinutes(together) : 'None: a side was not there',
            },
            { key: 'Preparation', value: formatMinutes(session.preparation_minutes) },
            { key: 'Written follow-up', value: formatMinutes(session.follow_up_minutes) },
            { key: 'Travel', value: formatMinutes(session.travel_minutes) },
            { key: 'Administration', value: formatMinutes(session.administration_minutes) },
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
          <FirmSide
            key={firm.enrolmentId}
            firm={firm}
            zone={zone}
            href={page.mayOpenFirms ? paths.enrolment(firm.enrolmentId).record : null}
            mayAsk={page.mayAsk && session.state === 'logged'}
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
              { key: 'Attendance', value: attendanceOf(mentor) },
            ]}
          />
        ))}
      </Panel>
      {firms
        .filter((firm) => firm.confirmation === 'disputed' && page.maySettle)
        .map((firm) => (
          <SettleForm
            key={firm.enrolmentId}
            firm={firm}
            session={session}
            zone={zone}
            isOnly={firms.length === 1}
            answer={answer}
          />
        ))}
      {page.mayExcuse && session.state === 'logged' ? (
        <AttendanceForms firms={firms} mentors={mentors} />
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
