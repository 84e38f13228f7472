import { useLoaderData } from 'react-router';
import { listOf, textOf } from '../../../kernel/form-answer.ts';
import { slugify } from '../../../kernel/text.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { CheckboxGroup } from '../../../ui/choice-fields.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Inset } from '../../../ui/notification-banner.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { authorities, authorityName } from '../authorities.ts';
import { setProgrammeArea } from '../commands/set-programme-area.ts';
import { afterStep, editFields, loadSetup, SetupStep } from './setup-step.tsx';

export const loader = loadPage(loadSetup);

export const action = actPage(async ({ ctx, form, params, done }) => {
  const chosen = listOf(form, 'codes').map((code) => ({ code, name: authorityName(code) ?? code }));
  const others = textOf(form, 'others')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [code = '', ...name] = line.split(/\s+/);
      return { code: code.toUpperCase(), name: name.join(' ') };
    });
  await setProgrammeArea(ctx, { ...editFields(form), authorities: [...chosen, ...others] });
  const isDraft = form['reason'] === undefined;
  return done(afterStep(ctx.org.slug, params['programme'] ?? '', 'area', isDraft), 'Saved.');
});

const groups = [...new Set(authorities.map((one) => one.group))];

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const held = page.area.map((one) => one.code);
  const others = page.area.filter((one) => authorityName(one.code) === null);
  const problem = Object.entries(answer.errors ?? {}).find(([name]) =>
    name.startsWith('authorities'),
  );
  return (
    <SetupStep page={page} step="area" title="Area" answer={answer}>
      <Inset>
        Place is proved by the local authority and an adviser's confirmation, never by a postcode
        alone.
      </Inset>
      {problem ? (
        <p className="govuk-error-message" id={`field-${problem[0].replaceAll('.', '-')}`}>
          {problem[1]}
        </p>
      ) : null}
      {groups.map((group) => (
        <CheckboxGroup
          key={group}
          scope={slugify(group)}
          name="codes"
          label={group}
          values={held}
          options={authorities
            .filter((one) => one.group === group)
            .map((one) => ({ value: one.code, label: one.name }))}
          answer={answer}
          isSmall
          isInline
        />
      ))}
      <TextArea
        name="others"
        label="Other authorities"
        hint="One on each line: the official code, then the name. For example E06000008 Blackburn with Darwen."
        value={others.map((one) => `${one.code} ${one.name}`).join('\n')}
        answer={answer}
        isOptional
        rows={4}
      />
    </SetupStep>
  );
}
