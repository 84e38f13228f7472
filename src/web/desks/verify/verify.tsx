import { useLoaderData } from 'react-router';
import { fromWaiting } from '../../../kernel/back-path.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import {
  type BaselineMeasure,
  baselineMeasureWords,
} from '../../../modules/enterprises/baseline.ts';
import { eligibilityTestWords } from '../../../modules/enterprises/eligibility/test-result.ts';
import { enterprisePermissions } from '../../../modules/enterprises/permissions.ts';
import { impactPermissions } from '../../../modules/impact/permissions.ts';
import { formatQuantity, toHundredths } from '../../../modules/programmes/quantity.ts';
import {
  programmeBySlug,
  programmeSettings,
  ruleSetInForceOf,
} from '../../../modules/programmes/reads.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { inOrderOfRisk, risksOf, waitedDays } from './risk.ts';
import { type Waiting, waitingIn } from './verify-reads.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, impactPermissions.output.verify, subject)) throw notFound('programme');
  const { zone, currency } = programme;
  const today = ctx.clock.today(zone);
  const rules = await ruleSetInForceOf(tx, programme.id, today);
  const indicators = rules?.ruleSet.indicators ?? [];
  const { targets } = await programmeSettings(tx, programme.id);
  const totals = new Map<string, number>();
  for (const { indicator, amount } of targets) {
    totals.set(indicator, (totals.get(indicator) ?? 0) + amount / 100);
  }
  const waiting = await waitingIn(tx, programme.id, {
    output: true,
    correction: may(ctx.actor, enterprisePermissions.baseline.agree, subject),
    override: may(ctx.actor, enterprisePermissions.eligibility.override, subject),
  });
  const rows = waiting.map((item) => {
    const indicator = indicators.find(({ code }) => code === item.what);
    return {
      ...item,
      title: titleOf(item, indicator?.label),
      shown:
        item.kind === 'output'
          ? formatQuantity(toHundredths(item.amount ?? 0), indicator?.unit ?? 'count', currency)
          : null,
      risks: risksOf(item, { zone, targets: totals }),
      days: waitedDays(item.since, today, zone),
      isOwn: item.askedById !== null && item.askedById === ctx.actor.personId,
    };
  });
  return {
    org: ctx.org.slug,
    programme: { slug: programme.slug, name: programme.name },
    forOthers: rows.filter(({ isOwn }) => isOwn).length,
    rows: inOrderOfRisk(rows.filter(({ isOwn }) => !isOwn)),
  };
});

function titleOf({ kind, what }: Waiting, indicator: string | undefined): string {
  if (kind === 'output') return `${what} ${indicator ?? ''}`.trim();
  return kind === 'correction'
    ? `Baseline: ${baselineMeasureWords[what as BaselineMeasure] ?? what}`
    : `Set aside: ${eligibilityTestWords[what as keyof typeof eligibilityTestWords] ?? what}`;
}

const verbs: Readonly<Record<Waiting['kind'], string>> = {
  output: 'Look and verify',
  correction: 'Look and answer',
  override: 'Look and answer',
};

/** A verifier's first screen: what waits for a second person, the riskiest and oldest first. */
export default function Screen() {
  const { org, programme, rows, forOthers } = useLoaderData<typeof loader>();
  const paths = programmePaths(org, programme.slug);
  const pageOf = ({ kind, enrolmentId }: Pick<Waiting, 'kind' | 'enrolmentId'>) => {
    const own = paths.enrolment(enrolmentId);
    const page = { output: own.impact, correction: own.baseline, override: own.eligibility }[kind];
    return fromWaiting(page);
  };
  return (
    <>
      <title>{`To verify – ${programme.name}`}</title>
      <PageHeading
        title="To verify"
        caption="What one person recorded and another has to look at, the riskiest and then the oldest first"
      />
      {rows.length === 0 ? (
        <EmptyState title="Nothing waits for you">
          When somebody records an output, or asks to correct a baseline or to set a test aside, it
          stands here until a second person has looked at it.{' '}
          <a href={paths.impact}>See what is verified</a>
        </EmptyState>
      ) : (
        <Panel title={`${plural(rows.length, 'item')} to look at`}>
          <DataTable
            caption="What waits for a second person"
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { key: 'what', label: 'What', isHeader: true, cell: (row) => row.title },
              { key: 'enterprise', label: 'Enterprise', cell: (row) => row.enterprise },
              { key: 'value', label: 'Value', isNumeric: true, cell: (row) => row.shown ?? '' },
              {
                key: 'why',
                label: 'Look first because',
                cell: (row) => (
                  <span className="app-tags">
                    {row.risks.map((risk) => (
                      <Tag key={risk} tone="warn">
                        {risk}
                      </Tag>
                    ))}
                  </span>
                ),
              },
              {
                key: 'waits',
                label: 'Waits',
                cell: (row) => (row.days === 0 ? 'since today' : plural(row.days, 'day')),
              },
              { key: 'by', label: 'Asked by', cell: (row) => row.askedBy ?? 'Espalier' },
              {
                key: 'verb',
                label: '',
                cell: (row) => (
                  <a href={pageOf(row)}>
                    {verbs[row.kind]}
                    <span className="govuk-visually-hidden">
                      {' '}
                      {row.title}, {row.enterprise}
                    </span>
                  </a>
                ),
              },
            ]}
          />
        </Panel>
      )}
      {forOthers > 0 ? (
        <p className="app-quiet">
          {forOthers === 1 ? 'One more that you' : `${forOthers} more that you`} recorded or asked
          for yourself {forOthers === 1 ? 'waits' : 'wait'} for somebody else.
        </p>
      ) : null}
    </>
  );
}
