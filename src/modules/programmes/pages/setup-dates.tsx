import { useLoaderData } from 'react-router';
import { textOf } from '../../../kernel/form-answer.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { DateField, TextArea, TextField } from '../../../ui/text-fields.tsx';
import { setProgrammeDates } from '../commands/set-programme-dates.ts';
import { afterStep, editFields, loadSetup, SetupStep } from './setup-step.tsx';

export const loader = loadPage(loadSetup);

export const action = actPage(async ({ ctx, form, params, done }) => {
  await setProgrammeDates(ctx, {
    ...editFields(form),
    name: textOf(form, 'name'),
    about: textOf(form, 'about'),
    startsOn: textOf(form, 'startsOn'),
    endsOn: textOf(form, 'endsOn'),
  });
  const isDraft = form['reason'] === undefined;
  return done(afterStep(ctx.org.slug, params['programme'] ?? '', 'dates', isDraft), 'Saved.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { programme } = page;
  return (
    <SetupStep page={page} step="dates" title="Name and dates" answer={answer}>
      <TextField name="name" label="Name" value={programme.name} answer={answer} maxLength={200} />
      <DateField
        name="startsOn"
        label="First day"
        hint="The first day on which support can be given."
        value={programme.starts_on}
        answer={answer}
      />
      <DateField
        name="endsOn"
        label="Last day"
        hint="The last day of support; nothing after it counts."
        value={programme.ends_on}
        answer={answer}
      />
      <TextArea
        name="about"
        label="What it is, in a few sentences"
        hint="Applicants read this on the public page."
        value={programme.about}
        answer={answer}
        isOptional
        rows={4}
        maxLength={5000}
      />
    </SetupStep>
  );
}
