import { useLoaderData } from 'react-router';
import { addMinutes, dateInZone, formatDate, minutesBetween } from '../../../kernel/calendar.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { hasCode, invalid, notFound } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { mentorPagesAt } from '../../../kernel/paths.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Link } from '../../../platform/links.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { logSession } from '../commands/log-session.ts';
import { correctionDays, mentorsCorrectionProblem } from '../correction.ts';
import { type OwnSession, ownSessions } from '../own-session-rows.ts';
import { sessionPermissions } from '../permissions.ts';
import { matchesToLog } from '../log/reads.ts';
import {
  actionsOfForm,
  attendanceOfForm,
  namedAsForm,
  presetTimes,
  sessionOfForm,
} from '../session-form.ts';
import { Lately, Receipt } from './logged-panels.tsx';
import {
  AttendanceFields,
  MoreFields,
  OutcomeFields,
  SessionFields,
  UnusualField,
} from './session-fields.tsx';

export const loader = loadPage(async ({ ctx, tx, url, link, own }) => {
  const { mentorId } = ctx.actor;
  if (mentorId === null || !may(ctx.actor, sessionPermissions.session.log, { mentorId })) {
    throw notFound();
  }
  const wanted = link?.subjectId ?? url.searchParams.get('match');
  const all = await matchesToLog(tx, mentorId, ctx.clock.now());
  const matches = link?.subjectId ? all.filter((one) => one.id === wanted) : all;
  const match = matches.find((one) => one.id === wanted) ?? matches[0] ?? null;
  const zone = match?.zone ?? ctx.org.zone;
  return {
    home: own.isReachable ? own.mentor : null,
    receipt: await receiptOf(tx, mentorId, { url, link }),
    here: own.isReachable ? mentorPagesAt(own.mentor).newSession(match?.id ?? '') : url.pathname,
    matches,
    match,
    zone,
    today: ctx.clock.today(zone),
    lately: (await correctable(tx, ctx, mentorId, link)).map(({ id, enterprises, ...one }) => ({
      id,
      enterprises,
      day: dateInZone(one.startsAt, one.zone),
      length: minutesBetween(one.startsAt, one.endsAt),
      href: !own.isReachable
        ? `${url.pathname.replace(/log-session$/, 'correct-session')}?session=${id}`
        : mentorPagesAt(own.mentor).session(id),
    })),
    ...presetTimes(ctx.clock.now(), zone),
  };
});

export const action = actPage(async ({ ctx, form, link, own, url, done }) => {
  const matchId = link?.subjectId ?? textOf(form, 'matchId');
  const zone = await zoneOfMatch(ctx, matchId);
  let logged: { sessionId: string };
  try {
    logged = await logSession(ctx, {
      matchId,
      ...sessionOfForm(form, zone),
      enterprise: attendanceOfForm(form, 'enterprise'),
      mentor: attendanceOfForm(form, 'mentor'),
      actions: actionsOfForm(form),
      remark: textOf(form, 'remark'),
    });
  } catch (error) {
    if (hasCode(error, 'invalid')) throw invalid(namedAsForm(error.fields), error.message);
    throw error;
  }
  const here = own.isReachable
    ? `${mentorPagesAt(own.mentor).newSession(matchId)}&`
    : `${url.pathname}?`;
  return done(`${here}logged=${logged.sessionId}`);
});

/** What was logged a moment ago, so that a wrong day or length is seen at once. */
async function receiptOf(
  tx: Tx,
  mentorId: string,
  { url, link }: { url: URL; link: Link | null },
): Promise<OwnSession | null> {
  const sessionId = url.searchParams.get('logged');
  if (sessionId === null || !isId(sessionId)) return null;
  const matchId = link?.subjectId ?? null;
  const [session] = await ownSessions(tx, { mentorId, matchId, sessionId });
  return session ?? null;
}

/** What the mentor logged lately and may still correct; by a mailed link only of its match. */
async function correctable(tx: Tx, ctx: Ctx, mentorId: string, link: Link | null) {
  const since = addMinutes(ctx.clock.now(), -(correctionDays + 1) * 24 * 60);
  const matchId = link ? link.subjectId : null;
  const sessions = await ownSessions(tx, { mentorId, matchId, since });
  return sessions.filter(({ zone, loggedAt, ...one }) => {
    const loggedOn = loggedAt === null ? null : dateInZone(loggedAt, zone);
    return mentorsCorrectionProblem({ ...one, loggedOn }, ctx.clock.today(zone)) === null;
  });
}

async function zoneOfMatch(ctx: Ctx, matchId: string): Promise<string> {
  const { mentorId } = ctx.actor;
  if (mentorId === null) throw notFound();
  const matches = await ctx.app.database.read(ctx.orgId, (tx) =>
    matchesToLog(tx, mentorId, ctx.clock.now()),
  );
  const match = matches.find((one) => one.id === matchId);
  if (!match) throw notFound('match');
  return match.zone;
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { match, matches } = page;
  if (match === null) {
    return (
      <>
        <title>Log a session – Espalier</title>
        <PageHeading title="Log a session" />
        <EmptyState title="No enterprise to log for">
          Sessions are logged for an enterprise you are matched with. Ask your adviser if one is
          missing.
        </EmptyState>
      </>
    );
  }
  const back = page.home === null ? {} : { back: { label: 'My mentoring', href: page.home } };
  if (page.receipt) {
    const correct = page.lately.find((one) => one.id === page.receipt?.id)?.href;
    return (
      <>
        <title>Session logged – Espalier</title>
        <PageHeading title="Logged" {...back} />
        <Receipt
          session={page.receipt}
          againHref={page.here}
          {...(correct === undefined ? {} : { correctHref: correct })}
        />
        <Lately sessions={page.lately} />
      </>
    );
  }
  return (
    <>
      <title>{`Log a session with ${match.enterpriseName} – Espalier`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Log a session"
        caption={matches.length === 1 ? nameOf(match) : undefined}
        {...back}
      />
      <Form>
        {matches.length > 1 ? (
          <SelectField
            name="matchId"
            label="With"
            value={match.id}
            options={matches.map((one) => ({ value: one.id, label: nameOf(one) }))}
            answer={answer}
          />
        ) : (
          <HiddenField name="matchId" value={match.id} />
        )}
        <SessionFields
          answer={answer}
          date={page.date}
          start={page.start}
          length={60}
          mode={match.lastMode ?? 'in-person'}
          topics={[match.area]}
          kinds={['advice']}
          today={page.today}
          foldsAbout
        />
        <OutcomeFields answer={answer} hasRemark />
        <AttendanceFields answer={answer} />
        <MoreFields answer={answer} />
        <UnusualField answer={answer} />
        <Button>Log the session</Button>
      </Form>
      <Lately sessions={page.lately} />
    </>
  );
}

/** A match that has ended is named as such: only what took place before can be logged for it. */
function nameOf(match: { enterpriseName: string; endedOn: string | null }): string {
  const { enterpriseName, endedOn } = match;
  return endedOn === null
    ? enterpriseName
    : `${enterpriseName} (match ended, ${formatDate(endedOn)})`;
}
