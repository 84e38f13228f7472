import { useLoaderData } from 'react-router';
import { invalid } from '../../../kernel/errors.ts';
import { listOf, textOf } from '../../../kernel/form-answer.ts';
import { slugify } from '../../../kernel/text.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { CheckboxGroup } from '../../../ui/choice-fields.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Inset } from '../../../ui/notification-banner.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { TextArea, TextField } from '../../../ui/text-fields.tsx';
import { authorities, authorityName, readAuthorityLine } from '../authorities.ts';
import { setProgrammeArea } from '../commands/set-programme-area.ts';
import { afterStep, editFields, loadSetup, SetupStep } from './setup-step.tsx';

export const loader = loadPage(loadSetup);

export const action = actPage(async ({ ctx, form, params, done }) => {
  const held = new Map(
    listOf(form, 'held').map((entry): [string, string] => {
      const [code = '', ...name] = entry.split(' ');
      return [code, name.join(' ')];
    }),
  );
  const chosen = listOf(form, 'codes').map((code) => ({
    code,
    name: authorityName(code) ?? held.get(code) ?? code,
  }));
  const typed = ['one', 'others'].flatMap((field) =>
    textOf(form, field)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .flatMap((line) => {
        const read = readAuthorityLine(line);
        if (!read.ok) throw invalid({ [field]: read.message });
        return read.value.map(({ code, name }) => ({ code, name }));
      }),
  );
  await setProgrammeArea(ctx, { ...editFields(form), authorities: [...chosen, ...typed] });
  const isDraft = form['reason'] === undefined;
  return done(afterStep(ctx.org.slug, params['programme'] ?? '', 'area', isDraft), 'Saved.');
});

const regions = [...new Set(authorities.map((one) => one.region))];
const names = authorities.map(({ name }) => name);

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const held = page.area.map((one) => one.code);
  const nameHere = new Map(page.area.map(({ code, name }) => [code, name]));
  const problem = Object.entries(answer.errors ?? {}).find(([name]) =>
    name.startsWith('authorities'),
  );
  return (
    <SetupStep
      page={page}
      step="area"
      title="Area"
      answer={answer}
      clash={[
        {
          label: 'In the area',
          mine: [
            ...listOf(answer.values, 'codes').map(
              (code) => nameHere.get(code) ?? authorityName(code) ?? code,
            ),
            ...textOf(answer.values, 'one').split('\n'),
            ...textOf(answer.values, 'others').split('\n'),
          ]
            .map((name) => name.trim())
            .filter((name) => name !== '')
            .toSorted((a, b) => a.localeCompare(b))
            .join(', '),
          theirs: page.area
            .map(({ name }) => name)
            .toSorted((a, b) => a.localeCompare(b))
            .join(', '),
        },
      ]}
    >
      <Inset>
        Place is proved by the local authority and an adviser's confirmation, never by a postcode
        alone.
      </Inset>
      {problem ? (
        <p className="govuk-error-message" id={`field-${problem[0].replaceAll('.', '-')}`}>
          {problem[1]}
        </p>
      ) : null}
      {held.length > 0 ? (
        <CheckboxGroup
          scope="held"
          name="codes"
          label="In the area"
          hint="Untick what does not belong to it."
          values={held}
          options={page.area.map(({ code, name }) => ({ value: code, label: name }))}
          answer={answer}
          isSmall
          isInline
        />
      ) : null}
      {page.area.map(({ code, name }) => (
        <input key={code} type="hidden" name="held" value={`${code} ${name}`} />
      ))}
      <TextField
        name="one"
        label="Add an authority"
        hint="Begin to type its name."
        list={names}
        answer={answer}
        isOptional
        width={30}
      />
      <TextArea
        name="others"
        label="Add several by name"
        hint="One on each line, as you write it: Telford & Wrekin, Coventry City Council. A county or a combined authority stands for all its districts. Outside the United Kingdom: the official code, then the name."
        answer={answer}
        isOptional
        rows={4}
      />
      <p className="govuk-body">Or choose from the list of all {names.length}:</p>
      {regions.map((region) => (
        <Details key={region} summary={region}>
          <CheckboxGroup
            scope={slugify(region)}
            name="codes"
            label={region}
            values={[]}
            options={authorities
              .filter((one) => one.region === region && !held.includes(one.code))
              .map((one) => ({
                value: one.code,
                label: one.county === '' ? one.name : `${one.name} (${one.county})`,
              }))}
            answer={answer}
            isSmall
          />
        </Details>
      ))}
      <p className="govuk-hint">
        Names and codes: Office for National Statistics (Open Government Licence), mySociety (CC BY
        4.0).
      </p>
    </SetupStep>
  );
}
