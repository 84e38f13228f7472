import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../../kernel/calendar.ts';
import { notFound } from '../../../../kernel/errors.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { Panel } from '../../../../ui/card.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { LinkButton, PostButton } from '../../../../ui/form.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { SummaryList } from '../../../../ui/summary-list.tsx';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { matchingPermissions } from '../../permissions.ts';
import { partKeys, partWords } from '../../weights.ts';
import { allocationStateWords, editWords } from '../allocation.ts';
import { logOf } from '../allocation-rows.ts';
import { verifyAllocation } from '../commands/verify-allocation.ts';
import { allocationById, namesInLog, pairsOf } from '../reads.ts';
import { fitWords } from '../words.ts';
import { SentPairs } from './sent-pairs.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, matchingPermissions.allocation.read, subject)) throw notFound();
  const allocation = await allocationById(tx, programme.id, params['allocation'] ?? '');
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    zone: programme.zone,
    allocation,
    pairs: await pairsOf(tx, allocation.id),
    log: await logOf(tx, allocation.id),
    names: await namesInLog(tx, allocation.id),
    mayRank: may(ctx.actor, matchingPermissions.ranking.read, subject),
    seesOffers: may(ctx.actor, matchingPermissions.offer.read, subject),
    mayEdit: may(ctx.actor, matchingPermissions.allocation.edit, subject),
    mayVerify: may(ctx.actor, matchingPermissions.allocation.verify, subject),
  };
});

export const action = actPage(async ({ ctx, params, done }) => {
  const allocationId = params['allocation'] ?? '';
  const { isProved, why } = await verifyAllocation(ctx, { allocationId });
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  const sentence = isProved
    ? 'The proof holds: nothing better was possible with what was known.'
    : `The proof does not hold: ${why}`;
  return done(paths.allocation(allocationId), sentence);
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { allocation, zone } = page;
  const paths = programmePaths(page.org, page.programme);
  const title = `Allocation of ${formatInstant(allocation.closedAt ?? allocation.startedAt, zone)}`;
  const name = (id: string | null) => page.names.get(id ?? '') ?? 'somebody who is gone';
  return (
    <>
      <title>{title}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={title}
        caption={allocationStateWords[allocation.state]}
        back={{ label: 'Allocations', href: paths.allocations }}
      />
      <Panel title="What it was">
        <SummaryList rows={factsOf(page, paths.matchDesk)} />
        {allocation.state === 'published' ? (
          <>
            {page.mayVerify ? <PostButton>Prove it again</PostButton> : null}
            <LinkButton href={paths.allocationFairness(allocation.id)} kind="secondary">
              Whom it served: fairness
            </LinkButton>
            <p className="govuk-body-s">
              Download what was solved (
              <a href={paths.allocationFile(allocation.id, 'input')}>input</a>) and what came of it
              (<a href={paths.allocationFile(allocation.id, 'result')}>result</a>). Anybody can
              check the two with{' '}
              <code>npm run espalier -- solve verify input.json result.json</code>.
            </p>
          </>
        ) : null}
      </Panel>
      {page.pairs.length > 0 ? <SentPairs {...page} /> : null}
      {page.log.length > 0 ? (
        <Panel title={`${plural(page.log.length, 'step')} on the way`}>
          <ol className="govuk-list govuk-list--number">
            {page.log.map((entry) => (
              <li key={entry.number}>
                {editWords(entry, { need: name(entry.needId), mentor: name(entry.mentorId) })},{' '}
                {name(entry.madeBy)}, {formatInstant(entry.madeAt, zone)}
                {entry.reason === '' ? '' : `: ${entry.reason}`}
              </li>
            ))}
          </ol>
        </Panel>
      ) : null}
    </>
  );
}

function factsOf(page: Awaited<ReturnType<typeof loader>>, deskHref: string) {
  const { allocation, zone } = page;
  const { summary } = allocation;
  const begun = `${formatInstant(allocation.startedAt, zone)}, by ${allocation.startedBy ?? 'somebody'}`;
  return [
    {
      key: 'Begun',
      value: begun,
      ...(allocation.state === 'draft' && page.mayEdit ? { href: deskHref, verb: 'Go on' } : {}),
    },
    ...(allocation.closedAt
      ? [
          {
            key: allocationStateWords[allocation.state],
            value: `${formatInstant(allocation.closedAt, zone)}, by ${allocation.closedBy ?? 'somebody'}${allocation.closeReason ? `: ${allocation.closeReason}` : ''}`,
          },
        ]
      : []),
    ...(summary
      ? [
          {
            key: 'Served',
            value: `${summary.served} of ${plural(summary.open, 'need')}, mean fit ${summary.meanFit === null ? '–' : fitWords(summary.meanFit)} of 100`,
          },
          {
            key: 'Letters',
            value: `${plural(summary.offered, 'offer')}, ${plural(summary.listed, 'shortlist')}, ${summary.held} kept back, ${summary.skipped} left out`,
          },
        ]
      : []),
    ...(allocation.weights
      ? [
          {
            key:
              allocation.weightsVersion === 0
                ? 'Weights (the defaults)'
                : `Weights, version ${allocation.weightsVersion}`,
            value: partKeys
              .map((key) => `${partWords[key]} ${allocation.weights?.[key] ?? 0}`)
              .join(', '),
          },
        ]
      : []),
    ...(allocation.inputHash
      ? [
          {
            key: 'Hash of the input',
            value: <code className="app-code">{allocation.inputHash}</code>,
          },
          {
            key: 'Proof',
            value: `${allocation.isProved ? 'Holds' : 'Does not hold'}${allocation.verifiedAt ? `, proved again ${formatInstant(allocation.verifiedAt, zone)} by ${allocation.verifiedBy ?? 'somebody'}` : ', proved when it was sent'}`,
          },
        ]
      : []),
  ];
}
