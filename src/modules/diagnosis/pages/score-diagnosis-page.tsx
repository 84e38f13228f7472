import { redirect, useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { hasCode, invalid } from '../../../kernel/errors.ts';
import { numberOf, textOf } from '../../../kernel/form-answer.ts';
import { actPage, draftSaved, loadPage, verbOf } from '../../../platform/page.ts';
import { Panel } from '../../../ui/card.tsx';
import { ChipGroup } from '../../../ui/choice-fields.tsx';
import { ConflictPanel } from '../../../ui/conflict-panel.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, ButtonRow, Form, HiddenField } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { statedFactsOf } from '../../enterprises/eligibility/reads.ts';
import { areaKeys, areas } from '../areas.ts';
import { askSelfScore } from '../commands/ask-self-score.ts';
import { scoreDiagnosis } from '../commands/score-diagnosis.ts';
import {
  adviserScoresOfForm,
  confidenceWords,
  namedAsScores,
  scoreLine,
} from '../diagnosis-form.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { diagnosesOf, numbered } from '../reads.ts';
import { withoutSteering } from '../score-of-row.ts';
import { AskSelfScore, selfScoreAsked } from './ask-self-score.tsx';
import { versionName } from './compared-versions.tsx';
import { FirmHead, pathsOf } from './firm-head.tsx';
import { openFirm } from './open-firm.ts';
import { AreaFields } from './score-fields.tsx';

export const loader = loadPage(async (args) => {
  const { firm } = await openFirm(args, diagnosisPermissions.diagnosis.write);
  const versions = await diagnosesOf(args.tx, firm.enrolment);
  const diagnosis = numbered(versions, args.params['number']);
  if (diagnosis.state === 'done') throw redirect(pathsOf(firm).diagnosisNumber(diagnosis.number));
  const earlier = versions.find((one) => one.number < diagnosis.number && one.state === 'done');
  const applied = await statedFactsOf(args.tx, firm.enrolment, 'need');
  return {
    firm,
    diagnosis: { ...diagnosis, scores: withoutSteering(diagnosis.scores) },
    earlier: earlier ? { name: versionName(earlier), scores: earlier.scores } : null,
    appliedOn: applied.find(({ words }) => words === diagnosis.statedNeed)?.statedOn ?? null,
  };
});

export const action = actPage(async ({ ctx, form, params, url, done }) => {
  if (verbOf(form, ['score', 'ask']) === 'ask') {
    const { name } = await askSelfScore(ctx, { diagnosisId: textOf(form, 'diagnosisId') });
    return done(url.pathname, selfScoreAsked(ctx, name));
  }
  const isDraft = textOf(form, '_draft') === 'yes';
  const confidence = numberOf(form, 'confidence') ?? null;
  try {
    await scoreDiagnosis(ctx, {
      diagnosisId: textOf(form, 'diagnosisId'),
      version: numberOf(form, '_version') ?? 0,
      statedNeed: textOf(form, 'statedNeed'),
      realNeed: textOf(form, 'realNeed'),
      confidence,
      keepsVersion: isDraft,
      scores: adviserScoresOfForm(form),
    });
  } catch (error) {
    if (hasCode(error, 'invalid')) throw invalid(namedAsScores(error.fields), error.message);
    throw error;
  }
  if (isDraft) return draftSaved();
  const paths = pathsOf({
    org: ctx.org.slug,
    programme: params['programme'] ?? '',
    enrolment: params['enrolment'] ?? '',
  });
  const number = Number(params['number']);
  return textOf(form, 'next') === 'complete'
    ? done(paths.completeDiagnosis(number))
    : done(url.pathname, 'Saved. It stays a draft until you complete it.');
});

export default function Screen() {
  const { firm, diagnosis, appliedOn, earlier } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = pathsOf(firm);
  const earlierOf = new Map(earlier?.scores.map((score) => [score.area, score]));
  const scoreOf = new Map(diagnosis.scores.map((score) => [score.area, score]));
  return (
    <>
      <FirmHead
        firm={firm}
        current="diagnosis"
        title={`Diagnosis of ${formatDate(diagnosis.datedOn)}`}
        back={{ label: 'Diagnosis', href: paths.diagnosis }}
      />
      <ErrorSummary answer={answer} />
      {answer.theirs ? (
        <Versions
          answer={answer}
          diagnosis={diagnosis}
          url={paths.scoreDiagnosis(diagnosis.number)}
        />
      ) : null}
      <Inset>
        {diagnosis.selfScoredAt
          ? 'The firm has scored itself.'
          : 'The firm has not scored itself yet.'}{' '}
        Its score of an area appears here once you have saved yours, so that it does not steer you.
      </Inset>
      <AskSelfScore diagnosis={diagnosis} />
      <Form version={diagnosis.version} guardsLeaving savesDraft label="Diagnosis">
        <HiddenField name="do" value="score" />
        <HiddenField name="diagnosisId" value={diagnosis.id} />
        <Panel title="What it is about">
          <TextArea
            name="statedNeed"
            label="What the firm asks for"
            hint={
              appliedOn === null
                ? 'In its own words.'
                : `From the application of ${formatDate(appliedOn)}, to be confirmed: ask whether it is still so.`
            }
            value={diagnosis.statedNeed}
            answer={answer}
            rows={2}
            isOptional
          />
          <TextArea
            name="realNeed"
            label="What it really needs"
            hint="What you found. It may be something else."
            value={diagnosis.realNeed}
            answer={answer}
            rows={2}
            isOptional
          />
          <ChipGroup
            name="confidence"
            label="How sure you are"
            isSingle
            values={diagnosis.confidence === null ? [] : [String(diagnosis.confidence)]}
            options={Object.entries(confidenceWords).map(([value, label]) => ({ value, label }))}
            answer={answer}
          />
        </Panel>
        <nav aria-label="Areas" className="govuk-body-s">
          {areaKeys.map((area, at) => (
            <span key={area}>
              {at === 0 ? '' : ' · '}
              <a href={`#${area}`}>{areas[area].label}</a>
            </span>
          ))}
        </nav>
        {areaKeys.map((area) => (
          <AreaFields
            key={area}
            area={area}
            score={scoreOf.get(area)}
            before={earlierOf.get(area) ?? null}
            beforeName={earlier?.name ?? ''}
            own={scoreOf.get(area)?.self_maturity ?? null}
            answer={answer}
          />
        ))}
        <ButtonRow>
          <Button name="next" value="complete">
            Save and choose priorities
          </Button>
          <Button kind="secondary" name="next" value="stay">
            Save the draft
          </Button>
        </ButtonRow>
      </Form>
    </>
  );
}

interface VersionsProps {
  answer: ReturnType<typeof useFormAnswer>;
  diagnosis: ReturnType<typeof useLoaderData<typeof loader>>['diagnosis'];
  url: string;
}

function Versions({ answer, diagnosis, url }: VersionsProps) {
  const typed = adviserScoresOfForm(answer.values);
  return (
    <ConflictPanel
      what="diagnosis"
      reloadHref={url}
      rows={[
        {
          label: 'What the firm asks for',
          mine: textOf(answer.values, 'statedNeed'),
          theirs: diagnosis.statedNeed,
        },
        {
          label: 'What it really needs',
          mine: textOf(answer.values, 'realNeed'),
          theirs: diagnosis.realNeed,
        },
        ...typed.map((mine) => ({
          label: areas[mine.area].label,
          mine: scoreLine({ ...mine, adviser_maturity: mine.maturity }),
          theirs: scoreLine(diagnosis.scores.find((score) => score.area === mine.area)),
        })),
      ]}
    />
  );
}
