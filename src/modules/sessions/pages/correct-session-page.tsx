import { useLoaderData } from 'react-router';
import { numberOf } from '../../../kernel/form-answer.ts';
import { hasCode, invalid, notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { saidOfAsking } from '../../../platform/mail/leaving.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { programmeBySlug } from '../../programmes/reads.ts';
import { correctSession } from '../commands/correct-session.ts';
import { sessionPermissions } from '../permissions.ts';
import { sessionById } from '../log/reads.ts';
import { namedAsForm, sessionOfForm } from '../session-form.ts';
import { CorrectionForm } from './correction-form.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  const found = await sessionById(tx, programme.id, params['session'] ?? '');
  if (!found || !may(ctx.actor, sessionPermissions.session.correct, subject)) {
    throw notFound('session');
  }
  return {
    org: ctx.org.slug,
    zone: programme.zone,
    programme: programme.slug,
    session: found.session,
    today: ctx.clock.today(programme.zone),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const sessionId = params['session'] ?? '';
  const programme = await ctx.app.database.read(ctx.orgId, (tx) =>
    programmeBySlug(tx, params['programme']),
  );
  try {
    await correctSession(ctx, {
      sessionId,
      version: numberOf(form, '_version') ?? 0,
      ...sessionOfForm(form, programme.zone),
    });
  } catch (error) {
    if (hasCode(error, 'invalid')) throw invalid(namedAsForm(error.fields), error.message);
    throw error;
  }
  return done(
    programmePaths(ctx.org.slug, programme.slug).session(sessionId),
    `Corrected. The enterprise is asked to confirm again.${saidOfAsking(ctx)}`,
  );
});

export default function Screen() {
  const { org, zone, programme, session, today } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const back = programmePaths(org, programme).session(session.id);
  return (
    <>
      <title>Correct a session – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading title="Correct the session" back={{ label: 'Session', href: back }} />
      <CorrectionForm
        answer={answer}
        session={{
          ...session,
          startsAt: session.starts_at,
          endsAt: session.ends_at,
          preparation: session.preparation_minutes,
          followUp: session.follow_up_minutes,
          travel: session.travel_minutes,
          administration: session.administration_minutes,
        }}
        zone={zone}
        today={today}
        reloadHref={`${back}/correct`}
      />
    </>
  );
}
