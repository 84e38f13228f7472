import { useLoaderData } from 'react-router';
import { listOf } from '../../../kernel/form-answer.ts';
import { hasCode, invalid, notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { saidOfAsking } from '../../../platform/mail/leaving.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { CheckboxGroup } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { programmeBySlug } from '../../programmes/reads.ts';
import { logGroupSession } from '../commands/log-group-session.ts';
import { sessionPermissions } from '../permissions.ts';
import { groupChoices } from '../log/reads.ts';
import { namedAsForm, presetTimes, sessionOfForm } from '../session-form.ts';
import { MoreFields, SessionFields, UnusualField } from './session-fields.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, sessionPermissions.session.logGroup, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    ...(await groupChoices(tx, programme.id)),
    today: ctx.clock.today(programme.zone),
    ...presetTimes(ctx.clock.now(), programme.zone),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const programme = await ctx.app.database.read(ctx.orgId, (tx) =>
    programmeBySlug(tx, params['programme']),
  );
  try {
    const { sessionId } = await logGroupSession(ctx, {
      programmeId: programme.id,
      mentorIds: listOf(form, 'mentorIds'),
      enterprises: listOf(form, 'enterprises').map((enrolmentId) => ({ enrolmentId })),
      ...sessionOfForm(form, programme.zone),
    });
    return done(
      programmePaths(ctx.org.slug, programme.slug).session(sessionId),
      `Logged. Each enterprise is asked to confirm.${saidOfAsking(ctx)}`,
    );
  } catch (error) {
    if (hasCode(error, 'invalid')) throw invalid(namedAsForm(error.fields), error.message);
    throw error;
  }
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>Log a group session – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Log a group session"
        caption="Each enterprise gets the time once, however many of its people came."
        back={{ label: 'Sessions', href: programmePaths(page.org, page.programme).sessions }}
      />
      <Form guardsLeaving>
        <SessionFields
          answer={answer}
          date={page.date}
          start={page.start}
          length={120}
          mode="in-person"
          topics={[]}
          kinds={['advice']}
          today={page.today}
        />
        <CheckboxGroup
          name="mentorIds"
          label="Mentors"
          options={page.mentors.map((one) => ({ value: one.id, label: one.name }))}
          answer={answer}
          isSmall
          isInline
        />
        <CheckboxGroup
          name="enterprises"
          label="Enterprises that came"
          options={page.enterprises.map((one) => ({ value: one.id, label: one.name }))}
          answer={answer}
          isSmall
          isInline
        />
        <TextArea name="summary" label="Notes everybody sees" answer={answer} isOptional />
        <MoreFields answer={answer} />
        <UnusualField answer={answer} />
        <Button>Log the group session</Button>
      </Form>
    </>
  );
}
