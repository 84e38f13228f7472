import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { type FormValues, numberOf, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { RadioGroup, SelectField } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { NumberField, TextArea, TextField } from '../../../ui/text-fields.tsx';
import { changedIssueOf } from '../../diagnosis/contacts/reads.ts';
import type { NeedResult } from '../../diagnosis/need.ts';
import { type AreaKey, areaKeys, areaLabels } from '../../programmes/area.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { changeMatch } from '../commands/change-match.ts';
import { matchingPermissions } from '../permissions.ts';
import { matchInPlace } from '../reads.ts';
import { priorityWords } from '../queue/step.ts';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const match = await matchInPlace(tx, params['match'] ?? '');
  const subject = { programmeId: programme.id, enterpriseId: match.enterpriseId };
  if (match.programmeId !== programme.id || match.endCause !== null) throw notFound('match');
  if (!may(ctx.actor, matchingPermissions.match.change, subject)) throw notFound('match');
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    match,
    /** What the firm said in the call that led here. */
    said: await changedIssueOf(tx, match.enrolmentId, url.searchParams.get('contact')),
  };
});

export const action = actPage(async ({ ctx, form, params, done, goOn }) => {
  const matchId = params['match'] ?? '';
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  const keepsMentor = textOf(form, 'mentor') === 'keep';
  const made = await changeMatch(ctx, {
    matchId,
    version: numberOf(form, '_version'),
    keepsMentor,
    note: textOf(form, 'note'),
    handover: textOf(form, 'handover'),
    result: textOf(form, 'result') as NeedResult,
    resultNote: textOf(form, 'resultNote'),
    next: nextNeed(form),
  });
  return made.matchId
    ? done(paths.match(made.matchId), 'The next need is open, and the mentor goes on with it.')
    : goOn(paths.matching(made.needId), 'The next need is open. Find the mentor for it.');
});

function nextNeed(form: FormValues) {
  return {
    area: textOf(form, 'next.area') as AreaKey,
    detail: textOf(form, 'next.detail'),
    topics: textOf(form, 'next.topics')
      .split(',')
      .map((topic) => topic.trim())
      .filter((topic) => topic !== ''),
    seenBy: textOf(form, 'next.seenBy', 'adviser') as 'adviser',
    priority: numberOf(form, 'next.priority') ?? 2,
    minutesPerMonth: Math.round((numberOf(form, 'hours') ?? 2) * 60),
  };
}

export default function Screen() {
  const { org, programme, match, said } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const back = programmePaths(org, programme).match(match.id);
  return (
    <>
      <title>{`The need has changed: ${match.enterpriseName}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="The need has changed"
        caption={`${match.enterpriseName} with ${match.mentorName}`}
        back={{ label: 'The match', href: back }}
      />
      <Form version={match.version} guardsLeaving>
        <Panel title={`Now: ${areaLabels[match.area]}`}>
          <p className="govuk-body app-prose">{match.detail}</p>
          <SelectField
            name="result"
            label="What came of it?"
            value="changed"
            options={results}
            answer={answer}
          />
          <TextField name="resultNote" label="In a sentence" answer={answer} isOptional />
        </Panel>
        <Panel title="What is needed next">
          <SelectField
            name="next.area"
            label="Area"
            emptyLabel="Choose"
            options={areaKeys.map((value) => ({ value, label: areaLabels[value] }))}
            answer={answer}
          />
          <TextArea
            name="next.detail"
            label="What is needed, in a sentence or two"
            value={said}
            answer={answer}
            maxLength={2000}
          />
          <TextField
            name="next.topics"
            label="Topics"
            hint="Parted by commas"
            answer={answer}
            isOptional
          />
          <RadioGroup
            name="next.seenBy"
            label="Who sees it so?"
            value="enterprise"
            options={[
              { value: 'enterprise', label: 'The enterprise' },
              { value: 'mentor', label: 'The mentor' },
              { value: 'adviser', label: 'The adviser' },
            ]}
            answer={answer}
            isInline
            isSmall
          />
          <SelectField
            name="next.priority"
            label="Priority"
            value={match.priority}
            options={Object.entries(priorityWords).map(([value, label]) => ({ value, label }))}
            answer={answer}
          />
          <NumberField
            name="hours"
            label="Hours a month"
            value={match.minutesPerMonth / 60}
            answer={answer}
            isDecimal
          />
        </Panel>
        <Panel title="The mentor">
          <RadioGroup
            name="mentor"
            label={`Does ${match.mentorName} go on?`}
            value="end"
            options={[
              { value: 'keep', label: `Yes, ${match.mentorName} goes on with the next need` },
              { value: 'end', label: 'No, the match ends and another mentor is found' },
            ]}
            isSmall
            answer={answer}
          />
          <TextArea
            name="handover"
            label="What must the next mentor know?"
            hint="Needed when the match ends: what was done, what was agreed, what is open."
            answer={answer}
            rows={5}
            maxLength={5000}
          />
          <TextArea
            name="note"
            isPrivate
            label="For staff only"
            answer={answer}
            rows={2}
            isOptional
          />
        </Panel>
        <ButtonRow>
          <Button>Open the next need</Button>
          <a className="govuk-link" href={back}>
            Cancel
          </a>
        </ButtonRow>
      </Form>
    </>
  );
}

const results = [
  { value: 'changed', label: 'Something else matters more now' },
  { value: 'met', label: 'Met' },
  { value: 'partly-met', label: 'Partly met' },
  { value: 'not-met', label: 'Not met' },
  { value: 'withdrawn', label: 'Withdrawn' },
];
