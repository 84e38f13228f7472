import { useLoaderData } from 'react-router';
import { textOf } from '../../../kernel/form-answer.ts';
import { plural } from '../../../kernel/text.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { LinkButton, PostButton } from '../../../ui/form.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { areas } from '../areas.ts';
import { startDiagnosis } from '../commands/start-diagnosis.ts';
import { needClock } from '../need.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { diagnosesOf, needsOf } from '../reads.ts';
import { completeScores, scoresBySide } from '../score-of-row.ts';
import { ComparedVersions, versionName } from './compared-versions.tsx';
import { FirmHead, pathsOf } from './firm-head.tsx';
import { NeedClockTag, NeedStateTag } from './need-tags.tsx';
import { openFirm } from './open-firm.ts';

export const loader = loadPage(async (args) => {
  const { programme, subject, today, firm } = await openFirm(
    args,
    diagnosisPermissions.diagnosis.read,
  );
  const { actor } = args.ctx;
  const versions = await diagnosesOf(args.tx, firm.enrolment);
  const done = versions.filter((version) => version.state === 'done');
  const asked = (name: string) =>
    done.find((version) => String(version.number) === args.url.searchParams.get(name));
  const now = asked('now') ?? done[0];
  const before = asked('before') ?? done.find((version) => version.number < (now?.number ?? 0));
  return {
    firm,
    needs: (await needsOf(args.tx, firm.enrolment)).map((need) => ({
      ...need,
      clock: needClock(need, today, programme.introduction_days),
    })),
    versions: versions.map(({ scores, ...version }) => ({
      ...version,
      scored: completeScores(scores, version.confidence).length,
    })),
    now: now ? { ...now, sides: scoresBySide(now.scores) } : null,
    before: before ? { ...before, sides: scoresBySide(before.scores) } : null,
    mayWrite: firm.isOpen && may(actor, diagnosisPermissions.diagnosis.write, subject),
    mayOpenNeed: firm.isOpen && may(actor, diagnosisPermissions.need.write, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  const { number } = await startDiagnosis(ctx, {
    enrolmentId,
    statedNeed: textOf(form, 'statedNeed'),
  });
  const paths = pathsOf({
    org: ctx.org.slug,
    programme: params['programme'] ?? '',
    enrolment: enrolmentId,
  });
  return done(paths.scoreDiagnosis(number));
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { firm, versions, needs } = page;
  const paths = pathsOf(firm);
  const draft = versions.find((version) => version.state === 'draft');
  const start = (
    <PostButton kind="primary">
      {versions.length === 0 ? 'Start the diagnosis' : 'Diagnose again'}
    </PostButton>
  );
  const goOn = draft ? (
    <LinkButton href={paths.scoreDiagnosis(draft.number)}>Go on with the draft</LinkButton>
  ) : (
    start
  );
  return (
    <>
      <FirmHead
        firm={firm}
        current="diagnosis"
        title="Diagnosis and needs"
        actions={page.mayWrite && versions.length > 0 ? goOn : null}
      />
      <ErrorSummary answer={answer} />
      <Panel
        title="Needs"
        actions={
          page.mayOpenNeed ? (
            <a className="govuk-link" href={paths.newNeed}>
              Open a need
            </a>
          ) : null
        }
      >
        {needs.length === 0 ? (
          <p className="govuk-body">
            No need yet. The three priorities of a diagnosis become needs, each with a clock until a
            mentor is introduced.
          </p>
        ) : (
          <DataTable
            caption="Needs"
            rows={needs}
            rowKey={(need) => need.id}
            columns={[
              {
                key: 'need',
                label: 'Need',
                isHeader: true,
                cell: (need) => (
                  <>
                    <a href={paths.need(need.id)}>{areas[need.area].label}</a>
                    <br />
                    <span className="govuk-body-s">{need.detail}</span>
                  </>
                ),
              },
              { key: 'state', label: 'State', cell: (need) => <NeedStateTag need={need} /> },
              {
                key: 'mentor',
                label: 'Mentor',
                cell: (need) => mentorOf(need.matches),
              },
              { key: 'clock', label: 'Clock', cell: (need) => <NeedClockTag clock={need.clock} /> },
            ]}
          />
        )}
      </Panel>
      {versions.length === 0 ? (
        <EmptyState title="No diagnosis yet" action={page.mayWrite ? start : null}>
          Twelve areas, each with a written scale, how important and how urgent it is. The firm can
          score itself beside you.
        </EmptyState>
      ) : (
        <Panel title="Versions">
          <DataTable
            caption="Versions of the diagnosis"
            rows={versions}
            rowKey={(version) => version.id}
            columns={[
              {
                key: 'on',
                label: 'Version',
                isHeader: true,
                cell: (version) => (
                  <a href={paths.diagnosisNumber(version.number)}>{versionName(version)}</a>
                ),
              },
              { key: 'by', label: 'Adviser', cell: (version) => version.adviser ?? '—' },
              { key: 'areas', label: 'Scored', cell: (version) => plural(version.scored, 'area') },
              {
                key: 'own',
                label: 'The firm’s own score',
                cell: (version) => (version.selfScoredAt ? 'Given' : 'Not given'),
              },
              {
                key: 'state',
                label: 'State',
                cell: (version) =>
                  version.state === 'done' ? (
                    <Tag tone="good">Complete</Tag>
                  ) : (
                    <Tag tone="warn">Draft</Tag>
                  ),
              },
            ]}
          />
        </Panel>
      )}
      {page.now ? (
        <ComparedVersions
          now={page.now}
          before={page.before}
          choices={versions.filter((version) => version.state === 'done')}
        />
      ) : null}
    </>
  );
}

/** The mentor of a need, or the last one it had: the history names the mentors of closed needs, too. */
function mentorOf(matches: readonly { mentor: string; to: string | null }[]): string {
  const now = matches.find((match) => match.to === null);
  if (now) return now.mentor;
  return matches[0] ? `${matches[0].mentor} (ended)` : 'None';
}
