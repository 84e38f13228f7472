import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { editableDetails } from '../contact-details.ts';
import { contactOf } from '../contact-rows.ts';
import { enterprisePermissions } from '../permissions.ts';
import { ContactForm, saveContact } from './contact-form.tsx';
import { EnrolmentHead } from './enrolment-head.tsx';
import { openEnrolment } from './open-enrolment.ts';

export const loader = loadPage(async (args) => {
  const { ctx, tx, params } = args;
  const { enrolment, head } = await openEnrolment(
    args,
    enterprisePermissions.enterprisePerson.edit,
  );
  const key = { enterpriseId: enrolment.enterpriseId, personId: params['person'] ?? '' };
  const contact = await contactOf(tx, key, ctx.clock.now());
  const by = { personId: ctx.actor.personId, isStaff: true, isLead: false };
  const editable = editableDetails(contact, by);
  if (editable === 'none') throw notFound('person');
  return { head, contact, editable };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const key = { enrolmentId: params['enrolment'] ?? '', personId: params['person'] ?? '' };
  await saveContact(ctx, key, form);
  const programme = programmePaths(ctx.org.slug, params['programme'] ?? '');
  return done(programme.enrolment(key.enrolmentId).people, 'Saved.');
});

export default function Screen() {
  const { head, contact, editable } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <EnrolmentHead head={head} current="people" title={`Change ${contact.name}`} />
      <ErrorSummary answer={answer} />
      <Panel>
        <ContactForm contact={contact} editable={editable} answer={answer} />
      </Panel>
    </>
  );
}
