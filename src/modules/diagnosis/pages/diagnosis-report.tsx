import { useLoaderData } from 'react-router';
import { formatDate, formatInstant } from '../../../kernel/calendar.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { LinkButton } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PrintButton } from '../../../ui/print.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { areas } from '../areas.ts';
import { askSelfScore } from '../commands/ask-self-score.ts';
import { differentViews, topPriorities } from '../diagnosis.ts';
import { confidenceWords } from '../diagnosis-form.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { diagnosesOf, needsOf, numbered } from '../reads.ts';
import { completeScores, scoresBySide, withoutSteering } from '../score-of-row.ts';
import { AskSelfScore, selfScoreAsked } from './ask-self-score.tsx';
import { VersionBars } from './compared-versions.tsx';
import { FirmHead, pathsOf } from './firm-head.tsx';
import { openFirm } from './open-firm.ts';
import { ScoreTable } from './score-table.tsx';

export const loader = loadPage(async (args) => {
  const { programme, subject, today, firm } = await openFirm(
    args,
    diagnosisPermissions.diagnosis.read,
  );
  const versions = await diagnosesOf(args.tx, firm.enrolment);
  const found = numbered(versions, args.params['number']);
  const isDraft = found.state === 'draft';
  const scores = isDraft ? withoutSteering(found.scores) : found.scores;
  const complete = completeScores(scores, found.confidence);
  const before = versions.find((one) => one.number < found.number && one.state === 'done');
  const needs = await needsOf(args.tx, firm.enrolment);
  return {
    firm,
    zone: programme.zone,
    programme: programme.name,
    today,
    diagnosis: { ...found, scores },
    priorities: topPriorities(complete),
    views: differentViews(complete),
    sides: scoresBySide(scores),
    before: before ? { ...before, sides: scoresBySide(before.scores) } : null,
    needs: needs.filter((need) => need.diagnosisNumber === found.number),
    mayWrite: isDraft && may(args.ctx.actor, diagnosisPermissions.diagnosis.write, subject),
  };
});

export const action = actPage(async ({ ctx, form, url, done }) => {
  const { name } = await askSelfScore(ctx, { diagnosisId: textOf(form, 'diagnosisId') });
  return done(url.pathname, selfScoreAsked(ctx, name));
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { firm, diagnosis } = page;
  const paths = pathsOf(firm);
  const isDraft = diagnosis.state === 'draft';
  return (
    <>
      <FirmHead
        firm={firm}
        current="diagnosis"
        title={`Diagnosis, version ${diagnosis.number}`}
        back={{ label: 'Diagnosis and needs', href: paths.diagnosis }}
        actions={
          page.mayWrite ? (
            <>
              <LinkButton href={paths.scoreDiagnosis(diagnosis.number)}>Score the areas</LinkButton>
              <LinkButton href={paths.completeDiagnosis(diagnosis.number)} kind="secondary">
                Choose priorities
              </LinkButton>
            </>
          ) : (
            <PrintButton />
          )
        }
      />
      <ErrorSummary answer={answer} />
      {isDraft ? (
        <Inset>
          This is a draft. Completing it fixes the scores and opens its priorities as needs.
        </Inset>
      ) : null}
      <div className="app-sheet">
        <SummaryList
          rows={[
            { key: 'The firm asks for', value: diagnosis.statedNeed || 'Not said' },
            { key: 'It really needs', value: diagnosis.realNeed || 'Not written down' },
            {
              key: 'Adviser',
              value: [
                diagnosis.adviser ?? 'Nobody',
                formatDate(diagnosis.datedOn),
                diagnosis.confidence === null
                  ? null
                  : confidenceWords[diagnosis.confidence]?.toLowerCase(),
                diagnosis.completedAt
                  ? `completed ${formatInstant(diagnosis.completedAt, page.zone)}`
                  : null,
              ]
                .filter(Boolean)
                .join(', '),
            },
            {
              key: 'The firm’s own score',
              value: diagnosis.selfScoredAt
                ? `Given on ${formatInstant(diagnosis.selfScoredAt, page.zone)}`
                : 'Not given',
            },
          ]}
        />
        {page.mayWrite ? <AskSelfScore diagnosis={diagnosis} /> : null}
        <Panel title="Priorities">
          {page.priorities.length === 0 ? (
            <p className="govuk-body">
              None yet: an area counts once maturity, importance and urgency are scored.
            </p>
          ) : (
            <ol className="govuk-list govuk-list--number">
              {page.priorities.map((priority) => (
                <li key={priority.area}>{priority.because}</li>
              ))}
            </ol>
          )}
          {page.needs.length === 0 ? null : (
            <>
              <h3 className="govuk-heading-s">Needs opened from it</h3>
              <ul className="govuk-list govuk-list--bullet">
                {page.needs.map((need) => (
                  <li key={need.id}>
                    <a href={paths.need(need.id)}>{areas[need.area].label}</a>: {need.detail}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Panel>
        {page.views.length === 0 ? null : (
          <Panel title="Seen differently">
            <ul className="govuk-list govuk-list--bullet">
              {page.views.map(({ area, gap }) => (
                <li key={area}>
                  {areas[area].label}: the firm sees itself {Math.abs(gap)} steps{' '}
                  {gap > 0 ? 'higher' : 'lower'} than the adviser.
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Panel title="The areas">
          <ScoreTable scores={diagnosis.scores} before={page.before?.scores ?? null} />
        </Panel>
      </div>
      {page.before ? (
        <div className="govuk-!-display-none-print">
          <Panel title="What has changed">
            <VersionBars now={{ ...diagnosis, sides: page.sides }} before={page.before} />
          </Panel>
        </div>
      ) : null}
    </>
  );
}
