import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { numberOf, textOf } from '../../../kernel/form-answer.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { enterprisePermissions } from '../../../modules/enterprises/permissions.ts';
import { enrolmentById } from '../../../modules/enterprises/reads.ts';
import { addComment } from '../../../modules/impact/commands/add-comment.ts';
import { recordOutput } from '../../../modules/impact/commands/record-output.ts';
import { verifyOutput } from '../../../modules/impact/commands/verify-output.ts';
import { withdrawOutput } from '../../../modules/impact/commands/withdraw-output.ts';
import { impactPermissions } from '../../../modules/impact/permissions.ts';
import { impactOf } from '../../../modules/impact/reads.ts';
import { programmeBySlug, ruleSetInForceOf } from '../../../modules/programmes/reads.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { Checkbox, SelectField } from '../../../ui/choice-fields.tsx';
import { EnrolmentNav } from '../../../ui/enrolment-nav.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField, PostButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { DateField, NumberField, TextArea, TextField } from '../../../ui/text-fields.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const enrolment = await enrolmentById(tx, params['enrolment'] ?? '');
  const subject = { programmeId: programme.id };
  if (
    enrolment.programmeId !== programme.id ||
    !may(ctx.actor, impactPermissions.output.read, subject)
  ) {
    throw notFound('enterprise');
  }
  const today = ctx.clock.today(programme.zone);
  const rules = await ruleSetInForceOf(tx, programme.id, today);
  return {
    org: ctx.org.slug,
    today,
    programme: programme.slug,
    personId: ctx.actor.personId,
    enrolment: {
      id: enrolment.id,
      name: enrolment.enterpriseName,
      eligibleOn: enrolment.eligibleOn,
    },
    indicators: (rules?.ruleSet.indicators ?? [])
      .filter((indicator) => !indicator.threshold?.minutes)
      .map((indicator) => ({
        value: indicator.code,
        label: `${indicator.code} ${indicator.label} (${indicator.unit})`,
      })),
    ...(await impactOf(tx, enrolment.id)),
    mayReadComments: may(ctx.actor, impactPermissions.comment.read, subject),
    showsNotes: may(ctx.actor, enterprisePermissions.privateNote.read, subject),
    may: {
      record: may(ctx.actor, impactPermissions.output.record, subject),
      verify: may(ctx.actor, impactPermissions.output.verify, subject),
      withdraw: may(ctx.actor, impactPermissions.output.withdraw, subject),
      comment: may(ctx.actor, impactPermissions.comment.add, subject),
    },
  };
});

export const action = actPage(async ({ ctx, form, params, url, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  const what = textOf(form, 'do');
  if (what === 'verify') {
    await verifyOutput(ctx, { outputId: textOf(form, 'outputId') });
    return done(url.pathname, 'The output is verified.');
  }
  if (what === 'withdraw') {
    await withdrawOutput(ctx, {
      outputId: textOf(form, 'outputId'),
      reason: textOf(form, 'reason'),
    });
    return done(url.pathname, 'The output is taken out.');
  }
  if (what === 'comment') {
    await addComment(ctx, {
      enrolmentId,
      body: textOf(form, 'body'),
      mayPublish: textOf(form, 'mayPublish') === 'yes',
    });
    return done(url.pathname, 'Their words are kept.');
  }
  const value = numberOf(form, 'value') ?? 1;
  if (Number.isNaN(value)) throw invalid({ value: 'Enter a number.' });
  await recordOutput(ctx, {
    enrolmentId,
    indicator: textOf(form, 'indicator'),
    value,
    achievedOn: textOf(form, 'achievedOn'),
    statement: textOf(form, 'statement'),
  });
  return done(url.pathname, 'The output is recorded. Another person verifies it.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { enrolment, outputs, comments } = page;
  const own = programmePaths(page.org, page.programme).enrolment(enrolment.id);
  return (
    <>
      <title>{`Impact of ${enrolment.name} – Espalier`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={enrolment.name}
        caption="Outputs for the funder, and the client’s own words"
        back={{ label: 'Enterprises', href: programmePaths(page.org, page.programme).enterprises }}
      />
      <EnrolmentNav paths={own} current="impact" showsNotes={page.showsNotes} />
      <Panel title="Outputs" actions={<a href={own.hours}>Outputs counted from hours</a>}>
        {outputs.length === 0 ? (
          <EmptyState title="None recorded">
            Jobs, new products, investment: what is not counted from hours is recorded here, once,
            with what proves it.
          </EmptyState>
        ) : (
          outputs.map((output) => (
            <div key={output.id} className="app-entry">
              <p className="govuk-body">
                <strong>
                  {output.indicator}: {output.value}
                </strong>{' '}
                on {formatDate(output.achievedOn)}{' '}
                <Tag
                  tone={
                    output.state === 'verified'
                      ? 'good'
                      : output.state === 'withdrawn'
                        ? 'neutral'
                        : 'warn'
                  }
                >
                  {output.state}
                </Tag>
                <br />
                <span className="app-quiet">
                  {output.statement} Recorded by {output.recordedBy ?? 'Espalier'}
                  {output.verifiedBy ? `, verified by ${output.verifiedBy}` : ''}
                </span>
              </p>
              {page.may.verify &&
              output.state === 'recorded' &&
              output.recordedById !== page.personId ? (
                <PostButton values={{ do: 'verify', outputId: output.id }}>Verify</PostButton>
              ) : null}
              {page.may.withdraw && output.state !== 'withdrawn' ? (
                <Details summary="Take it out">
                  <Form label={`Take ${output.indicator} out`}>
                    <HiddenField name="do" value="withdraw" />
                    <HiddenField name="outputId" value={output.id} />
                    <TextField name="reason" label="Why?" scope={output.id} answer={answer} />
                    <Button kind="warning">Take it out</Button>
                  </Form>
                </Details>
              ) : null}
            </div>
          ))
        )}
        {page.may.record && enrolment.eligibleOn !== null && page.indicators.length > 0 ? (
          <Details
            summary="Record an output"
            isOpen={answer.errors !== undefined && answer.values['do'] === undefined}
          >
            <Form label="Record an output">
              <SelectField
                name="indicator"
                label="Indicator"
                emptyLabel="Choose"
                options={page.indicators}
                answer={answer}
              />
              <NumberField
                name="value"
                label="How much"
                hint="1 for an enterprise; posts in full-time equivalents; money in whole units."
                isDecimal
                value={1}
                answer={answer}
              />
              <DateField name="achievedOn" label="Since" max={page.today} answer={answer} />
              <TextArea name="statement" label="What proves it" answer={answer} isOptional />
              <Button>Record</Button>
            </Form>
          </Details>
        ) : null}
      </Panel>
      <Panel title="In their own words">
        {comments.length === 0 ? <p className="govuk-body">Nothing yet.</p> : null}
        {(page.mayReadComments ? comments : []).map((comment) => (
          <blockquote className="app-quote" key={comment.id}>
            <p>{comment.body}</p>
            <footer>
              {comment.saidBy ? `${comment.saidBy}, ` : ''}
              {formatDate(comment.saidOn)}
              {comment.mayPublish ? ' (may be published)' : ''}
            </footer>
          </blockquote>
        ))}
        {page.may.comment ? (
          <Details summary="Add what they said" isOpen={answer.errors?.['body'] !== undefined}>
            <Form label="Add what they said">
              <HiddenField name="do" value="comment" />
              <TextArea name="body" label="What they said, word for word" answer={answer} />
              <Checkbox
                name="mayPublish"
                label="They agree that it is published with their name"
                answer={answer}
              />
              <Button>Keep</Button>
            </Form>
          </Details>
        ) : null}
      </Panel>
    </>
  );
}
