import { useLoaderData } from 'react-router';
import { numberOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { ConflictPanel } from '../../../ui/conflict-panel.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { may } from '../../../platform/permission.ts';
import { editEnterprise } from '../commands/edit-enterprise.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enterpriseById } from '../reads.ts';
import { EnrolmentHead } from './enrolment-head.tsx';
import { EnterpriseForm } from './enterprise-form.tsx';
import {
  enterpriseInput,
  fieldLabels,
  type FormFields,
  formFieldsOf,
  unprefixed,
} from './enterprise-form-values.ts';
import { openEnrolment } from './open-enrolment.ts';

export const loader = loadPage(async (args) => {
  const { head, enrolment, subject } = await openEnrolment(
    args,
    enterprisePermissions.enterprise.edit,
  );
  const firm = await enterpriseById(args.tx, enrolment.enterpriseId);
  return {
    head,
    fields: formFieldsOf(firm),
    version: firm.version,
    mayMerge: may(args.ctx.actor, enterprisePermissions.enterprise.merge, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  try {
    await editEnterprise(ctx, {
      enrolmentId: params['enrolment'] ?? '',
      version: numberOf(form, '_version') ?? 0,
      fields: enterpriseInput(form),
    });
  } catch (error) {
    throw unprefixed(error);
  }
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  return done(paths.enrolment(params['enrolment'] ?? '').record, 'Saved.');
});

export default function Screen() {
  const { head, fields, version, mayMerge } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(head.org, head.programme).enrolment(head.enrolment);
  return (
    <>
      <EnrolmentHead head={head} current="record" title="Change the facts" />
      {answer.theirs ? (
        <ConflictPanel
          what="enterprise"
          reloadHref={paths.edit}
          rows={conflictRows(answer.values, formFieldsOf(answer.theirs as object))}
        />
      ) : (
        <ErrorSummary answer={answer} />
      )}
      <Form version={version} guardsLeaving>
        <EnterpriseForm values={fields} answer={answer} />
        <ButtonRow>
          <Button>Save</Button>
          <a className="govuk-link" href={paths.record}>
            Cancel
          </a>
        </ButtonRow>
      </Form>
      {mayMerge ? (
        <p className="govuk-body">
          Is this firm here twice? <a href={paths.merge}>Merge two records</a>.
        </p>
      ) : null}
    </>
  );
}

function conflictRows(typed: Record<string, string | string[]>, stored: FormFields) {
  return Object.entries(fieldLabels).map(([name, label]) => {
    const mine = typed[name];
    const theirs = stored[name as keyof FormFields];
    if (name === 'isPreStart') {
      return { label, mine: mine === 'yes' ? 'Yes' : 'No', theirs: theirs ? 'Yes' : 'No' };
    }
    return { label, mine: String(mine ?? ''), theirs: String(theirs) };
  });
}
