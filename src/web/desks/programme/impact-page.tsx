import { Download } from '../../../ui/download.tsx';
import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import {
  formatMeasure,
  type MeasureKind,
  measureKindWords,
} from '../../../modules/enterprises/measure.ts';
import { impactPermissions } from '../../../modules/impact/permissions.ts';
import {
  commentsOfProgramme,
  impactOfProgramme,
  isProved,
  outputsOfProgramme,
  totalOf,
} from '../../../modules/impact/reads.ts';
import { formatQuantity } from '../../../modules/programmes/quantity.ts';
import { programmeBySlug } from '../../../modules/programmes/reads.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { changesByKind } from './change-by-kind.ts';
import { Figure } from './figure.tsx';
import { OutputsToVerify } from './outputs-to-verify.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, impactPermissions.output.read, subject)) throw notFound('programme');
  const lines = await impactOfProgramme(tx, programme.id);
  const outputs = await outputsOfProgramme(tx, ctx, programme.id);
  return {
    org: ctx.org.slug,
    programme: { slug: programme.slug, name: programme.name, currency: programme.currency },
    lines,
    toVerify: outputs
      .flatMap(({ units }) => units)
      .filter((unit) => unit.state === 'recorded' || unit.state === 'evidence-complete')
      .toSorted((a, b) => (a.achievedOn < b.achievedOn ? -1 : 1)),
    mayVerify: may(ctx.actor, impactPermissions.output.verify, subject),
    outputs: outputs
      .map(({ indicator, units }) => ({
        code: indicator.code,
        label: indicator.label,
        unit: indicator.unit,
        total: totalOf(units.filter(isProved)),
        unproved: totalOf(units.filter((unit) => !isProved(unit))),
      }))
      .filter((one) => one.total > 0 || one.unproved > 0),
    comments: await commentsOfProgramme(tx, programme.id),
  };
});

export default function Screen() {
  const { org, programme, lines, outputs, toVerify, mayVerify, comments } =
    useLoaderData<typeof loader>();
  const paths = programmePaths(org, programme.slug);
  const amount = (row: (typeof outputs)[number], value: number, section: string) => (
    <Figure href={value > 0 ? `${paths.indicator(row.code)}#${section}` : null}>
      {formatQuantity(value, row.unit, programme.currency)}
    </Figure>
  );
  const kindWords = (row: { kind: string; currency: string | null }) =>
    row.currency === null || row.currency === programme.currency
      ? words(row.kind)
      : `${words(row.kind)}, ${row.currency}`;
  const words = (kind: string) => measureKindWords[kind as MeasureKind];
  return (
    <>
      <title>{`Impact – ${programme.name}`}</title>
      <PageHeading
        title="Impact"
        caption="What the funder counts, and beside it what changed in the firms."
      />
      <Panel title="What was asked: the funder’s outputs">
        {outputs.length === 0 ? (
          <p className="govuk-body">Nothing counts yet.</p>
        ) : (
          <DataTable
            caption="The funder's outputs"
            rows={outputs}
            rowKey={(row) => row.code}
            columns={[
              {
                key: 'label',
                label: 'Indicator',
                isHeader: true,
                cell: (row) => `${row.code} ${row.label}`,
              },
              {
                key: 'total',
                label: 'To date',
                isNumeric: true,
                cell: (row) => amount(row, row.total, 'counted'),
              },
              {
                key: 'unproved',
                label: 'Not verified yet',
                isNumeric: true,
                cell: (row) => amount(row, row.unproved, 'to-verify'),
              },
            ]}
          />
        )}
      </Panel>
      <OutputsToVerify
        outputs={toVerify}
        currency={programme.currency}
        paths={paths}
        mayVerify={mayVerify}
      />
      <Panel title="What we wanted to do: what changed since the baseline">
        {lines.length === 0 ? (
          <EmptyState title="No later figure yet">
            A baseline is frozen before first support. Figures of later accounting years, recorded
            by the firm or by you, are compared with it here.
          </EmptyState>
        ) : (
          <DataTable
            caption="Change since the baseline, by kind of figure"
            rows={changesByKind(lines)}
            rowKey={(row) => `${row.kind} ${row.currency ?? ''}`}
            columns={[
              { key: 'kind', label: 'Figure', isHeader: true, cell: (row) => kindWords(row) },
              {
                key: 'n',
                label: 'Firms with both figures',
                isNumeric: true,
                cell: (row) => row.enterprises,
              },
              { key: 'up', label: 'Higher now', isNumeric: true, cell: (row) => row.up },
              {
                key: 'difference',
                label: 'Change in all',
                isNumeric: true,
                cell: (row) => formatMeasure(row.kind, row.difference, row.currency),
              },
            ]}
          />
        )}
        <p className="app-quiet">
          A change since the baseline is not yet the programme’s doing: the firm’s own words on that
          stand beside each figure.
        </p>
      </Panel>
      {lines.length > 0 ? (
        <Panel title="By enterprise">
          <Download href={paths.impactExport} />
          <DataTable
            caption="Baseline and latest figure by enterprise"
            rows={lines}
            rowKey={(row) => `${row.enrolmentId}/${row.kind}`}
            columns={[
              {
                key: 'enterprise',
                label: 'Enterprise',
                isHeader: true,
                cell: (row) => (
                  <a href={paths.enrolment(row.enrolmentId).impact}>{row.enterprise}</a>
                ),
              },
              { key: 'kind', label: 'Figure', cell: (row) => words(row.kind) },
              {
                key: 'baseline',
                label: 'Baseline',
                isNumeric: true,
                cell: (row) => formatMeasure(row.kind, row.baseline, row.baselineCurrency),
              },
              {
                key: 'latest',
                label: 'Latest',
                isNumeric: true,
                cell: (row) => formatMeasure(row.kind, row.latest, row.currency),
              },
              { key: 'year', label: 'Year to', cell: (row) => formatDate(row.latestYear) },
              { key: 'why', label: 'In their words', cell: (row) => row.attribution ?? '' },
            ]}
          />
        </Panel>
      ) : null}
      <Panel title="In the clients’ own words">
        {comments.length === 0 ? (
          <p className="govuk-body">
            No client has been quoted yet. Add words on an enterprise’s impact page.
          </p>
        ) : (
          comments.map((comment) => (
            <blockquote className="app-quote" key={comment.id}>
              <p>{comment.body}</p>
              <footer>
                {comment.saidBy ? `${comment.saidBy}, ` : ''}
                <a href={paths.enrolment(comment.enrolmentId).impact}>{comment.enterprise}</a>,{' '}
                {formatDate(comment.saidOn)}
                {comment.mayPublish ? ' (may be published)' : ''}
              </footer>
            </blockquote>
          ))
        )}
      </Panel>
    </>
  );
}
