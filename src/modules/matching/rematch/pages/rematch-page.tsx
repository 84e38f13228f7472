import { useLoaderData } from 'react-router';
import { type FormValues, numberOf, textOf } from '../../../../kernel/form-answer.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { withWayBack } from '../../../../kernel/way-back.ts';
import { saidOfLetters } from '../../../../platform/mail/leaving.ts';
import { actPage, loadPage, verbOf } from '../../../../platform/page.ts';
import { Panel, TwoColumns } from '../../../../ui/card.tsx';
import { RadioGroup, SelectField } from '../../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../../ui/form.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { TextArea } from '../../../../ui/text-fields.tsx';
import type { NeedResult } from '../../../diagnosis/need.ts';
import { type AreaKey, areaKeys, areaLabels } from '../../../programmes/area.ts';
import { endingWords, needChangedWords } from '../../change-letter.ts';
import { changeMatch } from '../../commands/change-match.ts';
import { endMatch } from '../../commands/end-match.ts';
import { endCauses, endCauseWords } from '../../match.ts';
import { matchInPlace } from '../../reads.ts';
import { keepMatch } from '../commands/keep-match.ts';
import { HandoverFields, LetterFields, NeedFields } from './change-fields.tsx';
import { openRematch, type RematchPage } from './open-rematch.ts';
import { RematchEvidence } from './rematch-evidence.tsx';
import { WhoNext } from './who-next.tsx';

export const loader = loadPage(openRematch);

export const action = actPage(async ({ ctx, form, params, done, goOn }) => {
  const matchId = params['match'] ?? '';
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  if (verbOf(form, ['keep', 'change']) === 'keep') {
    await keepMatch(ctx, { matchId, reason: textOf(form, 'reason') });
    return done(paths.match(matchId), 'The two go on together.');
  }
  const cause = verbOf(form, endCauses, 'cause');
  const isNeed = cause === 'need-changed';
  const keepsMentor = isNeed && textOf(form, 'mentor') === 'keep';
  const problems = problemsOf(form, isNeed);
  if (Object.keys(problems).length > 0) return { errors: problems, values: form };
  const isDrafted = textOf(form, 'lettersShown') === 'yes';
  if (!isDrafted || textOf(form, 'letters') === 'draft') {
    // Nothing has happened yet: the letters are shown, and go with the next press.
    const { mentorName: mentor, enterpriseName: enterprise } = await ctx.app.database.read(
      ctx.orgId,
      (tx) => matchInPlace(tx, matchId),
    );
    const { area, detail, seenBy } = nextNeed(form);
    const letters = isNeed
      ? needChangedWords({ mentor, enterprise, area, detail, seenBy, keepsMentor })
      : endingWords({ mentor, enterprise });
    return { values: { ...form, ...letters, lettersShown: 'yes' } };
  }
  const shared = {
    matchId,
    version: numberOf(form, '_version'),
    handover: textOf(form, 'handover'),
    note: textOf(form, 'note'),
    letters: { toMentor: textOf(form, 'toMentor'), toEnterprise: textOf(form, 'toEnterprise') },
  };
  if (isNeed) {
    const made = await changeMatch(ctx, {
      ...shared,
      keepsMentor,
      overrideReason: textOf(form, 'overrideReason'),
      result: textOf(form, 'result') as NeedResult,
      resultNote: textOf(form, 'resultNote'),
      next: nextNeed(form),
    });
    return made.matchId
      ? done(paths.match(made.matchId), 'The next need is open, and the mentor goes on with it.')
      : goOn(paths.matching(made.needId), 'The next need is open. Find the mentor for it.');
  }
  const { needId } = await endMatch(ctx, {
    ...shared,
    cause,
    keepApart: textOf(form, 'apart') === 'yes' ? textOf(form, 'keepApart') : '',
  });
  return goOn(
    paths.matching(needId),
    `${saidOfLetters(ctx, 'Letters with thanks to both')} Find the next mentor.`,
  );
});

function problemsOf(form: FormValues, isNeed: boolean): Record<string, string> {
  const problems: Record<string, string> = {};
  if (isNeed && textOf(form, 'next.area') === '') problems['next.area'] = 'Choose an area.';
  if (isNeed && textOf(form, 'next.detail') === '') {
    problems['next.detail'] = 'Say in a sentence what is needed.';
  }
  if (textOf(form, 'apart') === 'yes' && textOf(form, 'keepApart') === '') {
    problems['keepApart'] = 'Say why, for staff only.';
  }
  return problems;
}

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
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { match, cause } = page;
  const back = programmePaths(page.org, page.programme).match(match.id);
  const isKeep = answer.values['do'] === 'keep';
  const own = isKeep ? { values: {} } : answer;
  return (
    <>
      <title>{`Change the mentor: ${match.enterpriseName}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={cause === 'need-changed' ? 'The need has changed' : 'Change the mentor'}
        caption={`${match.enterpriseName} with ${match.mentorName}`}
        back={{ label: 'The match', href: back }}
      />
      <TwoColumns
        main={
          <>
            <RematchEvidence page={page} />
            <CauseForm page={page} />
          </>
        }
        side={
          <>
            <Panel title={`Now: ${areaLabels[match.area]}`}>
              <p className="govuk-body app-prose">{match.detail}</p>
            </Panel>
            <WhoNext page={page} />
          </>
        }
      />
      <TwoColumns
        main={
          <>
            {cause === '' ? null : (
              <Panel title={endCauseWords[cause]}>
                <Form version={match.version} guardsLeaving label="Change the match">
                  <HiddenField name="do" value="change" />
                  <HiddenField name="cause" value={cause} />
                  {cause === 'need-changed' ? <NeedFields page={page} answer={own} /> : null}
                  <HandoverFields page={page} answer={own} />
                  <p className="govuk-body">
                    Both get a letter, which you see first. Neither names the cause. When the match
                    ends, meetings still planned are cancelled and the firm is asked how it went.
                  </p>
                  <LetterFields page={page} answer={own} />
                </Form>
              </Panel>
            )}
          </>
        }
        side={
          page.open ? (
            <KeepForm answer={isKeep ? answer : { values: {} }} />
          ) : (
            <KeepRow page={page} />
          )
        }
      />
    </>
  );
}

/** Why it changes, and to what: an address, so that who could be next is seen before anything is decided. */
function CauseForm({ page }: { page: RematchPage }) {
  const blank = { values: {} };
  return (
    <Panel title={page.cause === '' ? 'Say first why it changes' : 'Why it changes'}>
      <form method="get">
        {page.contactId === null ? null : (
          <input type="hidden" name="contact" value={page.contactId} />
        )}
        {page.backTo === null ? null : <input type="hidden" name="then" value={page.backTo} />}
        <RadioGroup
          name="cause"
          label="Why?"
          hint="For staff. Neither letter names the cause."
          value={page.cause}
          options={endCauses.map((value) => ({
            value,
            label: endCauseWords[value],
            ...(value === 'need-changed' ? { hint: 'Choose below what is needed next.' } : {}),
          }))}
          answer={blank}
          isSmall
        />
        <SelectField
          name="area"
          label="If the need has changed: to what?"
          value={page.area}
          emptyLabel="Not yet known"
          options={areaKeys.map((value) => ({ value, label: areaLabels[value] }))}
          answer={blank}
        />
        <Button kind="secondary">Show what follows</Button>
      </form>
    </Panel>
  );
}

/** Nothing was raised: the row of Today is what is kept. */
function KeepRow({ page }: { page: RematchPage }) {
  if (page.row === null) return null;
  const query = new URLSearchParams({ row: page.row });
  const { todayRow } = programmePaths(page.org, page.programme);
  const href = `${todayRow}?${query.toString()}`;
  return (
    <Panel title="They go on as they are">
      <p className="govuk-body">
        <a href={page.backTo === null ? href : withWayBack(href, page.backTo)}>
          Keep it with a reason, or put it off
        </a>
        . Nobody is written to.
      </p>
    </Panel>
  );
}

function KeepForm({ answer }: { answer: ReturnType<typeof useFormAnswer> }) {
  return (
    <Panel title="They go on after all">
      <Form label="They go on after all">
        <HiddenField name="do" value="keep" />
        <TextArea
          name="reason"
          label="Why they go on"
          hint="For staff. Nobody is written to."
          answer={answer}
          rows={3}
        />
        <Button kind="secondary">Keep the match</Button>
      </Form>
    </Panel>
  );
}
