import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { numberOf, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Warning } from '../../../ui/notification-banner.tsx';
import { PageHeading, Stepper } from '../../../ui/page-heading.tsx';
import { startProgramme } from '../commands/start-programme.ts';
import { setupSteps } from '../setup.ts';
import { startProblems } from '../reads.ts';
import { ProgrammeSummary } from './programme-summary.tsx';
import { loadSetup } from './setup-step.tsx';

export const loader = loadPage(async (args) => {
  const page = await loadSetup(args);
  return { ...page, problems: await startProblems(args.tx, page.programme.id) };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  await startProgramme(ctx, {
    programmeId: textOf(form, 'programmeId'),
    version: numberOf(form, '_version') ?? 0,
  });
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  return done(paths.desk, 'The programme is open. Bring in mentors and enterprises next.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { programme, problems } = page;
  const paths = programmePaths(page.org, programme.slug);
  const missing = new Set(problems.map((one) => one.step));
  return (
    <>
      <title>{`Check and start – ${programme.name}`}</title>
      <ErrorSummary answer={answer} />
      {programme.state === 'draft' ? (
        <Stepper
          current="review"
          steps={setupSteps.map((one) => ({
            ...one,
            href: paths.setup(one.step),
            isDone: one.step !== 'review' && !missing.has(one.step),
          }))}
        />
      ) : null}
      <PageHeading
        title="Check and start"
        caption={
          programme.starts_on && programme.ends_on
            ? `${programme.name}, ${formatDate(programme.starts_on)} to ${formatDate(programme.ends_on)}`
            : programme.name
        }
      />
      {problems.length > 0 ? (
        <Warning>
          Before the programme can start:{' '}
          {problems.map((one, at) => (
            <span key={one.message}>
              {at > 0 ? '; ' : ''}
              <a href={paths.setup(one.step)}>{one.message}</a>
            </span>
          ))}
          .
        </Warning>
      ) : null}
      <ProgrammeSummary page={page} hrefOf={paths.setup} />
      {programme.state === 'draft' ? (
        <Form version={programme.version}>
          <HiddenField name="programmeId" value={programme.id} />
          <Button>Start the programme</Button>
        </Form>
      ) : null}
    </>
  );
}
