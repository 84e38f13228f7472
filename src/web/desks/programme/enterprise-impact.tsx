import { useLoaderData } from 'react-router';
import { afterDeciding } from '../../../kernel/back-path.ts';
import { optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { parseMoney } from '../../../kernel/money.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { typedNumber } from '../../../kernel/typed-number.ts';
import { enterprisePermissions } from '../../../modules/enterprises/permissions.ts';
import { enrolmentById, peopleOf } from '../../../modules/enterprises/reads.ts';
import { addComment } from '../../../modules/impact/commands/add-comment.ts';
import { recordOutput } from '../../../modules/impact/commands/record-output.ts';
import { verifyOutput } from '../../../modules/impact/commands/verify-output.ts';
import { withdrawOutput } from '../../../modules/impact/commands/withdraw-output.ts';
import { impactPermissions } from '../../../modules/impact/permissions.ts';
import { impactOf } from '../../../modules/impact/reads.ts';
import { formatQuantity, toHundredths } from '../../../modules/programmes/quantity.ts';
import { programmeBySlug, ruleSetInForceOf } from '../../../modules/programmes/reads.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EnrolmentNav } from '../../../ui/enrolment-nav.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { ClientWords } from './client-words.tsx';
import { RecordedOutputs } from './recorded-outputs.tsx';

const unitWords: Record<string, string> = {
  enterprises: 'counts once',
  persons: 'people',
  fte: 'posts in full-time equivalents',
  money: 'money',
  count: 'number',
};

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const enrolment = await enrolmentById(tx, params['enrolment'] ?? '');
  const subject = { programmeId: programme.id };
  if (
    enrolment.programmeId !== programme.id ||
    !may(ctx.actor, impactPermissions.output.read, subject)
  ) {
    throw notFound('enterprise');
  }
  const today = ctx.clock.today(programme.zone);
  const rules = await ruleSetInForceOf(tx, programme.id, today);
  const indicators = rules?.ruleSet.indicators ?? [];
  const { outputs, comments } = await impactOf(tx, enrolment.id);
  const people = await peopleOf(tx, enrolment.enterpriseId);
  return {
    org: ctx.org.slug,
    today,
    programme: programme.slug,
    personId: ctx.actor.personId,
    enrolment: {
      id: enrolment.id,
      name: enrolment.enterpriseName,
      eligibleOn: enrolment.eligibleOn,
    },
    indicators: indicators
      .filter((indicator) => !indicator.threshold?.minutes)
      .map((indicator) => ({
        value: indicator.code,
        label: `${indicator.code} ${indicator.label} (${unitWords[indicator.unit]})`,
      })),
    outputs: outputs.map((output) => ({
      ...output,
      label: indicators.find(({ code }) => code === output.indicator)?.label ?? '',
      shown: formatQuantity(
        toHundredths(output.value),
        indicators.find(({ code }) => code === output.indicator)?.unit ?? 'count',
        programme.currency,
      ),
    })),
    comments: may(ctx.actor, impactPermissions.comment.read, subject) ? comments : null,
    people: people
      .filter((person) => person.toOn === null)
      .map((person) => ({ value: person.personId, label: person.name })),
    showsRecord: may(ctx.actor, enterprisePermissions.enrolment.read, subject),
    showsNotes: may(ctx.actor, enterprisePermissions.privateNote.answerOpening, subject),
    showsDiagnosis: may(ctx.actor, enterprisePermissions.enrolment.readConfided, subject),
    may: {
      record: may(ctx.actor, impactPermissions.output.record, subject),
      verify: may(ctx.actor, impactPermissions.output.verify, subject),
      withdraw: may(ctx.actor, impactPermissions.output.withdraw, subject),
      comment: may(ctx.actor, impactPermissions.comment.add, subject),
    },
  };
});

export const action = actPage(async ({ ctx, form, params, url, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  const { verify } = programmePaths(ctx.org.slug, params['programme'] ?? '');
  const back = afterDeciding(url, verify, url.pathname);
  const what = verbOf(form, ['verify', 'withdraw', 'comment', 'record']);
  if (what === 'verify') {
    await verifyOutput(ctx, { outputId: textOf(form, 'outputId') });
    return done(back, 'The output is verified.');
  }
  if (what === 'withdraw') {
    await withdrawOutput(ctx, {
      outputId: textOf(form, 'outputId'),
      reason: textOf(form, 'reason'),
    });
    return done(back, 'The output is taken out.');
  }
  if (what === 'comment') {
    await addComment(ctx, {
      enrolmentId,
      body: textOf(form, 'body'),
      saidBy: optionalOf(form, 'saidBy'),
      mayPublish: textOf(form, 'mayPublish') === 'yes',
    });
    return done(url.pathname, 'Their words are kept.');
  }
  const text = textOf(form, 'value');
  const { currency } = await ctx.app.database.read(ctx.orgId, (tx) =>
    programmeBySlug(tx, params['programme']),
  );
  const value = text === '' ? 1 : (typedNumber(text) ?? amountOf(text, currency));
  if (value === null)
    throw invalid({ value: 'Enter how much was reached, such as 1.5 or 25,000.' });
  await recordOutput(ctx, {
    enrolmentId,
    indicator: textOf(form, 'indicator'),
    value,
    achievedOn: textOf(form, 'achievedOn'),
    statement: textOf(form, 'statement'),
  });
  return done(url.pathname, 'The output is recorded. Another person verifies it.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(page.org, page.programme);
  const own = paths.enrolment(page.enrolment.id);
  return (
    <>
      <title>{`Impact of ${page.enrolment.name} – Espalier`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Impact"
        caption={`${page.enrolment.name}. Outputs for the funder, and the client’s own words.`}
        {...(page.showsRecord ? { back: { label: page.enrolment.name, href: own.record } } : {})}
      />
      <EnrolmentNav
        paths={own}
        current="impact"
        showsNotes={page.showsNotes}
        showsDiagnosis={page.showsDiagnosis}
        showsRecord={page.showsRecord}
      />
      <RecordedOutputs
        outputs={page.outputs}
        indicators={page.indicators}
        isEligible={page.enrolment.eligibleOn !== null}
        today={page.today}
        personId={page.personId}
        may={page.may}
        hoursHref={own.hours}
        answer={answer}
      />
      {page.comments === null ? null : (
        <ClientWords
          comments={page.comments}
          people={page.people}
          mayAdd={page.may.comment}
          answer={answer}
        />
      )}
    </>
  );
}

/** Money in whole units with its fraction, where the field holds an amount such as £25,000. */
function amountOf(text: string, currency: string): number | null {
  const minor = parseMoney(text, currency);
  return minor === null ? null : minor / 100;
}
