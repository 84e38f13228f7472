import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { hasCode, invalid, notFound } from '../../../kernel/errors.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { actPage, draftSaved, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { CompareBars } from '../../../ui/compare-bars.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { NotTaken } from '../../../ui/not-taken.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { ScaleField } from '../../../ui/scale-field.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { areaKeys, areas } from '../areas.ts';
import { selfScoreDiagnosis } from '../commands/self-score-diagnosis.ts';
import {
  namedAsScores,
  selfScoresOfForm,
  selfScoreStep,
  selfScoreSteps,
} from '../diagnosis-form.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { diagnosisForFirm } from '../reads.ts';

export const loader = loadPage(async ({ ctx, tx, params, link, own, url }) => {
  const diagnosisId = link?.subjectId ?? params['diagnosis'] ?? '';
  const diagnosis = await diagnosisForFirm(tx, diagnosisId);
  if (diagnosis === null || !ctx.actor.ownEnterpriseIds.has(diagnosis.enterpriseId)) {
    throw notFound('diagnosis');
  }
  const wanted =
    diagnosis.state === 'draft'
      ? diagnosisPermissions.diagnosis.selfScore
      : diagnosisPermissions.diagnosis.readShared;
  if (!may(ctx.actor, wanted, diagnosis)) throw notFound('diagnosis');
  return { own, diagnosis, step: selfScoreStep(url.searchParams.get('step')) };
});

export const action = actPage(async ({ ctx, form, params, link, own, url, done }) => {
  const isTyping = textOf(form, '_draft') === 'yes';
  const step = selfScoreStep(url.searchParams.get('step'));
  const areasHere = selfScoreSteps[step] ?? [];
  const isLast = step === selfScoreSteps.length - 1;
  try {
    await selfScoreDiagnosis(ctx, {
      diagnosisId: link?.subjectId ?? params['diagnosis'] ?? '',
      ...(step === 0 ? { statedNeed: textOf(form, 'statedNeed') } : {}),
      scores: selfScoresOfForm(form, areasHere),
      isDraft: isTyping || !isLast,
    });
  } catch (error) {
    if (hasCode(error, 'invalid'))
      throw invalid(namedAsScores(error.fields, areasHere), error.message);
    throw error;
  }
  if (isTyping) return draftSaved();
  if (!isLast) return done(`${url.pathname}?step=${step + 2}`);
  return done(
    own.isReachable ? own.firm : url.pathname,
    'Thank you. Your adviser will talk with you about it. You can change it until then.',
  );
});

export default function Screen() {
  const { own, diagnosis, step } = useLoaderData<typeof loader>();
  const isLast = step === selfScoreSteps.length - 1;
  const answer = useFormAnswer();
  const isDraft = diagnosis.state === 'draft';
  const scoreOf = new Map(diagnosis.scores.map((score) => [score.area, score]));
  return (
    <>
      <title>How you see your firm – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={isDraft ? 'How do you see your firm?' : `Where you stand`}
        caption={`${diagnosis.enterpriseName}, ${formatDate(diagnosis.datedOn)}`}
        {...(own.isReachable ? { back: { label: 'My enterprise', href: own.firm } } : {})}
      />
      {isDraft ? (
        <>
          <p className="govuk-body">
            <strong>
              Step {step + 1} of {selfScoreSteps.length}.
            </strong>{' '}
            Choose in each area the sentence that fits best today. There is no right answer, and you
            can leave out what you do not know. Your adviser answers the same without seeing yours
            first.
          </p>
          {diagnosis.selfScoredAt ? (
            <Inset>You have answered already. You can still change it.</Inset>
          ) : null}
          <Form guardsLeaving savesDraft label="How do you see your firm?">
            {step === 0 ? (
              <TextArea
                name="statedNeed"
                label="What do you need help with most?"
                value={diagnosis.statedNeed}
                answer={answer}
                isOptional
              />
            ) : null}
            {(selfScoreSteps[step] ?? []).map((area) => (
              <Panel key={area}>
                <ScaleField
                  name={`maturity.${area}`}
                  label={areas[area].label}
                  anchors={areas[area].anchors}
                  unknown="I do not know, or it does not fit"
                  value={scoreOf.get(area)?.own ?? null}
                  answer={answer}
                />
              </Panel>
            ))}
            <ButtonRow>
              <Button>{isLast ? 'Send to the adviser' : 'Save and go on'}</Button>
              {step === 0 ? null : <a href={`?step=${step}`}>Back to the areas before</a>}
            </ButtonRow>
          </Form>
        </>
      ) : (
        <>
          <NotTaken answer={answer} isClosed fields={['statedNeed']} />
          <p className="govuk-body">
            The diagnosis is complete. Where you and your adviser differ most, talk about it.
          </p>
          <Panel>
            <CompareBars
              title="Each area from 0 to 5"
              most={5}
              beforeLabel="As you see it"
              nowLabel="As your adviser sees it"
              rows={areaKeys.map((area) => ({
                label: areas[area].label,
                before: scoreOf.get(area)?.own ?? null,
                now: scoreOf.get(area)?.adviser ?? null,
              }))}
            />
          </Panel>
        </>
      )}
    </>
  );
}
