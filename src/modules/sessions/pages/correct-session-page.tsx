import { useLoaderData } from 'react-router';
import { dateInZone, minutesBetween, timeInZone } from '../../../kernel/calendar.ts';
import { listOf, numberOf, textOf } from '../../../kernel/form-answer.ts';
import { hasCode, invalid, notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { ConflictPanel } from '../../../ui/conflict-panel.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { programmeBySlug } from '../../programmes/reads.ts';
import { correctSession } from '../commands/correct-session.ts';
import { sessionPermissions } from '../permissions.ts';
import { sessionById } from '../log/reads.ts';
import { namedAsForm, offeredLengths, sessionOfForm } from '../session-form.ts';
import { MoreFields, SessionFields } from './session-fields.tsx';

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
    'Corrected. The enterprise is asked to confirm again.',
  );
});

export default function Screen() {
  const { org, zone, programme, session, today } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const length = minutesBetween(session.starts_at, session.ends_at);
  const isOffered = offeredLengths.some((one) => one === length);
  return (
    <>
      <title>Correct a session – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Correct the session"
        back={{ label: 'Session', href: programmePaths(org, programme).session(session.id) }}
      />
      {answer.theirs ? (
        <ConflictPanel
          what="session"
          reloadHref={`${programmePaths(org, programme).session(session.id)}/correct`}
          rows={[
            {
              label: 'Day and time',
              mine: `${textOf(answer.values, 'date')} ${textOf(answer.values, 'start')}`,
              theirs: `${dateInZone(session.starts_at, zone)} ${timeInZone(session.starts_at, zone)}`,
            },
            { label: 'How', mine: textOf(answer.values, 'mode'), theirs: session.mode },
            {
              label: 'About',
              mine: listOf(answer.values, 'topics').join(', '),
              theirs: session.topics.join(', '),
            },
            { label: 'Notes', mine: textOf(answer.values, 'summary'), theirs: session.summary },
          ]}
        />
      ) : null}
      <Form version={session.version} guardsLeaving>
        <SessionFields
          answer={answer}
          date={dateInZone(session.starts_at, zone)}
          start={timeInZone(session.starts_at, zone)}
          length={isOffered ? length : null}
          mode={session.mode}
          topics={session.topics}
          kinds={session.kinds}
          today={today}
        />
        <TextArea
          name="summary"
          label="Notes both sides see"
          value={session.summary}
          answer={answer}
          isOptional
        />
        <MoreFields
          answer={answer}
          end={isOffered ? '' : timeInZone(session.ends_at, zone)}
          place={session.place}
          minutes={{
            preparation: session.preparation_minutes,
            followUp: session.follow_up_minutes,
            travel: session.travel_minutes,
            administration: session.administration_minutes,
          }}
        />
        <Button>Save the correction</Button>
      </Form>
    </>
  );
}
