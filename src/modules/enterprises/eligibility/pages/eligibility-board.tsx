import { useLoaderData } from 'react-router';
import { afterDeciding } from '../../../../kernel/back-path.ts';
import { formatDate } from '../../../../kernel/calendar.ts';
import { numberOf, textOf } from '../../../../kernel/form-answer.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { saidOfLetter } from '../../../../platform/mail/leaving.ts';
import { actPage, loadPage, verbOf } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { EmptyState } from '../../../../ui/card.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Inset } from '../../../../ui/notification-banner.tsx';
import { ruleSetInForceOf } from '../../../programmes/reads.ts';
import { EnrolmentHead } from '../../pages/enrolment-head.tsx';
import { openEnrolment } from '../../pages/open-enrolment.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { addresseeOf } from '../../reads.ts';
import { boardOf, refusalDraft, storedBoardOf } from '../board.ts';
import { answerOverride } from '../commands/answer-override.ts';
import { decideEligibility } from '../commands/decide-eligibility.ts';
import { eligibilityOn, latestTests, overridesOf } from '../reads.ts';
import { DecisionPanel } from './decision-panel.tsx';
import { OverridePanel } from './override-panel.tsx';
import { TestPanel } from './test-panel.tsx';

export const loader = loadPage(async (args) => {
  const { ctx, tx } = args;
  const { programme, enrolment, subject, head } = await openEnrolment(
    args,
    enterprisePermissions.eligibility.read,
  );
  const today = ctx.clock.today(programme.zone);
  const rules = await ruleSetInForceOf(tx, programme.id, today);
  const isWaiting = enrolment.state === 'applied' || enrolment.state === 'not-eligible';
  const live = rules && isWaiting ? await eligibilityOn(tx, enrolment, programme, today) : null;
  const overrides = live?.overrides ?? (await overridesOf(tx, enrolment.id));
  return {
    head,
    version: enrolment.version,
    ruleSetName: rules?.ruleSet.name ?? null,
    sourceLabel: rules?.ruleSet.sourceLabel ?? '',
    lines: live
      ? boardOf(live.results, await latestTests(tx, enrolment.id, programme.zone), overrides)
      : storedBoardOf(await latestTests(tx, enrolment.id, programme.zone), overrides),
    overall: live?.overall ?? null,
    draft: live ? refusalDraft(live.overall) : { refusal: '', signpost: '' },
    decided: {
      eligibleOn: enrolment.eligibleOn,
      refusal: enrolment.refusal,
      signpost: enrolment.signpost,
    },
    signposts: programme.signposts,
    letterTo: isWaiting ? await addresseeOf(tx, enrolment.enterpriseId) : null,
    overrides: overrides.map((row) => ({
      ...row,
      mayAnswer:
        row.answeredAt === null &&
        row.requestedBy !== ctx.actor.personId &&
        may(ctx.actor, enterprisePermissions.eligibility.override, subject),
    })),
    zone: programme.zone,
    mayAssess:
      may(ctx.actor, enterprisePermissions.eligibility.assess, subject) &&
      enrolment.closedOn === null,
    mayDecide: may(ctx.actor, enterprisePermissions.eligibility.decide, subject) && isWaiting,
  };
});

export const action = actPage(async ({ ctx, form, params, url, done, goOn }) => {
  const enrolmentId = params['enrolment'] ?? '';
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  const here = paths.enrolment(enrolmentId);
  const overrideId = textOf(form, 'overrideId');
  if (overrideId !== '') {
    const { isApproved } = await answerOverride(ctx, {
      enrolmentId,
      overrideId,
      isApproved: verbOf(form, ['approve', 'refuse'], 'verdict') === 'approve',
      answer: textOf(form, 'answer'),
    });
    return done(
      afterDeciding(url, paths.verify, here.eligibility),
      isApproved ? 'The test is set aside.' : 'The request was refused.',
    );
  }
  const decided = await decideEligibility(ctx, {
    enrolmentId,
    version: numberOf(form, '_version') ?? 0,
    isEligible: verbOf(form, ['eligible', 'not-eligible'], 'verdict') === 'eligible',
    refusal: textOf(form, 'refusal'),
    signpost: textOf(form, 'signpost'),
    sendsLetter: textOf(form, 'sendsLetter') === 'yes',
  });
  const to = decided.letterTo;
  const letter = to ? ` ${saidOfLetter(ctx, `A letter to ${to}`)}` : '';
  if (decided.state !== 'eligible') return done(here.eligibility, `Refused.${letter}`);
  const adviser = decided.isTakenOver ? ' You look after it from now on.' : '';
  // Who has no adviser is in nobody's Today: that comes before anything else.
  if (!decided.hasAdviser) {
    return goOn(here.adviser, `The enterprise is eligible.${letter} Say who looks after it.`);
  }
  return done(here.record, `The enterprise is eligible.${adviser}${letter} Next: the diagnosis.`);
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(page.head.org, page.head.programme);
  const own = paths.enrolment(page.head.enrolment);
  return (
    <>
      <EnrolmentHead head={page.head} current="eligibility" title="Eligibility" />
      <ErrorSummary
        answer={answer}
        {...(answer.values['overrideId'] === undefined
          ? {}
          : { scope: textOf(answer.values, 'overrideId') })}
      />
      {page.ruleSetName === null ? (
        <EmptyState title="No rules are in force">
          <a href={paths.rules}>Adopt a rule set</a> first: without one nobody can say who is
          eligible.
        </EmptyState>
      ) : (
        <p className="govuk-body-s">
          Rules: {page.ruleSetName}. {page.sourceLabel}.
        </p>
      )}
      <Decided {...page.decided} state={page.head.state} />
      {page.overall ? (
        <DecisionPanel
          overall={page.overall}
          hrefOf={page.mayAssess ? own.test : (test) => `#${test}`}
          draft={page.draft}
          version={page.version}
          mayDecide={page.mayDecide}
          isRefused={page.head.state === 'not-eligible'}
          letterTo={page.letterTo}
          signposts={page.signposts}
          answer={answer}
        />
      ) : null}
      {page.overrides.length > 0 ? (
        <OverridePanel overrides={page.overrides} zone={page.zone} answer={answer} />
      ) : null}
      <h2 className="govuk-heading-m">Tests</h2>
      {page.lines.length === 0 ? (
        <EmptyState title="No tests recorded">Nobody has looked at this enterprise yet.</EmptyState>
      ) : null}
      {page.lines.map((line) => (
        <TestPanel
          key={line.test}
          line={line}
          href={own.test(line.test)}
          mayAssess={page.mayAssess}
        />
      ))}
    </>
  );
}

interface DecidedProps {
  state: string;
  eligibleOn: string | null;
  refusal: string | null;
  signpost: string | null;
}

function Decided({ state, eligibleOn, refusal, signpost }: DecidedProps) {
  if (state === 'not-eligible' && refusal !== null) {
    return (
      <Inset>
        <p className="govuk-body">
          <strong>Refused, with these reasons:</strong>
        </p>
        <p className="govuk-body app-lines">{refusal}</p>
        {signpost ? <p className="govuk-body app-lines">{signpost}</p> : null}
      </Inset>
    );
  }
  if (eligibleOn === null) return null;
  return (
    <Inset>
      Eligible since {formatDate(eligibleOn)}. Minutes before that day never count toward an output.
      What is below is the record of that decision.
    </Inset>
  );
}
