import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { programmeBySlug } from '../../programmes/reads.ts';
import { addMentor } from '../commands/add-mentor.ts';
import { mentorPermissions } from '../permissions.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, mentorPermissions.mentor.add, {})) throw notFound();
  return { back: programmePaths(ctx.org.slug, programme.slug).mentors };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const programme = await ctx.app.database.read(ctx.orgId, (tx) =>
    programmeBySlug(tx, params['programme']),
  );
  const { mentorId } = await addMentor(ctx, {
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    phone: textOf(form, 'phone'),
    headline: textOf(form, 'headline'),
    supplierName: textOf(form, 'supplierName'),
    programmeId: programme.id,
  });
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  return done(paths.mentor(mentorId), 'Added. Record the induction and the code to go live.');
});

export default function Screen() {
  const { back } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>Add a mentor</title>
      <ErrorSummary answer={answer} />
      <PageHeading title="Add a mentor" back={{ label: 'Mentors', href: back }} />
      <Form guardsLeaving>
        <TextField name="name" label="Name" answer={answer} maxLength={200} />
        <TextField
          name="email"
          label="Email"
          type="email"
          hint="Offers and introductions go there. Somebody already known is found by it."
          answer={answer}
        />
        <TextField name="phone" label="Telephone" type="tel" answer={answer} isOptional />
        <TextField
          name="headline"
          label="Headline"
          hint="One line that enterprises see first"
          answer={answer}
          isOptional
        />
        <TextField
          name="supplierName"
          label="Contracts through"
          hint="The firm that sends the invoices, if it is not the mentor in person"
          answer={answer}
          isOptional
        />
        <Button>Add</Button>
      </Form>
    </>
  );
}
