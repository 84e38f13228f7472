import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { mayAnywhere } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PostButton } from '../../../ui/form.tsx';
import { Warning } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { copyRuleSet } from '../commands/copy-rule-set.ts';
import { programmePermissions } from '../permissions.ts';
import { ruleSets } from '../reads.ts';
import { sourceLabel } from '../rule-set.ts';
import { shippedRuleSets } from '../shipped-rule-sets/shipped.ts';

export const loader = loadPage(async ({ ctx, tx }) => {
  if (!mayAnywhere(ctx.actor, programmePermissions.ruleSet.read)) throw notFound();
  const own = await ruleSets(tx);
  const held = new Set(own.map((set) => `${set.code}/${set.version}`));
  return {
    org: ctx.org.slug,
    own,
    shipped: shippedRuleSets
      .filter((set) => !held.has(`${set.code}/${set.version}`))
      .map(({ code, name, version, effectiveFrom, indicators }) => ({
        code,
        name,
        version,
        effectiveFrom,
        indicators: indicators.length,
      })),
    mayEdit: mayAnywhere(ctx.actor, programmePermissions.ruleSet.edit),
  };
});

export const action = actPage(async ({ ctx, form, done }) => {
  const { ruleSetId } = await copyRuleSet(ctx, { code: textOf(form, 'code') });
  return done(
    orgPaths(ctx.org.slug).ruleSet(ruleSetId),
    'Copied. Make a new version of it for what your agreement says otherwise.',
  );
});

export default function Screen() {
  const { org, own, shipped, mayEdit } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = orgPaths(org);
  return (
    <>
      <title>Rule sets – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Rule sets"
        caption="What funders ask for, as data with a version and a date. A version that a programme adopted never changes."
      />
      <Warning>{sourceLabel}. These are starting points, not legal advice.</Warning>
      {own.length === 0 ? (
        <EmptyState title="None of your own yet">
          Copy one of the sets below, or choose one while you set up a programme.
        </EmptyState>
      ) : (
        <Panel title="Yours">
          <DataTable
            caption="Your rule sets"
            rows={own}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                label: 'Rule set',
                isHeader: true,
                cell: (row) => <a href={paths.ruleSet(row.id)}>{row.name}</a>,
              },
              { key: 'version', label: 'Version', cell: (row) => row.version },
              {
                key: 'from',
                label: 'In effect from',
                cell: (row) => formatDate(row.effectiveFrom),
              },
              {
                key: 'used',
                label: 'Adopted by',
                cell: (row) => plural(Number(row.adoptions), 'programme'),
              },
            ]}
          />
        </Panel>
      )}
      {shipped.length === 0 ? null : (
        <Panel title="Come with Espalier">
          <DataTable
            caption="Rule sets that come with Espalier"
            rows={shipped}
            rowKey={(row) => row.code}
            columns={[
              {
                key: 'name',
                label: 'Rule set',
                isHeader: true,
                cell: (row) => <a href={paths.ruleSet(row.code)}>{row.name}</a>,
              },
              { key: 'version', label: 'Version', cell: (row) => row.version },
              {
                key: 'from',
                label: 'In effect from',
                cell: (row) => formatDate(row.effectiveFrom),
              },
              {
                key: 'indicators',
                label: 'Indicators',
                isNumeric: true,
                cell: (row) => row.indicators,
              },
              {
                key: 'copy',
                label: '',
                cell: (row) =>
                  mayEdit ? (
                    <PostButton values={{ code: row.code }}>
                      Copy<span className="govuk-visually-hidden"> {row.name}</span>
                    </PostButton>
                  ) : null,
              },
            ]}
          />
        </Panel>
      )}
    </>
  );
}
