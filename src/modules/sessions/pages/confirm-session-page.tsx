import { useLoaderData } from 'react-router';
import { z } from 'zod';
import { dateInZone, formatDate, minutesBetween, timeInZone } from '../../../kernel/calendar.ts';
import { type FormAnswer, numberOf, textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { participantPagesAt } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Link } from '../../../platform/links.ts';
import { actPage, loadPage, verbOf, type OwnPages } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField, PostButton } from '../../../ui/form.tsx';
import { NotTaken } from '../../../ui/not-taken.tsx';
import { Inset, Warning } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details, SummaryList } from '../../../ui/summary-list.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { WhomToRing } from '../../../ui/whom-to-ring.tsx';
import { finishAction } from '../../diagnosis/commands/finish-action.ts';
import { reopenAction } from '../../diagnosis/commands/reopen-action.ts';
import { whomToRing } from '../../enterprises/advising/reads.ts';
import { mayTakeBack, standsFrom } from '../../matching/taking-back.ts';
import { confirmSession } from '../commands/confirm-session.ts';
import { disputeSession } from '../commands/dispute-session.ts';
import { takeBackConfirmation } from '../commands/take-back-confirmation.ts';
import { takeBackDispute } from '../commands/take-back-dispute.ts';
import { sessionPermissions } from '../permissions.ts';
import { questionOf } from '../session-question.ts';
import { changesBetween, statementOf, type StatementLine } from '../session-statement.ts';
import { type AskedSession, askedSessions, stepsOf, waitingSessions } from '../confirming/reads.ts';
import { unusualTime } from '../unusual-time.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';

interface Asked {
  params: Record<string, string>;
  url: URL;
  link: Link | null;
  own: OwnPages;
}

/**
 * The session of the address, and others of its firm that wait. By a mailed link the firm's other sessions
 * can be answered, too: whoever holds it speaks for the firm.
 */
async function sessionsOf(tx: Tx, ctx: Ctx, { params, url, link }: Asked) {
  const enterpriseIds = [...ctx.actor.ownEnterpriseIds];
  const subject = link?.subjectId ?? params['session'] ?? '';
  const wanted = link?.subjectId ? (url.searchParams.get('session') ?? subject) : subject;
  const found = await askedSessions(tx, { enterpriseIds, sessionIds: [subject, wanted] });
  const first = found.find((one) => one.sessionId === subject);
  const session = found.find(
    (one) => one.sessionId === wanted && one.enterpriseId === first?.enterpriseId,
  );
  if (!session || !may(ctx.actor, sessionPermissions.session.confirm, session)) {
    throw notFound('session');
  }
  const waiting = await waitingSessions(tx, { enterpriseIds: [session.enterpriseId] });
  return { session, others: waiting.filter((one) => one.sessionId !== session.sessionId) };
}

function hrefOf(
  { url, link, own }: Pick<Asked, 'url' | 'link' | 'own'>,
  sessionId: string,
): string {
  if (own.isReachable) return participantPagesAt(own.firm).session(sessionId);
  return sessionId === link?.subjectId ? url.pathname : `${url.pathname}?session=${sessionId}`;
}

export const loader = loadPage(async ({ ctx, tx, ...asked }) => {
  const { session, others } = await sessionsOf(tx, ctx, asked);
  const [next] = others;
  return {
    own: asked.own,
    session,
    lines: statementOf(session),
    unusual: unusualTime({
      ...session,
      together: minutesBetween(session.startsAt, session.endsAt),
      mentorsDay: null,
    }),
    waiting: others.length,
    nextHref: next ? hrefOf(asked, next.sessionId) : null,
    takeBackUntil:
      isAnswer(session.confirmation) && mayTakeBack(session.answeredAt, ctx.clock.now())
        ? timeInZone(standsFrom(session.answeredAt ?? ''), session.zone)
        : null,
    steps: await stepsOf(tx, session),
    // Behind a link the frame names them.
    ring: asked.link === null ? await whomToRing(tx, ctx.clock.now(), session) : null,
  };
});

/** What the firm itself said; a settlement is the adviser's. */
function isAnswer(confirmation: string): boolean {
  return confirmation === 'confirmed' || confirmation === 'disputed';
}

export const action = actPage(async ({ ctx, form, done, ...asked }) => {
  const before = await ctx.app.database.read(ctx.orgId, (tx) => sessionsOf(tx, ctx, asked));
  const { session, others } = before;
  const key = { sessionId: session.sessionId, enrolmentId: textOf(form, 'enrolmentId') };
  const [next] = others;
  const here = hrefOf(asked, session.sessionId);
  const home = asked.own.isReachable ? asked.own.firm : here;
  const back = next ? hrefOf(asked, next.sessionId) : home;
  const more = next
    ? ` ${plural(others.length, 'more waits', 'more wait')} for your answer; here is the next.`
    : '';
  const verb = verbOf(form, ['confirm', 'dispute', 'take-back', 'step-done', 'step-undo']);
  if (verb === 'dispute') {
    await disputeSession(ctx, { ...key, dispute: textOf(form, 'dispute') });
    return done(here, 'Thank you. Your adviser will look at it.');
  }
  if (verb === 'step-done') {
    await finishAction(ctx, { actionId: textOf(form, 'actionId') });
    return done(here, 'Marked as done.');
  }
  if (verb === 'step-undo') {
    await reopenAction(ctx, { actionId: textOf(form, 'actionId') });
    return done(here, 'Open again.');
  }
  if (verb === 'take-back') {
    if (session.confirmation === 'confirmed') await takeBackConfirmation(ctx, key);
    else await takeBackDispute(ctx, key);
    return done(here, 'Taken back. Please answer anew.');
  }
  await confirmSession(ctx, { ...key, version: numberOf(form, '_version') ?? 0 });
  return done(back, `Thank you, ${session.isHeld ? 'the session' : 'that'} is confirmed.${more}`);
});

const seenLines = z.array(z.strictObject({ key: z.string(), value: z.string() }));

/** What the form showed that was answered too late; empty when the page is opened anew. */
function seenIn(answer: FormAnswer): StatementLine[] {
  try {
    return seenLines.parse(JSON.parse(textOf(answer.values, 'seen', '[]')));
  } catch {
    // A form of somebody else's making: there is nothing to compare with.
    return [];
  }
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { own, session, lines, waiting, nextHref } = page;
  const answer = useFormAnswer();
  const day = formatDate(dateInZone(session.startsAt, session.zone));
  const question = questionOf(session);
  const what = question.isHeld ? 'session' : 'appointment';
  const isOpen = session.confirmation === 'waiting' || session.confirmation === 'disputed';
  const seen = answer.problem ? seenIn(answer) : [];
  return (
    <>
      <title>{`${question.isHeld ? 'Session' : 'Appointment'} on ${day} – Espalier`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={isOpen ? question.title : question.isHeld ? 'Session' : 'Appointment'}
        caption={`${session.enterpriseName} with ${session.mentors}`}
        {...(own.isReachable ? { back: { label: 'My enterprise', href: own.firm } } : {})}
      />
      {seen.length > 0 ? <ChangedMeanwhile changes={changesBetween(seen, lines)} /> : null}
      <NotTaken answer={answer} isClosed={!isOpen} fields={['dispute']} />
      <State session={session} what={what} />
      {page.takeBackUntil === null ? null : (
        <Panel title="A slip of the finger?">
          <p className="govuk-body">
            You can take it back until {page.takeBackUntil}.
            {session.confirmation === 'disputed' ? ' Nobody is told before that.' : ''}
          </p>
          <PostButton values={{ do: 'take-back', enrolmentId: session.enrolmentId }}>
            Take it back
          </PostButton>
        </Panel>
      )}
      {waiting > 0 && nextHref !== null ? (
        <p className="govuk-body">
          {plural(waiting, 'other session waits', 'other sessions wait')} for your answer.{' '}
          <a href={nextHref}>{isOpen ? 'Answer another one first' : 'Answer the next one'}</a>
        </p>
      ) : null}
      <p className="govuk-body">{question.said}</p>
      <SummaryList rows={lines} />
      {page.unusual.map((sentence) => (
        <Warning key={sentence}>{sentence} Is that right?</Warning>
      ))}
      {isOpen && session.state === 'logged' ? (
        <>
          <Form label="Confirm" version={session.version}>
            <HiddenField name="do" value="confirm" />
            <HiddenField name="enrolmentId" value={session.enrolmentId} />
            <HiddenField name="seen" value={JSON.stringify(lines)} />
            <Button>
              {session.confirmation === 'disputed' ? 'It is right after all' : question.yes}
            </Button>
          </Form>
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
      <Steps
        title="Your next steps from it"
        steps={page.steps.filter(({ state }) => state === 'open')}
        verb="step-done"
        label="Done"
      />
      <Steps
        title="Done by you"
        steps={page.steps.filter(({ state }) => state === 'done')}
        verb="step-undo"
        label="Not done after all"
      />
      {page.ring === null ? null : <WhomToRing people={[page.ring]} />}
    </>
  );
}

interface StepsProps {
  title: string;
  steps: readonly { id: string; title: string }[];
  verb: string;
  label: string;
}

function Steps({ title, steps, verb, label }: StepsProps) {
  if (steps.length === 0) return null;
  return (
    <Panel title={title}>
      <ul className="govuk-list app-lines">
        {steps.map((step) => (
          <li key={step.id}>
            {step.title}
            <PostButton values={{ do: verb, actionId: step.id }}>
              {label}
              <span className="govuk-visually-hidden">: {step.title}</span>
            </PostButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function State({ session, what }: { session: AskedSession; what: string }) {
  if (session.state === 'cancelled') return <Inset>This {what} was cancelled.</Inset>;
  if (session.confirmation === 'confirmed') {
    return (
      <Inset>
        You have confirmed this {what}. There is nothing more to do about it. Was it not right after
        all? Ring your adviser.
      </Inset>
    );
  }
  if (session.confirmation === 'disputed') {
    return <Inset>You said: “{session.dispute}” Your adviser will settle it.</Inset>;
  }
  if (session.confirmation === 'settled') {
    return (
      <Inset>
        You said: “{session.dispute}” Your adviser has settled it
        {session.settlement ? `: “${session.settlement}”` : '.'}
      </Inset>
    );
  }
  return null;
}
