import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { isId } from '../../../kernel/ids.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { notFound } from '../../../kernel/errors.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { listWords, plural } from '../../../kernel/text.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { mayAnywhere } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { LinkButton, PostButton } from '../../../ui/form.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Warning } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details, SummaryList } from '../../../ui/summary-list.tsx';
import { adoptersOf } from '../adopter-rows.ts';
import { removeRuleSet } from '../commands/remove-rule-set.ts';
import { programmePermissions } from '../permissions.ts';
import { ruleSetById } from '../reads.ts';
import { sizeBandWords, sourceLabel } from '../rule-set.ts';
import {
  bandsWords,
  ceilingWords,
  claimableWords,
  groupRuleWords,
  kindWords,
  minutesWords,
  monthDayWords,
  subsidyWords,
  thresholdWords,
  vatWords,
} from '../rule-set-words.ts';
import { shippedRuleSets } from '../shipped-rule-sets/shipped.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  if (!mayAnywhere(ctx.actor, programmePermissions.ruleSet.read)) throw notFound('rule set');
  const wanted = params['ruleSet'] ?? '';
  const own = isId(wanted) ? await ruleSetById(tx, wanted) : null;
  const ruleSet = own?.ruleSet ?? shippedRuleSets.find((set) => set.code === wanted);
  if (!ruleSet) throw notFound('rule set');
  return {
    org: ctx.org.slug,
    id: own?.id ?? null,
    ruleSet,
    mayEdit: own !== null && mayAnywhere(ctx.actor, programmePermissions.ruleSet.edit),
    adopters: own === null ? [] : await adoptersOf(tx, own.id),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  verbOf(form, ['remove']);
  const { name, version } = await removeRuleSet(ctx, { ruleSetId: params['ruleSet'] ?? '' });
  return done(orgPaths(ctx.org.slug).ruleSets, `${name}, version ${version}, is removed.`);
});

export default function Screen() {
  const { org, id, ruleSet, mayEdit, adopters } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = orgPaths(org);
  const { subsidy, size } = ruleSet;
  return (
    <>
      <title>{`${ruleSet.name} – Rule sets`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={ruleSet.name}
        caption={`Version ${ruleSet.version}, in effect from ${formatDate(ruleSet.effectiveFrom)}`}
        back={{ label: 'Rule sets', href: paths.ruleSets }}
        actions={
          <>
            {mayEdit && id ? (
              <LinkButton href={`${paths.ruleSet(id)}/edit`} kind="secondary">
                Make a new version
              </LinkButton>
            ) : null}
            <LinkButton href={paths.ruleSetComparison(id ?? ruleSet.code)} kind="secondary">
              Compare
            </LinkButton>
          </>
        }
      />
      <Warning>{ruleSet.sourceLabel || sourceLabel}</Warning>
      {adopters.length === 0 ? null : (
        <p className="govuk-body">Adopted by {listWords(adopters)}.</p>
      )}
      <Panel title="Indicators">
        <DataTable
          caption="Indicators"
          rows={ruleSet.indicators}
          rowKey={(row) => row.code}
          columns={[
            {
              key: 'code',
              label: 'Indicator',
              isHeader: true,
              cell: (row) => `${row.code} ${row.label}`,
            },
            {
              key: 'kind',
              label: 'Kind',
              cell: (row) => kindWords(row),
            },
            {
              key: 'threshold',
              label: 'Threshold',
              cell: (row) => thresholdWords(row, ruleSet.costs.currency),
            },
            {
              key: 'evidence',
              label: 'Evidence asked for',
              cell: (row) =>
                row.evidence.length === 0 ? (
                  'As the agreement says'
                ) : (
                  <ul className="govuk-list">
                    {row.evidence.map((item) => (
                      <li key={item.key}>{item.label}</li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      </Panel>
      <Panel title="Rules">
        <SummaryList
          rows={[
            {
              key: 'Time that counts',
              value: minutesWords(ruleSet.countedMinutes),
            },
            {
              key: 'Group sessions',
              value: groupRuleWords[ruleSet.groupRule],
            },
            {
              key: 'New enterprise',
              value: `Younger than ${plural(ruleSet.newEnterpriseMonths, 'month')} at first support`,
            },
            { key: 'Full-time week', value: formatMinutes(ruleSet.fteWeeklyMinutes) },
            {
              key: 'Sizes allowed',
              value: bandsWords(ruleSet.allowedBands),
            },
            {
              key: `Size ceilings (${size.source})`,
              value: (
                <ul className="govuk-list">
                  {size.ceilings.map((one) => (
                    <li key={one.band}>
                      {sizeBandWords[one.band]}: {ceilingWords(one, size.currency)}
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              key: 'Subsidy',
              value: subsidyWords(subsidy),
            },
            {
              key: 'Sectors excluded',
              value: listWords(ruleSet.excludedSectors.map((one) => one.label)) || 'None',
            },
            {
              key: 'Claims',
              value: `Every ${ruleSet.claims.every}; the year begins on ${monthDayWords(ruleSet.claims.yearStart)}`,
            },
            { key: 'A cost can be claimed', value: claimableWords[ruleSet.costs.claimableWhen] },
            { key: 'VAT can be claimed', value: vatWords[ruleSet.costs.vat] },
          ]}
        />
      </Panel>
      {mayEdit && adopters.length === 0 ? (
        <Details summary="Remove this version">
          <p className="govuk-body">
            No programme has adopted it. What is shipped can be copied again; what was written here
            is gone.
          </p>
          <PostButton values={{ do: 'remove' }}>Remove it from the list</PostButton>
        </Details>
      ) : null}
    </>
  );
}
