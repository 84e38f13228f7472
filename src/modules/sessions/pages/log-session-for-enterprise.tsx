import { useLoaderData } from 'react-router';
import { textOf } from '../../../kernel/form-answer.ts';
import { hasCode, invalid, notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { saidOfAsking } from '../../../platform/mail/leaving.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, LinkButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { enrolmentById } from '../../enterprises/reads.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { logSession } from '../commands/log-session.ts';
import { sessionPermissions } from '../permissions.ts';
import { matchesOfEnrolment } from '../log/reads.ts';
import {
  actionsOfForm,
  attendanceOfForm,
  namedAsForm,
  presetTimes,
  sessionOfForm,
} from '../session-form.ts';
import {
  AttendanceFields,
  MoreFields,
  OutcomeFields,
  SessionFields,
  UnusualField,
} from './session-fields.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const enrolment = await enrolmentById(tx, params['enrolment'] ?? '');
  const subject = { programmeId: programme.id };
  if (
    enrolment.programmeId !== programme.id ||
    !may(ctx.actor, sessionPermissions.session.log, subject)
  ) {
    throw notFound('enterprise');
  }
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    enrolment: { id: enrolment.id, name: enrolment.enterpriseName },
    matches: await matchesOfEnrolment(tx, enrolment.id),
    today: ctx.clock.today(programme.zone),
    ...presetTimes(ctx.clock.now(), programme.zone),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const programme = await ctx.app.database.read(ctx.orgId, (tx) =>
    programmeBySlug(tx, params['programme']),
  );
  try {
    await logSession(ctx, {
      matchId: textOf(form, 'matchId'),
      ...sessionOfForm(form, programme.zone),
      enterprise: attendanceOfForm(form, 'enterprise'),
      mentor: attendanceOfForm(form, 'mentor'),
      actions: actionsOfForm(form),
    });
  } catch (error) {
    if (hasCode(error, 'invalid')) throw invalid(namedAsForm(error.fields), error.message);
    throw error;
  }
  const paths = programmePaths(ctx.org.slug, programme.slug);
  return done(
    paths.enrolment(params['enrolment'] ?? '').record,
    `Logged. The enterprise is asked to confirm.${saidOfAsking(ctx)}`,
  );
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const record = programmePaths(page.org, page.programme).enrolment(page.enrolment.id);
  const [first] = page.matches;
  const back = { label: page.enrolment.name, href: record.record };
  if (!first) {
    return (
      <>
        <title>Log a session – Espalier</title>
        <PageHeading title="Log a session" back={back} />
        <EmptyState
          title="No mentor is matched yet"
          action={<LinkButton href={record.record}>See the needs</LinkButton>}
        >
          A session belongs to a match. Appoint a mentor for one of the needs first.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <title>{`Log a session of ${page.enrolment.name} – Espalier`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Log a session"
        caption={`${page.enrolment.name}, on behalf of the mentor`}
        back={back}
      />
      <Form guardsLeaving>
        <SelectField
          name="matchId"
          label="With"
          value={first.id}
          options={page.matches.map((one) => ({ value: one.id, label: one.mentor }))}
          answer={answer}
        />
        <SessionFields
          answer={answer}
          date={page.date}
          start={page.start}
          length={60}
          mode="in-person"
          topics={[first.area]}
          kinds={['advice']}
          today={page.today}
        />
        <OutcomeFields answer={answer} hasRemark={false} />
        <AttendanceFields answer={answer} />
        <MoreFields answer={answer} />
        <UnusualField answer={answer} />
        <Button>Log the session</Button>
      </Form>
    </>
  );
}
