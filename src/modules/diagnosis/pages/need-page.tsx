import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { LinkButton, PostButton } from '../../../ui/form.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { areas } from '../areas.ts';
import { reopenNeed } from '../commands/reopen-need.ts';
import { needClock } from '../need.ts';
import { priorityWords, seenByWords } from '../need-form.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { needWithHistory } from '../reads.ts';
import { FirmHead, pathsOf } from './firm-head.tsx';
import { NeedMatches } from './need-matches.tsx';
import { NeedClockTag, NeedStateTag } from './need-tags.tsx';
import { openFirm } from './open-firm.ts';

export const loader = loadPage(async (args) => {
  const { programme, subject, today, firm } = await openFirm(args, diagnosisPermissions.need.read);
  const found = await needWithHistory(args.tx, firm.enrolment, args.params['need']);
  return {
    firm,
    ...found,
    clock: needClock(found.need, today, programme.introduction_days),
    mayWrite: firm.isOpen && may(args.ctx.actor, diagnosisPermissions.need.write, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, url, done }) => {
  const needId = params['need'] ?? '';
  verbOf(form, ['reopen']);
  await reopenNeed(ctx, { needId });
  return done(url.pathname, 'The need is open again.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { firm, need, clock, replaces, replacedBy, mayWrite } = page;
  const paths = pathsOf(firm);
  const programme = programmePaths(firm.org, firm.programme);
  const isClosed = need.state === 'closed';
  const isMatched = need.matches.some((match) => match.to === null);
  return (
    <>
      <FirmHead
        firm={firm}
        current="diagnosis"
        title={areas[need.area].label}
        back={
          firm.showsDiagnosis
            ? { label: 'Diagnosis and needs', href: paths.diagnosis }
            : { label: firm.name, href: paths.record }
        }
        actions={
          mayWrite && !isClosed ? (
            <>
              {isMatched ? null : (
                <LinkButton href={programme.matching(need.id)}>
                  {need.isAsked
                    ? 'See who was asked'
                    : need.isChoosing
                      ? 'See the shortlist'
                      : 'Find a mentor'}
                </LinkButton>
              )}
              <LinkButton href={paths.editNeed(need.id)} kind="secondary">
                Edit
              </LinkButton>
            </>
          ) : null
        }
      />
      <ErrorSummary answer={answer} />
      <SummaryList
        rows={[
          { key: 'State', value: <NeedStateTag need={need} /> },
          { key: 'What is needed', value: need.detail },
          { key: 'Topics', value: need.topics.join(', ') || 'None named' },
          { key: 'Clock', value: <NeedClockTag clock={clock} /> },
          { key: 'Opened', value: formatDate(need.openedOn) },
          ...(need.introducedOn
            ? [{ key: 'Mentor first introduced', value: formatDate(need.introducedOn) }]
            : []),
          ...(need.state === 'open'
            ? [{ key: 'Introduce by', value: formatDate(clock.dueOn) }]
            : []),
          { key: 'How pressing', value: priorityWords[need.priority] },
          { key: 'Mentor’s time', value: `${formatMinutes(need.minutesPerMonth)} a month` },
          { key: 'Raised by', value: seenByWords[need.seenBy] },
          ...(need.closedOn ? [{ key: 'Closed', value: formatDate(need.closedOn) }] : []),
          ...(need.resultNote ? [{ key: 'What came of it', value: need.resultNote }] : []),
          ...(need.diagnosisNumber === null || !firm.showsDiagnosis
            ? []
            : [
                {
                  key: 'From',
                  value: (
                    <a href={paths.diagnosisNumber(need.diagnosisNumber)}>
                      Diagnosis {need.diagnosisNumber}
                    </a>
                  ),
                },
              ]),
          ...(replaces
            ? [
                {
                  key: 'Replaces',
                  value: <a href={paths.need(replaces.id)}>{areas[replaces.area].label}</a>,
                },
              ]
            : []),
          ...replacedBy.map((next) => ({
            key: 'Replaced by',
            value: <a href={paths.need(next.id)}>{areas[next.area].label}</a>,
          })),
        ]}
      />
      <Panel title="Mentors for this need">
        <NeedMatches
          matches={need.matches}
          isAsked={need.isAsked}
          programme={programme}
          mayChange={mayWrite}
        />
      </Panel>
      {mayWrite && isClosed && replacedBy.length === 0 ? (
        <PostButton values={{ do: 'reopen' }}>Open it again</PostButton>
      ) : null}
      {mayWrite && !isClosed ? (
        <p className="govuk-body">
          <a href={paths.closeNeed(need.id)}>Close this need</a>
        </p>
      ) : null}
    </>
  );
}
