import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import type { Tx } from '../../../platform/database.ts';
import { loadPage } from '../../../platform/page.ts';
import { mayAnywhere } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Button } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { PrintButton } from '../../../ui/print.tsx';
import { Tag, type Tone } from '../../../ui/tag.tsx';
import { programmePermissions } from '../permissions.ts';
import { ruleSetById, ruleSets } from '../reads.ts';
import type { RuleSet } from '../rule-set.ts';
import { type DifferenceKind, ruleSetDifferences } from '../rule-set-difference.ts';
import { shippedRuleSets } from '../shipped-rule-sets/shipped.ts';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  if (!mayAnywhere(ctx.actor, programmePermissions.ruleSet.read)) throw notFound('rule set');
  const wanted = params['ruleSet'] ?? '';
  const after = await ruleSetOf(tx, wanted);
  const options = [
    ...(await ruleSets(tx)).map(({ id, name, version, code }) => ({ id, name, version, code })),
    ...shippedRuleSets.map(({ code, name, version }) => ({
      ...{ id: code, code, name },
      version: `${version}, as it comes with Espalier`,
    })),
  ].filter(({ id }) => id !== wanted);
  const other =
    url.searchParams.get('with') ??
    options.findLast(({ code }) => code === after.code)?.id ??
    options[0]?.id ??
    '';
  const before = await ruleSetOf(tx, other);
  return {
    org: ctx.org.slug,
    id: wanted,
    other,
    options: options.map(({ id, name, version }) => ({
      value: id,
      label: `${name}, version ${version}`,
    })),
    before: titleOf(before),
    after: titleOf(after),
    rows: ruleSetDifferences(before, after),
  };
});

async function ruleSetOf(tx: Tx, wanted: string): Promise<RuleSet> {
  if (isId(wanted)) return (await ruleSetById(tx, wanted)).ruleSet;
  const shipped = shippedRuleSets.find(({ code }) => code === wanted);
  if (!shipped) throw notFound('rule set');
  return shipped;
}

function titleOf({ name, version, effectiveFrom }: RuleSet) {
  return { name, version, from: formatDate(effectiveFrom) };
}

/** Two versions of one set need no more than their versions. */
function columnOf({ name, version }: { name: string; version: string }, isOneSet: boolean): string {
  return isOneSet ? `Version ${version}` : `${name}, version ${version}`;
}

const tones: Record<DifferenceKind, Tone> = { added: 'good', removed: 'bad', changed: 'info' };

/** Two rule sets side by side: only what differs. */
export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { before, after, rows } = page;
  return (
    <>
      <title>{`What differs – ${after.name}`}</title>
      <PageHeading
        title="What differs"
        caption={`${after.name}, version ${after.version}, in effect from ${after.from}`}
        back={{ label: after.name, href: orgPaths(page.org).ruleSet(page.id) }}
        actions={<PrintButton />}
      />
      <div className="app-tools">
        <form method="get" className="app-tools__form">
          <div className="app-tools__field">
            <SelectField
              name="with"
              label="Compared with"
              value={page.other}
              options={page.options}
              answer={{ values: {} }}
            />
          </div>
          <Button kind="secondary">Compare</Button>
        </form>
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Nothing differs">
          Both say the same, whatever their versions are called.
        </EmptyState>
      ) : (
        <Panel title={plural(rows.length, 'difference')}>
          <DataTable
            caption="What differs"
            rows={rows}
            rowKey={(row) => `${row.field} ${row.kind}`}
            columns={[
              { key: 'field', label: 'Rule', isHeader: true, cell: (row) => row.field },
              {
                key: 'kind',
                label: '',
                cell: (row) => <Tag tone={tones[row.kind]}>{row.kind}</Tag>,
              },
              {
                key: 'before',
                label: columnOf(before, before.name === after.name),
                cell: (row) => row.before || 'Not there',
              },
              {
                key: 'after',
                label: columnOf(after, before.name === after.name),
                cell: (row) => row.after || 'Not there',
              },
            ]}
          />
        </Panel>
      )}
      <p className="govuk-body">
        What was counted under a version stays explained by it: a programme works by the version
        that it adopted, until the day on which it adopts another.
      </p>
    </>
  );
}
