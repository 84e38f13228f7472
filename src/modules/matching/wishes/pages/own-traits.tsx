import { useLoaderData } from 'react-router';
import { notFound } from '../../../../kernel/errors.ts';
import { listOf } from '../../../../kernel/form-answer.ts';
import { mentorPaths } from '../../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { CheckboxGroup } from '../../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button, Form } from '../../../../ui/form.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { giveTraits } from '../commands/give-traits.ts';
import { ownTraits } from '../reads.ts';
import { type Trait, traits, traitWords } from '../trait.ts';

export const loader = loadPage(async ({ ctx, tx }) => {
  const { mentorId } = ctx.actor;
  if (mentorId === null) throw notFound();
  return { back: mentorPaths(ctx.org.slug).profile, given: await ownTraits(tx, mentorId) };
});

export const action = actPage(async ({ ctx, form, done }) => {
  await giveTraits(ctx, {
    mentorId: ctx.actor.mentorId ?? '',
    traits: listOf(form, 'traits') as Trait[],
  });
  return done(mentorPaths(ctx.org.slug).profile, 'Saved. You can take it back at any time.');
});

export default function Screen() {
  const { back, given } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>When founders ask for it</title>
      <ErrorSummary answer={answer} />
      <PageHeading title="When founders ask for it" back={{ label: 'My profile', href: back }} />
      <p className="govuk-body">
        Some founders ask for a mentor who has lived what they live. If you like, say here what they
        may find you by. It is used for that wish and for nothing else: staff see it only where a
        founder asked, and it is no part of any score. Leaving it empty costs you nothing.
      </p>
      <Form>
        <CheckboxGroup
          name="traits"
          label="Founders who ask may find me because"
          values={given}
          options={traits.map((value) => ({ value, label: traitWords[value].own }))}
          answer={answer}
          isSmall
          isOptional
        />
        <Button>Save</Button>
      </Form>
    </>
  );
}
