import { useLoaderData } from 'react-router';
import { notFound, shown } from '../../../kernel/errors.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { Button, ButtonRow, Form, HiddenField } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { programmeBySlug } from '../../programmes/reads.ts';
import { addEnterprise, type Candidate } from '../commands/add-enterprise.ts';
import { enrolEnterprise } from '../commands/enrol-enterprise.ts';
import { enterprisePermissions } from '../permissions.ts';
import type { Duplicate } from '../reads.ts';
import { EnterpriseForm } from './enterprise-form.tsx';
import { enterpriseInput, formFieldsOf, unprefixed } from './enterprise-form-values.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, enterprisePermissions.enterprise.create, { programmeId: programme.id })) {
    throw notFound();
  }
  return { org: ctx.org.slug, programme: programme.slug, programmeName: programme.name };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  const programme = await ctx.app.database.read(ctx.orgId, (tx) =>
    programmeBySlug(tx, params['programme']),
  );
  if (verbOf(form, ['enrol', 'add']) === 'enrol') {
    const { enrolmentId } = await enrolEnterprise(ctx, {
      programmeId: programme.id,
      enterpriseId: textOf(form, 'enterprise'),
    });
    return done(paths.enrolment(enrolmentId).record, 'The enterprise is now on this programme.');
  }
  try {
    const added = await addEnterprise(ctx, {
      programmeId: programme.id,
      fields: enterpriseInput(form),
      isAnother: textOf(form, 'isAnother') === 'yes',
    });
    if (!added.ok) return { values: form, theirs: shown(added, 'candidates') };
    return done(paths.enrolment(added.enrolmentId ?? '').eligibility, 'The enterprise was added.');
  } catch (error) {
    throw unprefixed(error);
  }
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const candidates = (answer.theirs?.['candidates'] ?? []) as Candidate[];
  const paths = programmePaths(page.org, page.programme);
  return (
    <>
      <title>{`Add an enterprise: ${page.programmeName}`}</title>
      <PageHeading
        title="Add an enterprise"
        caption={page.programmeName}
        back={{ label: 'All enterprises', href: paths.enterprises }}
      />
      <ErrorSummary answer={answer} />
      {candidates.length > 0 ? <Candidates candidates={candidates} paths={paths} /> : null}
      <Form guardsLeaving>
        <HiddenField name="do" value="add" />
        <EnterpriseForm values={formFieldsOf({})} answer={answer} />
        <ButtonRow>
          <Button>Add the enterprise</Button>
          {candidates.some((each) => each.because !== 'company-number') ? (
            <Button kind="secondary" name="isAnother" value="yes">
              Add it all the same: it is another firm
            </Button>
          ) : null}
        </ButtonRow>
      </Form>
    </>
  );
}

const whyWords: Record<Duplicate['because'], string> = {
  'company-number': 'same company number',
  'vat-number': 'same VAT number',
  'name-and-postcode': 'same name and postcode',
};

interface CandidatesProps {
  candidates: readonly Candidate[];
  paths: ReturnType<typeof programmePaths>;
}

function Candidates({ candidates, paths }: CandidatesProps) {
  return (
    <Panel title="This firm may be here already">
      <p className="govuk-body">Nothing was added yet. Is it one of these?</p>
      <ul className="govuk-list app-list">
        {candidates.map((each) => (
          <li key={each.id}>
            <strong>{each.name}</strong> {each.postcode ?? ''} ({whyWords[each.because]})
            {each.enrolmentId ? (
              <p>
                <a href={paths.enrolment(each.enrolmentId).record}>
                  Open it: already on this programme
                </a>
              </p>
            ) : each.isBeyond ? (
              <p className="govuk-body-s">
                It is in a programme that you do not see. It can apply to this one itself, or
                somebody who works for the whole organisation can take it in.
              </p>
            ) : (
              <Form label={`Use ${each.name}`}>
                <HiddenField name="do" value="enrol" />
                <HiddenField name="enterprise" value={each.id} />
                <Button kind="secondary">Use this record on the programme</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
