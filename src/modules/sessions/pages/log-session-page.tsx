import { useLoaderData } from 'react-router';
import { addMinutes, dateInZone, formatDate, minutesBetween } from '../../../kernel/calendar.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { hasCode, invalid, notFound } from '../../../kernel/errors.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { mentorPaths } from '../../../kernel/paths.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Link } from '../../../platform/links.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { logSession } from '../commands/log-session.ts';
import { correctionDays, mentorsCorrectionProblem } from '../correction.ts';
import { ownSessions } from '../own-session-rows.ts';
import { sessionPermissions } from '../permissions.ts';
import { matchesToLog } from '../log/reads.ts';
import {
  actionsOfForm,
  attendanceOfForm,
  namedAsForm,
  presetTimes,
  sessionOfForm,
} from '../session-form.ts';
import { AttendanceFields, MoreFields, OutcomeFields, SessionFields } from './session-fields.tsx';

export const loader = loadPage(async ({ ctx, tx, url, link }) => {
  const { mentorId } = ctx.actor;
  if (mentorId === null || !may(ctx.actor, sessionPermissions.session.log, { mentorId })) {
    throw notFound();
  }
  const wanted = link?.subjectId ?? url.searchParams.get('match');
  const all = await matchesToLog(tx, mentorId, ctx.clock.now());
  const matches = link ? all.filter((one) => one.id === wanted) : all;
  const match = matches.find((one) => one.id === wanted) ?? matches[0] ?? null;
  const zone = match?.zone ?? ctx.org.zone;
  return {
    org: ctx.org.slug,
    isByLink: link !== null,
    isSaved: url.searchParams.get('saved') === '1',
    matches,
    match,
    zone,
    today: ctx.clock.today(zone),
    lately: (await correctable(tx, ctx, mentorId, link)).map(({ id, enterprises, ...one }) => ({
      id,
      enterprises,
      day: dateInZone(one.startsAt, one.zone),
      length: minutesBetween(one.startsAt, one.endsAt),
      href: link
        ? `${url.pathname.replace(/log-session$/, 'correct-session')}?session=${id}`
        : mentorPaths(ctx.org.slug).session(id),
    })),
    ...presetTimes(ctx.clock.now(), zone),
  };
});

export const action = actPage(async ({ ctx, form, link, url, done }) => {
  const matchId = link ? (link.subjectId ?? '') : textOf(form, 'matchId');
  const zone = await zoneOfMatch(ctx, matchId);
  try {
    await logSession(ctx, {
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
  const said = 'Logged. The enterprise is asked to confirm.';
  return done(link ? `${url.pathname}?saved=1` : mentorPaths(ctx.org.slug).home, said);
});

/** What the mentor logged lately and may still correct; by a mailed link only of its match. */
async function correctable(tx: Tx, ctx: Ctx, mentorId: string, link: Link | null) {
  const since = addMinutes(ctx.clock.now(), -(correctionDays + 1) * 24 * 60);
  const matchId = link ? link.subjectId : null;
  const sessions = await ownSessions(tx, { mentorId, matchId, since });
  return sessions
    .filter(({ zone, loggedAt, ...one }) => {
      const loggedOn = loggedAt === null ? null : dateInZone(loggedAt, zone);
      return mentorsCorrectionProblem({ ...one, loggedOn }, ctx.clock.today(zone)) === null;
    })
    .slice(0, 5);
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
  return (
    <>
      <title>{`Log a session with ${match.enterpriseName} – Espalier`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={page.isSaved ? 'Log another session' : 'Log a session'}
        caption={matches.length === 1 ? match.enterpriseName : undefined}
        {...(page.isByLink
          ? {}
          : { back: { label: 'My mentoring', href: mentorPaths(page.org).home } })}
      />
      <Form>
        {matches.length > 1 ? (
          <SelectField
            name="matchId"
            label="With"
            value={match.id}
            options={matches.map((one) => ({ value: one.id, label: one.enterpriseName }))}
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
        />
        <OutcomeFields answer={answer} hasRemark />
        <AttendanceFields answer={answer} />
        <MoreFields answer={answer} />
        <Button>Log the session</Button>
      </Form>
      {page.lately.length > 0 ? (
        <Panel title="Logged lately">
          <ul className="govuk-list app-lines">
            {page.lately.map((one) => (
              <li key={one.id}>
                {one.enterprises}, {formatDate(one.day)}, {formatMinutes(one.length)}.{' '}
                <a href={one.href}>
                  Correct
                  <span className="govuk-visually-hidden">
                    {' '}
                    the session with {one.enterprises} on {formatDate(one.day)}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  );
}
