import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, ButtonRow, Form, HiddenField } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextArea, TextField } from '../../../ui/text-fields.tsx';
import { programmePermissions } from '../../programmes/permissions.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { closeProgramme } from '../commands/close-programme.ts';
import { applicantsKey, applicantsText } from '../applicants-letter.ts';
import { letterField, lettersOf } from '../hanging.ts';
import { hangingOn, undecidedApplicants } from '../reads.ts';
import { EndingLetters } from './ending-letters.tsx';

const mostNamed = 20;
/** So many letters can be worded one by one; the others say the same in our words. */
const mostWorded = 30;

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, programmePermissions.programme.close, subject)) throw notFound('programme');
  if (programme.state === 'draft') throw notFound('programme');
  const { lines, blocking, letters } =
    programme.state === 'closing'
      ? await hangingOn(tx, { programmeId: programme.id }, { matches: 'refused' })
      : { lines: [], blocking: [], letters: [] };
  const applicants =
    programme.state === 'closing' ? await undecidedApplicants(tx, programme.id) : [];
  return {
    org: ctx.org.slug,
    programme: {
      id: programme.id,
      slug: programme.slug,
      name: programme.name,
      state: programme.state,
    },
    lines: lines.slice(0, mostNamed),
    more: Math.max(0, lines.length - mostNamed),
    letters: letters.slice(0, mostWorded),
    inOurWords: letters.slice(mostWorded).map(({ to }) => to),
    applicants: applicants.map(({ name }) => name),
    matched: blocking.length,
    blocking: blocking.slice(0, mostNamed),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const to = verbOf(form, ['open', 'closing', 'closed'], 'to');
  await closeProgramme(ctx, {
    programmeId: textOf(form, 'programmeId'),
    to,
    reason: textOf(form, 'reason'),
    letters: lettersOf(form),
  });
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  return done(paths.settings, `The programme is ${to} now.`);
});

const nextStates: Record<string, { to: string; label: string; hint: string }[]> = {
  open: [
    {
      to: 'closing',
      label: 'Begin to close',
      hint: 'No application comes in any more. Matches, sessions and outputs go on.',
    },
  ],
  closing: [
    {
      to: 'closed',
      label: 'Close for good',
      hint: 'Nobody is asked or matched any more; what is still asked is withdrawn, and whoever was asked is told.',
    },
    { to: 'open', label: 'Open again', hint: 'Applications come in again.' },
  ],
  closed: [
    { to: 'closing', label: 'Open for corrections', hint: 'Records can be corrected again.' },
  ],
};

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(page.org, page.programme.slug);
  const steps = nextStates[page.programme.state] ?? [];
  return (
    <>
      <title>{`Close or open ${page.programme.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Close or open the programme"
        caption={`${page.programme.name} is ${page.programme.state}.`}
        back={{ label: 'Settings', href: paths.settings }}
      />
      {page.matched > 0 ? (
        <Panel
          title={`Before it closes for good: ${plural(page.matched, 'match', 'matches')} to end`}
        >
          <p className="govuk-body">
            Close each enterprise: both sides are thanked and asked how it went.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {page.blocking.map(({ id, label }) => (
              <li key={id}>
                <a href={paths.match(id)}>{label}</a>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {page.lines.length > 0 ? (
        <Panel title="What ends when it closes for good">
          <ul className="govuk-list govuk-list--bullet">
            {page.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {page.more > 0 ? <li>{`${page.more} more`}</li> : null}
          </ul>
        </Panel>
      ) : null}
      <Form label="Close or open the programme">
        <HiddenField name="programmeId" value={page.programme.id} />
        <ul className="govuk-list">
          {steps.map(({ to, label, hint }) => (
            <li key={to}>
              <strong>{label}.</strong> {hint}
            </li>
          ))}
        </ul>
        {page.applicants.length + page.letters.length > 0 ? (
          <Panel title="Letters that go out when it closes for good">
            <p className="govuk-body">
              Change the words as you like; greeting and farewell are added.
            </p>
            {page.applicants.length > 0 ? (
              <>
                <p className="govuk-body">
                  {plural(page.applicants.length, 'applicant has', 'applicants have')} no decision
                  yet. Decide first, or each reads this: {page.applicants.join(', ')}.
                </p>
                <TextArea
                  name={letterField(applicantsKey)}
                  label="To applicants without a decision"
                  value={applicantsText(page.programme.name)}
                  answer={answer}
                  maxLength={4000}
                  rows={4}
                />
              </>
            ) : null}
            <EndingLetters letters={page.letters} answer={answer} />
            {page.inOurWords.length > 0 ? (
              <p className="govuk-body">The same, in our words, to {page.inOurWords.join(', ')}.</p>
            ) : null}
          </Panel>
        ) : null}
        <TextField name="reason" label="Why?" answer={answer} />
        <ButtonRow>
          {steps.map(({ to, label }) => (
            <Button key={to} kind={to === 'open' ? 'secondary' : 'warning'} name="to" value={to}>
              {label}
            </Button>
          ))}
          <a className="govuk-link" href={paths.settings}>
            Cancel
          </a>
        </ButtonRow>
      </Form>
    </>
  );
}
