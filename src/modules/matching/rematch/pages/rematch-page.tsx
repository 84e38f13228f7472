import { useLoaderData } from 'react-router';
import { dateInZone, formatDate } from '../../../../kernel/calendar.ts';
import { notFound } from '../../../../kernel/errors.ts';
import { numberOf, textOf } from '../../../../kernel/form-answer.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { saidOfLetters } from '../../../../platform/mail/leaving.ts';
import { actPage, loadPage, verbOf } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { Panel, TwoColumns } from '../../../../ui/card.tsx';
import { Checkbox, RadioGroup } from '../../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button, ButtonRow, Form, HiddenField } from '../../../../ui/form.tsx';
import { Inset } from '../../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { TextArea } from '../../../../ui/text-fields.tsx';
import { areaLabels } from '../../../programmes/area.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { endMatch } from '../../commands/end-match.ts';
import { fitOfMatch } from '../../fit/reads.ts';
import { type EndCause, endCauses, endCauseWords } from '../../match.ts';
import { matchingPermissions } from '../../permissions.ts';
import { matchInPlace } from '../../reads.ts';
import { keepMatch } from '../commands/keep-match.ts';
import { handoverDraft } from '../handover.ts';
import { handoverFactsOf } from '../reads.ts';
import { likelyCause, rematchSourceWords } from '../rematch.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const match = await matchInPlace(tx, params['match'] ?? '');
  const subject = { programmeId: programme.id, enterpriseId: match.enterpriseId };
  if (match.programmeId !== programme.id || match.endCause !== null) throw notFound('match');
  if (!may(ctx.actor, matchingPermissions.rematch.settle, subject)) throw notFound('match');
  const { rematches } = await fitOfMatch(tx, match.id);
  const area = areaLabels[match.area];
  const facts = await handoverFactsOf(tx, match.id, programme.zone);
  return {
    org: ctx.org.slug,
    zone: programme.zone,
    programme: programme.slug,
    match: {
      id: match.id,
      version: match.version,
      enterpriseName: match.enterpriseName,
      mentorName: match.mentorName,
      area,
      detail: match.detail,
    },
    open: rematches.find((each) => each.outcome === null) ?? null,
    draft: handoverDraft({ mentorName: match.mentorName, area, ...facts }),
  };
});

export const action = actPage(async ({ ctx, form, params, done, goOn }) => {
  const matchId = params['match'] ?? '';
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  if (verbOf(form, ['keep', 'change']) === 'keep') {
    await keepMatch(ctx, { matchId, reason: textOf(form, 'reason') });
    return done(paths.match(matchId), 'The two go on together.');
  }
  const cause = textOf(form, 'cause') as EndCause;
  if (cause === 'need-changed') return goOn(paths.changeMatch(matchId));
  const isApart = textOf(form, 'apart') === 'yes';
  const why = textOf(form, 'keepApart');
  if (isApart && why === '') {
    return { errors: { keepApart: 'Say why, for staff only.' }, values: form };
  }
  const { needId } = await endMatch(ctx, {
    matchId,
    version: numberOf(form, '_version'),
    cause,
    handover: textOf(form, 'handover'),
    note: textOf(form, 'note'),
    keepApart: isApart ? why : '',
  });
  return goOn(
    paths.matching(needId),
    `${saidOfLetters(ctx, 'Letters with thanks to both')} Find the next mentor.`,
  );
});

export default function Screen() {
  const { org, zone, programme, match, open, draft } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const back = programmePaths(org, programme).match(match.id);
  const isKeep = answer.values['do'] === 'keep';
  const own = isKeep ? { values: {} } : answer;
  return (
    <>
      <title>{`Change the mentor: ${match.enterpriseName}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Change the mentor"
        caption={`${match.enterpriseName} with ${match.mentorName}`}
        back={{ label: 'The match', href: back }}
      />
      {open ? (
        <Inset>
          {rematchSourceWords[open.source]}, noted on {formatDate(dateInZone(open.raisedAt, zone))}.
          {open.note ? ` “${open.note}”` : ''}
        </Inset>
      ) : null}
      <TwoColumns
        main={
          <Panel title="Say first why it changes">
            <Form version={match.version} guardsLeaving>
              <HiddenField name="do" value="change" />
              <RadioGroup
                name="cause"
                label="Why?"
                hint="For staff. Neither letter names the cause."
                value={open ? likelyCause[open.source] : ''}
                options={endCauses.map((value) => ({
                  value,
                  label: endCauseWords[value],
                  ...(value === 'need-changed' ? { hint: 'Describe the next need first.' } : {}),
                }))}
                answer={own}
                isSmall
              />
              <TextArea
                name="handover"
                label="What must the next mentor know?"
                hint="A draft from shared summaries and open actions. The next mentor reads it in the briefing."
                value={draft}
                answer={own}
                rows={8}
                maxLength={5000}
              />
              <TextArea
                name="note"
                isPrivate
                label="For staff only"
                answer={own}
                rows={2}
                isOptional
              />
              <Checkbox
                name="apart"
                label={`Never match ${match.mentorName} with them again`}
                answer={own}
              />
              <TextArea
                name="keepApart"
                isPrivate
                label="Why they are kept apart"
                hint="Only staff see it."
                answer={own}
                rows={2}
                isOptional
              />
              <p className="govuk-body">
                Both get a letter with thanks. Meetings still planned are cancelled, and the firm is
                asked how it went.
              </p>
              <ButtonRow>
                <Button>End it and find the next mentor</Button>
                <a className="govuk-link" href={back}>
                  Cancel
                </a>
              </ButtonRow>
            </Form>
          </Panel>
        }
        side={
          <>
            <Panel title={`Now: ${match.area}`}>
              <p className="govuk-body app-prose">{match.detail}</p>
            </Panel>
            {open ? (
              <Panel title="They go on after all">
                <Form>
                  <HiddenField name="do" value="keep" />
                  <TextArea
                    name="reason"
                    label="Why they go on"
                    hint="For staff. Nobody is written to."
                    answer={isKeep ? answer : { values: {} }}
                    rows={3}
                  />
                  <Button kind="secondary">Keep the match</Button>
                </Form>
              </Panel>
            ) : null}
          </>
        }
      />
    </>
  );
}
