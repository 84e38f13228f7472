import { Fragment } from 'react';
import { useLoaderData } from 'react-router';
import { afterDeciding } from '../../../kernel/back-path.ts';
import { formatInstant } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import { type FormValues, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary, fieldId } from '../../../ui/field.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Inset } from '../../../ui/notification-banner.tsx';
import { baselineMeasures, baselineMeasureWords, missingMeasures } from '../baseline.ts';
import { answerBaselineCorrection } from '../baseline-corrections/commands/answer-baseline-correction.ts';
import { askBaselineCorrection } from '../baseline-corrections/commands/ask-baseline-correction.ts';
import { correctionsOf } from '../baseline-corrections/store.ts';
import { freezeBaseline } from '../commands/freeze-baseline.ts';
import { recordFigures } from '../commands/record-figures.ts';
import { type Figure, parseMeasure } from '../measure.ts';
import { latestTests } from '../eligibility/reads.ts';
import { enterprisePermissions } from '../permissions.ts';
import { baselineOf } from '../reads.ts';
import { BaselineCorrections } from './baseline-corrections.tsx';
import { FiguresForm, FigureTable, sizedFigures } from './baseline-figures.tsx';
import { EnrolmentHead } from './enrolment-head.tsx';
import { openEnrolment } from './open-enrolment.ts';

export const loader = loadPage(async (args) => {
  const { programme, enrolment, subject, head } = await openEnrolment(
    args,
    enterprisePermissions.baseline.read,
  );
  const baseline = await baselineOf(args.tx, enrolment);
  const held = baseline.figures.map((line) => ({ measure: line.kind, ...line }));
  const { actor } = args.ctx;
  return {
    head,
    ...baseline,
    zone: programme.zone,
    currency: args.ctx.org.currency,
    missing: missingMeasures({
      figures: held.map((line) => ({
        measure: line.kind,
        amount: line.amount,
        accountingYearEnd: line.yearEndsOn,
        source: line.source,
      })),
    }),
    sized: sizedFigures(await latestTests(args.tx, enrolment.id, programme.zone)),
    mayRecord: may(actor, enterprisePermissions.measure.record, subject),
    mayFreeze: may(actor, enterprisePermissions.baseline.freeze, subject),
    corrections: (await correctionsOf(args.tx, enrolment.id)).map((row) => ({
      ...row,
      mayAnswer:
        row.answeredAt === null &&
        row.askedBy !== actor.personId &&
        may(actor, enterprisePermissions.baseline.agree, subject),
    })),
  };
});

export const action = actPage(async ({ ctx, form, params, url, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  const here = paths.enrolment(enrolmentId);
  const verb = verbOf(form, ['freeze', 'record', 'ask', 'agree', 'refuse']);
  if (verb === 'ask') {
    const kind = baselineMeasures.find((one) => one === textOf(form, 'kind'));
    if (kind === undefined) throw invalid({ kind: 'Choose the figure that is wrong.' });
    const parsed = parseMeasure(kind, textOf(form, 'amount'), ctx.org.currency);
    if ('problem' in parsed) throw invalid({ amount: parsed.problem });
    const { amount } = parsed;
    await askBaselineCorrection(ctx, { enrolmentId, kind, amount, reason: textOf(form, 'reason') });
    return done(here.baseline, 'Asked. A second person has to agree before it changes.');
  }
  if (verb === 'agree' || verb === 'refuse') {
    const correctionId = textOf(form, 'correctionId');
    const isAgreed = verb === 'agree';
    const answer = textOf(form, 'answer');
    await answerBaselineCorrection(ctx, { enrolmentId, correctionId, isAgreed, answer });
    const back = afterDeciding(url, paths.verify, here.baseline);
    return done(back, isAgreed ? 'The figure is corrected.' : 'The request was refused.');
  }
  if (verb === 'freeze') {
    await freezeBaseline(ctx, { enrolmentId });
    return done(here.baseline, 'The baseline is frozen. Later figures are compared with it.');
  }
  await recordFigures(ctx, {
    enrolmentId,
    yearEndsOn: textOf(form, 'yearEndsOn'),
    figures: figuresFrom(form),
  });
  return done(here.baseline, 'Saved. Freeze the baseline once the figures are right.');
});

function figuresFrom(form: FormValues) {
  const problems: Record<string, string> = {};
  const source = textOf(form, 'source') as Figure['source'];
  const figures = baselineMeasures.flatMap((kind) => {
    const text = textOf(form, kind);
    if (text === '') return [];
    const parsed = parseMeasure(kind, text);
    if ('problem' in parsed) {
      problems[kind] = parsed.problem;
      return [];
    }
    return [{ kind, amount: parsed.amount, source }];
  });
  if (Object.keys(problems).length > 0) throw invalid(problems);
  if (figures.length === 0) throw invalid({ staff: 'Enter at least one figure.' });
  return figures;
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <EnrolmentHead head={page.head} current="baseline" title="Baseline" />
      <ErrorSummary
        answer={answer}
        {...(answer.values['correctionId'] === undefined
          ? {}
          : { scope: textOf(answer.values, 'correctionId') })}
      />
      {page.frozenAt ? (
        <Inset>
          Frozen on {formatInstant(page.frozenAt, page.zone)} by {page.frozenBy ?? 'the programme'}.
          Jobs and growth are measured from here. Two people can correct a figure that was typed
          wrong.
        </Inset>
      ) : (
        <p className="govuk-body">
          The firm as it was before the first support. Freeze these figures before the first
          session, otherwise no later growth can be shown.
        </p>
      )}
      {page.figures.length > 0 ? <FigureTable figures={page.figures} /> : null}
      {page.frozenAt ? (
        <BaselineCorrections
          corrections={page.corrections}
          figures={page.figures}
          mayAsk={page.mayFreeze}
          zone={page.zone}
          answer={answer}
        />
      ) : null}
      {page.frozenAt ? null : (
        <>
          {page.mayFreeze && page.missing.length === 0 ? (
            <Panel title="Freeze the baseline">
              <p className="govuk-body">
                Check the figures above. After this only two people together can correct one.
              </p>
              <PostButton values={{ do: 'freeze' }} kind="primary">
                Freeze the baseline
              </PostButton>
            </Panel>
          ) : null}
          {page.missing.length > 0 ? (
            <p className="govuk-body">
              Still missing:{' '}
              {page.missing.map((kind, at) => (
                <Fragment key={kind}>
                  {at === 0 ? '' : '; '}
                  {page.mayRecord ? (
                    <a href={`#${fieldId(kind)}`}>{baselineMeasureWords[kind].toLowerCase()}</a>
                  ) : (
                    baselineMeasureWords[kind].toLowerCase()
                  )}
                </Fragment>
              ))}
              .
            </p>
          ) : null}
          {page.mayRecord ? (
            <FiguresForm
              figures={page.figures}
              sized={page.sized}
              currency={page.currency}
              answer={answer}
            />
          ) : null}
        </>
      )}
    </>
  );
}
