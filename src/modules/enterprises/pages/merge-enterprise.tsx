import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { numberOf, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { mergeEnterprises } from '../commands/merge-enterprises.ts';
import { mergeableOf } from '../mergeable-rows.ts';
import { enterprisePermissions } from '../permissions.ts';
import { duplicatesOf, enterpriseById, namedLike } from '../reads.ts';
import { EnrolmentHead } from './enrolment-head.tsx';
import { fieldLabels, type FormFields, formFieldsOf } from './enterprise-form-values.ts';
import { openEnrolment } from './open-enrolment.ts';

export const loader = loadPage(async (args) => {
  const { ctx, tx, url } = args;
  const { programme, enrolment, head } = await openEnrolment(
    args,
    enterprisePermissions.enterprise.merge,
  );
  const firm = await enterpriseById(tx, enrolment.enterpriseId);
  const search = (url.searchParams.get('search') ?? '').trim().slice(0, 200);
  const otherId = url.searchParams.get('other');
  const wanted = otherId ? [await enterpriseById(tx, otherId)] : [];
  const [other = null] = await mergeableOf(tx, ctx.actor, wanted);
  if (otherId && other === null) throw notFound('enterprise');
  const alike = await duplicatesOf(
    tx,
    {
      companyNumber: firm.company_number,
      vatNumber: firm.vat_number,
      nameKey: firm.name_key,
      postcodeKey: firm.postcode_key,
    },
    programme.id,
    firm.id,
  );
  const found = [...alike, ...(await namedLike(tx, search || firm.name, firm.id))].filter(
    (each, at, all) => all.findIndex(({ id }) => id === each.id) === at,
  );
  return {
    head,
    version: firm.version,
    own: formFieldsOf(firm),
    other: other ? { id: other.id, fields: formFieldsOf(other) } : null,
    search,
    found: await mergeableOf(tx, ctx.actor, found),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  await mergeEnterprises(ctx, {
    enrolmentId,
    version: numberOf(form, '_version') ?? 0,
    goneId: textOf(form, 'goneId'),
  });
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '').enrolment(enrolmentId);
  return done(paths.record, 'The two records are one now.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(page.head.org, page.head.programme).enrolment(page.head.enrolment);
  return (
    <>
      <EnrolmentHead head={page.head} current="record" title="Merge two records" />
      <ErrorSummary answer={answer} />
      {page.other ? (
        <Comparison own={page.own} other={page.other} version={page.version} back={paths.merge} />
      ) : (
        <Panel title="Which record is the same firm?">
          <form method="get" role="search" className="app-tools__form">
            <div className="app-tools__field">
              <label className="govuk-label" htmlFor="merge-search">
                Name or company number
              </label>
              <input
                id="merge-search"
                className="govuk-input"
                type="search"
                name="search"
                defaultValue={page.search}
              />
            </div>
            <button type="submit" className="govuk-button govuk-button--secondary">
              Find
            </button>
          </form>
          {page.found.length === 0 ? (
            <EmptyState title="No similar record">Search by another part of the name.</EmptyState>
          ) : (
            <ul className="govuk-list app-list">
              {page.found.map((each) => (
                <li key={each.id}>
                  <a href={`${paths.merge}?other=${each.id}`}>{each.name}</a> {each.postcode ?? ''}
                </li>
              ))}
            </ul>
          )}
        </Panel>
      )}
    </>
  );
}

interface ComparisonProps {
  own: FormFields;
  other: { id: string; fields: FormFields };
  version: number;
  back: string;
}

function Comparison({ own, other, version, back }: ComparisonProps) {
  const rows = Object.entries(fieldLabels).map(([name, label]) => {
    const key = name as keyof FormFields;
    return { label, own: String(own[key]), other: String(other.fields[key]) };
  });
  return (
    <Panel title="Compare before you merge">
      <DataTable
        caption="The two records"
        rows={rows.filter((row) => row.own !== '' || row.other !== '')}
        rowKey={(row) => row.label}
        columns={[
          { key: 'label', label: 'Field', isHeader: true, cell: (row) => row.label },
          { key: 'own', label: 'This record: it stays', cell: (row) => row.own || '—' },
          { key: 'other', label: 'The other one: it goes', cell: (row) => row.other || '—' },
        ]}
      />
      <p className="govuk-body">
        Gaps of this record are filled from the other one. People, figures, aid, documents and other
        programmes move here. Where both are in one programme, needs, matches, sessions, calls and
        outputs of the other go on here, and count once. This cannot be undone by a button.
      </p>
      <Form version={version} label="Merge">
        <HiddenField name="goneId" value={other.id} />
        <Button kind="warning">Merge into this record</Button>
      </Form>
      <p className="govuk-body">
        <a href={back}>Choose another record</a>
      </p>
    </Panel>
  );
}
