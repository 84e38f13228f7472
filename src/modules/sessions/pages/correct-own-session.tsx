import { useLoaderData } from 'react-router';
import { dateInZone, formatDate } from '../../../kernel/calendar.ts';
import { hasCode, invalid, notFound } from '../../../kernel/errors.ts';
import { numberOf, textOf } from '../../../kernel/form-answer.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Link } from '../../../platform/links.ts';
import { actPage, loadPage, verbOf, type OwnPages } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { cancelSession } from '../commands/cancel-session.ts';
import { correctSession } from '../commands/correct-session.ts';
import { mentorsCorrectionProblem } from '../correction.ts';
import { type OwnSession, ownSessions } from '../own-session-rows.ts';
import { sessionPermissions } from '../permissions.ts';
import { namedAsForm, sessionOfForm } from '../session-form.ts';
import { CorrectionForm } from './correction-form.tsx';

interface Asked {
  own: OwnPages;
  params: Record<string, string>;
  url: URL;
  link: Link | null;
}

/** The mentor's own session of the address; by a mailed link only one of the link's match. */
async function ownSession(tx: Tx, ctx: Ctx, { params, url, link }: Asked): Promise<OwnSession> {
  const { mentorId } = ctx.actor;
  if (mentorId === null || !may(ctx.actor, sessionPermissions.session.correct, { mentorId })) {
    throw notFound('session');
  }
  const sessionId = params['session'] ?? url.searchParams.get('session') ?? '';
  const matchId = link?.subjectId ?? null;
  const [session] = await ownSessions(tx, { mentorId, matchId, sessionId });
  if (!session) throw notFound('session');
  return session;
}

/** By link back to where sessions are logged; otherwise to the mentor's own page. */
function backOf({ url, own }: Asked): string {
  if (own.isReachable) return own.mentor;
  return url.pathname.replace(/correct-session$/, 'log-session');
}

export const loader = loadPage(async ({ ctx, tx, ...asked }) => {
  const session = await ownSession(tx, ctx, asked);
  const { zone, loggedAt } = session;
  const today = ctx.clock.today(zone);
  const loggedOn = loggedAt === null ? null : dateInZone(loggedAt, zone);
  return {
    back: backOf(asked),
    here: `${asked.url.pathname}${asked.url.search}`,
    isByLink: !asked.own.isReachable,
    session,
    today,
    problem: mentorsCorrectionProblem({ ...session, loggedOn }, today),
  };
});

export const action = actPage(async ({ ctx, form, done, ...asked }) => {
  const session = await ctx.app.database.read(ctx.orgId, (tx) => ownSession(tx, ctx, asked));
  const back = backOf(asked);
  if (verbOf(form, ['cancel', 'correct']) === 'cancel') {
    await cancelSession(ctx, { sessionId: session.id, reason: textOf(form, 'reason') });
    return done(back, 'The session is taken out.');
  }
  try {
    await correctSession(ctx, {
      sessionId: session.id,
      version: numberOf(form, '_version') ?? 0,
      ...sessionOfForm(form, session.zone),
    });
  } catch (error) {
    if (hasCode(error, 'invalid')) throw invalid(namedAsForm(error.fields), error.message);
    throw error;
  }
  return done(back, 'Corrected. The enterprise is asked to confirm.');
});

export default function Screen() {
  const { back, here, isByLink, session, today, problem } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>Correct a session – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Correct the session"
        caption={`${session.enterprises}, ${formatDate(dateInZone(session.startsAt, session.zone))}`}
        back={{ label: isByLink ? 'Log a session' : 'My mentoring', href: back }}
      />
      {problem === null ? (
        <>
          <CorrectionForm
            answer={answer}
            session={session}
            zone={session.zone}
            today={today}
            reloadHref={here}
          />
          <Details
            summary="It did not take place, or is logged twice"
            isOpen={answer.errors?.['reason'] !== undefined}
          >
            <Form label="Take this session out">
              <HiddenField name="do" value="cancel" />
              <TextField name="reason" label="What happened?" answer={answer} />
              <Button kind="warning">Take it out</Button>
            </Form>
          </Details>
        </>
      ) : (
        <Inset>{problem}</Inset>
      )}
    </>
  );
}
