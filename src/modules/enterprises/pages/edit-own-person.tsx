import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { participantPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { editableDetails } from '../contact-details.ts';
import { contactOf } from '../contact-rows.ts';
import { enrolmentById, peopleOf } from '../reads.ts';
import { ContactForm, saveContact } from './contact-form.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const { enterpriseId } = await enrolmentById(tx, params['enrolment'] ?? '');
  if (!ctx.actor.ownEnterpriseIds.has(enterpriseId)) throw notFound('person');
  const { personId } = ctx.actor;
  const isLead = (await peopleOf(tx, enterpriseId)).some(
    (one) => one.isLead && one.toOn === null && one.personId === personId,
  );
  const key = { enterpriseId, personId: params['person'] ?? '' };
  const contact = await contactOf(tx, key, ctx.clock.now());
  const editable = editableDetails(contact, { personId, isStaff: false, isLead });
  const isSelf = contact.personId === personId;
  return { back: participantPaths(ctx.org.slug).people, contact, editable, isSelf };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const key = { enrolmentId: params['enrolment'] ?? '', personId: params['person'] ?? '' };
  await saveContact(ctx, key, form);
  return done(participantPaths(ctx.org.slug).people, 'Saved.');
});

export default function Screen() {
  const { back, contact, editable, isSelf } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`Change ${contact.name} – Espalier`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading title={`Change ${contact.name}`} back={{ label: 'Our people', href: back }} />
      {editable === 'none' ? (
        <p className="govuk-body">
          Only the main contact of the enterprise changes this. What concerns yourself you change
          under your account.
        </p>
      ) : (
        <ContactForm contact={contact} editable={editable} answer={answer} isSelf={isSelf} />
      )}
    </>
  );
}
