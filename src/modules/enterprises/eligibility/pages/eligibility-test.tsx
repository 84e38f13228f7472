import { useLoaderData } from 'react-router';
import { formatDate } from '../../../../kernel/calendar.ts';
import { notFound } from '../../../../kernel/errors.ts';
import { textOf } from '../../../../kernel/form-answer.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import type { Ctx } from '../../../../platform/context.ts';
import { may } from '../../../../platform/permission.ts';
import { Panel } from '../../../../ui/card.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { Button, Form, HiddenField } from '../../../../ui/form.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Details, Timeline } from '../../../../ui/summary-list.tsx';
import { TextArea } from '../../../../ui/text-fields.tsx';
import { EnrolmentHead } from '../../pages/enrolment-head.tsx';
import { openEnrolment } from '../../pages/open-enrolment.ts';
import { latestOfEach } from '../../measure.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentById, measuresOf } from '../../reads.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { boardOf } from '../board.ts';
import { requestOverride } from '../commands/request-override.ts';
import { latestRate } from '../declared-rows.ts';
import { eligibilityOn, historyOfTest, statedFactsOf } from '../reads.ts';
import type { StatedKind } from '../stated-fact.ts';
import { eligibilityTests, eligibilityTestWords, type EligibilityTest } from '../test-result.ts';
import { FactsForm } from './facts-form.tsx';
import { RelationList } from './relation-list.tsx';
import { saveFacts } from './save-facts.ts';
import { StatedFacts } from './stated-facts.tsx';
import { SubsidyList } from './subsidy-list.tsx';
import { OutcomeTag, TestPanel } from './test-panel.tsx';
import { typedFacts } from './typed-facts.ts';

/** What applicants are asked that belongs to a test. */
const statedKindOf: Partial<Record<EligibilityTest, StatedKind>> = {
  size: 'relation',
  'subsidy-headroom': 'subsidy',
};

export const loader = loadPage(async (args) => {
  const { ctx, tx, params, url } = args;
  const { programme, enrolment, subject, head } = await openEnrolment(
    args,
    enterprisePermissions.eligibility.read,
  );
  const test = eligibilityTests.find((each) => each === params['test']);
  if (!test) throw notFound();
  const today = ctx.clock.today(programme.zone);
  const { results, applicant, overrides, gate, rules } = await eligibilityOn(
    tx,
    enrolment,
    programme,
    today,
  );
  const { ruleSet } = rules;
  const isOpen = enrolment.state !== 'closed' && enrolment.state !== 'withdrawn';
  const line = boardOf(results, new Map(), overrides).find((each) => each.test === test);
  if (!line) throw notFound();
  const stored = applicant.latest.get(test);
  const history = await historyOfTest(tx, enrolment.id, test, programme.zone);
  const seesFigures = may(ctx.actor, enterprisePermissions.measure.read, subject);
  const latest = latestOfEach(
    test === 'size' && seesFigures ? await measuresOf(tx, enrolment.enterpriseId) : [],
  );
  const maySeeAid = may(ctx.actor, enterprisePermissions.subsidy.read, subject);
  const kind = test === 'subsidy-headroom' && !maySeeAid ? undefined : statedKindOf[test];
  const facts = kind === undefined ? [] : await statedFactsOf(tx, enrolment.id, kind);
  return {
    head,
    test,
    facts,
    fact: facts.find(({ id }) => id === url.searchParams.get('fact')) ?? null,
    line: {
      ...line,
      by: history[0]?.decidedByName ?? null,
      on: stored?.decidedOn ?? null,
      evidence: stored?.evidence ?? '',
    },
    ground: {
      test,
      values: typedFacts(test, applicant, gate.area, {
        latest,
        currency: programme.currency,
        zone: programme.zone,
        rate: await latestRate(tx, programme.currency),
      }),
      evidence: stored?.evidence ?? '',
      area: gate.area,
      sectors: ruleSet.excludedSectors.map(({ key, label }) => ({ key, label })),
      currency: programme.currency,
      rulesCurrency: ruleSet.size.currency,
      subsidyCurrency: ruleSet.subsidy?.currency ?? null,
      sicCodes: applicant.sicCodes,
      editHref: programmePaths(ctx.org.slug, programme.slug).enrolment(enrolment.id).edit,
    },
    relations: test === 'size' ? applicant.relations : null,
    awards: test === 'subsidy-headroom' && maySeeAid ? applicant.awards : null,
    regimes: ruleSet.subsidy
      ? [
          { value: ruleSet.subsidy.code, label: ruleSet.subsidy.label },
          ...ruleSet.subsidy.alsoCounts.map((code) => ({ value: code, label: code })),
          { value: 'other', label: 'Other rules, with a limit of their own' },
        ]
      : [{ value: 'other', label: 'Any' }],
    history,
    mayAssess: may(ctx.actor, enterprisePermissions.eligibility.assess, subject) && isOpen,
    mayAsk:
      may(ctx.actor, enterprisePermissions.eligibility.assess, subject) &&
      line.mayBeSetAside &&
      (enrolment.state === 'applied' || enrolment.state === 'not-eligible'),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  const test = (params['test'] ?? '') as EligibilityTest;
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '').enrolment(enrolmentId);
  if (textOf(form, 'form') === 'override') {
    await requestOverride(ctx, { enrolmentId, test, reason: textOf(form, 'overrideReason') });
    return done(paths.eligibility, 'Asked. A second person has to agree before it takes effect.');
  }
  const said = await saveFacts(ctx, {
    enrolmentId,
    programme: params['programme'] ?? '',
    test,
    form,
  });
  if (textOf(form, 'next') !== 'yes') return done(paths.test(test), said);
  const next = await nextOpenTest(ctx, params['programme'], enrolmentId, test);
  return done(next === null ? paths.eligibility : paths.test(next), said);
});

/** The next test that is not met yet, in the order of the board and around its end; null when all are. */
async function nextOpenTest(
  ctx: Ctx,
  slug: string | undefined,
  enrolmentId: string,
  after: EligibilityTest,
): Promise<EligibilityTest | null> {
  return ctx.app.database.read(ctx.orgId, async (tx) => {
    const programme = await programmeBySlug(tx, slug);
    const enrolment = await enrolmentById(tx, enrolmentId);
    const today = ctx.clock.today(programme.zone);
    const { results } = await eligibilityOn(tx, enrolment, programme, today);
    const at = results.findIndex((each) => each.test === after);
    const open = [...results.slice(at + 1), ...results.slice(0, at)].find(
      (each) => each.result !== 'met' && each.test !== 'size-band',
    );
    return open?.test ?? null;
  });
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(page.head.org, page.head.programme).enrolment(page.head.enrolment);
  const words = eligibilityTestWords[page.test];
  return (
    <>
      <EnrolmentHead head={page.head} current="eligibility" title={words} />
      <a className="govuk-back-link" href={`${paths.eligibility}#${page.test}`}>
        All tests
      </a>
      <ErrorSummary answer={answer} />
      <TestPanel line={page.line} mayAssess={false} />
      {page.mayAssess ? (
        <Panel title="Facts" id="facts">
          <FactsForm ground={page.ground} answer={answer} />
        </Panel>
      ) : null}
      <StatedFacts facts={page.facts} mayEdit={page.mayAssess} />
      {page.relations ? (
        <RelationList
          fact={page.mayAssess ? page.fact : null}
          relations={page.relations}
          currency={page.ground.currency}
          mayEdit={page.mayAssess}
          answer={answer}
        />
      ) : null}
      {page.awards ? (
        <SubsidyList
          fact={page.mayAssess ? page.fact : null}
          awards={page.awards}
          regimes={page.regimes}
          currency={page.ground.currency}
          mayEdit={page.mayAssess}
          answer={answer}
        />
      ) : null}
      {page.mayAsk ? (
        <Details summary="Ask to set this test aside" isOpen={!!answer.errors?.['overrideReason']}>
          <Form label="Ask to set this test aside">
            <HiddenField name="form" value="override" />
            <TextArea
              name="overrideReason"
              label="Why may it be set aside?"
              hint="A second person reads this and has to agree."
              answer={answer}
              maxLength={2000}
            />
            <Button kind="secondary">Ask a second person</Button>
          </Form>
        </Details>
      ) : null}
      <h2 className="govuk-heading-m">History</h2>
      {page.history.length === 0 ? (
        <p className="govuk-body">Nothing has been recorded for this test.</p>
      ) : (
        <Timeline
          items={page.history.map((entry) => ({
            id: entry.id,
            title: <OutcomeTag result={entry.result} />,
            by: entry.decidedByName ?? 'the record alone',
            when: formatDate(entry.decidedOn),
            instant: entry.decidedAt,
            children: <p className="app-lines">{entry.because}</p>,
          }))}
        />
      )}
    </>
  );
}
