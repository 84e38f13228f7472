import { redirect, useLoaderData } from 'react-router';
import { type FormValues, textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { refuseVisitor } from '../../../platform/rate-limit.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, ButtonRow, Form, HiddenField } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { isAnswered } from '../apply/answers.ts';
import { applicationBySecret, markOf } from '../apply/application-rows.ts';
import {
  type ApplyStep,
  type AskedField,
  isApplyStep,
  stepAfter,
  stepsOf,
} from '../apply/apply-step.ts';
import { questions } from '../apply/questions.ts';
import { saveApplicationStep } from '../commands/save-application-step.ts';
import { ApplyField } from './apply-fields.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const secret = params['secret'] ?? '';
  const step = params['step'] ?? '';
  const application = await applicationBySecret(tx, ctx, secret);
  if (!isApplyStep(step)) throw notFound();
  const paths = orgPaths(ctx.org.slug);
  const steps = stepsOf(application.answers);
  const at = steps.indexOf(step);
  if (application.state !== 'draft' || at === -1) throw redirect(paths.resumeApplication(secret));
  const before = steps[at - 1];
  const stored = application.answers[step];
  return {
    programme: application.programmeName,
    step,
    number: at + 1,
    count: steps.length,
    back: before === undefined ? null : paths.applicationStep(secret, before),
    overview: paths.resumeApplication(secret),
    seen: markOf(stored),
    values: stored ?? (step === 'about-you' ? { name: application.name } : {}),
  };
});

export const action = actPage(async ({ ctx, form, params, peer, done }) => {
  await refuseVisitor(ctx.app, 'apply-save', peer, { max: 300, windowSeconds: 3600 });
  const secret = params['secret'] ?? '';
  const step = params['step'] ?? '';
  if (!isApplyStep(step)) throw notFound();
  await saveApplicationStep(ctx, {
    ...{ secret, step, seen: textOf(form, '_seen') },
    fields: fieldsOfForm(step, form),
  });
  const application = await ctx.app.database.read(ctx.orgId, (tx) =>
    applicationBySecret(tx, ctx, secret),
  );
  const paths = orgPaths(ctx.org.slug);
  const { answers } = application;
  const isComplete = stepsOf(answers).every((one) => isAnswered(one, answers));
  const next = isComplete ? null : stepAfter(step, answers);
  return done(
    next === null ? paths.resumeApplication(secret) : paths.applicationStep(secret, next),
  );
});

/** Only the fields that this page asks; several choices always as a list. */
function fieldsOfForm(step: ApplyStep, form: FormValues): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const { name, as } of questions[step].fields) {
    const typed = form[name];
    if (as === 'many') fields[name] = typed === undefined ? [] : [typed].flat();
    else if (typeof typed === 'string') fields[name] = typed;
  }
  return fields;
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { title, fields } = questions[page.step];
  const values: Record<string, string | string[]> = page.values;
  return (
    <>
      <title>{`${title} – ${page.programme}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={title}
        caption={`Page ${page.number} of ${page.count}`}
        {...(page.back === null ? {} : { back: { label: 'Back', href: page.back } })}
      />
      {answer.theirs ? <SavedElsewhere fields={fields} saved={answer.theirs} /> : null}
      <Form>
        <HiddenField name="_seen" value={page.seen} />
        {fields.map((field) => (
          <ApplyField key={field.name} field={field} value={values[field.name]} answer={answer} />
        ))}
        <ButtonRow>
          <Button>Save and go on</Button>
          <a className="govuk-link" href={page.overview}>
            All pages
          </a>
        </ButtonRow>
      </Form>
    </>
  );
}

/** What another window saved of this page, beside the form that still holds what was typed here. */
function SavedElsewhere({ fields, saved }: { fields: readonly AskedField[]; saved: object }) {
  const values = saved as Partial<Record<string, string | string[]>>;
  const rows = fields.flatMap(({ name, label }) => {
    const value = [values[name] ?? []].flat().join(', ');
    return value === '' ? [] : [{ key: label, value }];
  });
  return (
    <Inset>
      <p className="govuk-body">Saved in the other window:</p>
      <SummaryList rows={rows} />
    </Inset>
  );
}
