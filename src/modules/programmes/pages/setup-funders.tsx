import { useLoaderData } from 'react-router';
import { formatDate, isCalendarDate } from '../../../kernel/calendar.ts';
import { type FormValues, optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { Fieldset } from '../../../ui/choice-fields.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { DateField, TextField } from '../../../ui/text-fields.tsx';
import { setProgrammeFunders } from '../commands/set-programme-funders.ts';
import { afterStep, editFields, loadSetup, SetupStep } from './setup-step.tsx';

export const loader = loadPage(loadSetup);

const places = [0, 1, 2, 3, 4];

export const action = actPage(async ({ ctx, form, params, done }) => {
  await setProgrammeFunders(ctx, { ...editFields(form), funders: fundersOf(form) });
  const isDraft = form['reason'] === undefined;
  return done(afterStep(ctx.org.slug, params['programme'] ?? '', 'funders', isDraft), 'Saved.');
});

function fundersOf(form: FormValues) {
  return places.flatMap((at) => {
    const name = optionalOf(form, `funders.${at}.name`);
    if (name === undefined) return [];
    const agreedOn = optionalOf(form, `funders.${at}.agreedOn`);
    return [
      {
        name,
        agreementReference: textOf(form, `funders.${at}.agreementReference`),
        ...(agreedOn === undefined ? {} : { agreedOn }),
      },
    ];
  });
}

interface Funder {
  name: string;
  agreementReference: string;
  agreedOn?: string | null;
}

const inWords = ({ name, agreementReference, agreedOn }: Funder) =>
  [name, agreementReference, agreedOn && isCalendarDate(agreedOn) ? formatDate(agreedOn) : '']
    .filter((text) => text !== '')
    .join(', ');

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const shown = places.slice(0, Math.min(5, Math.max(2, page.funders.length + 1)));
  return (
    <SetupStep
      page={page}
      step="funders"
      title="Funders"
      caption="Who pays, and under which agreement. Leave a block empty when there is one funder."
      answer={answer}
      clash={places.map((at) => {
        const mine = fundersOf(answer.values)[at];
        const theirs = page.funders[at];
        return {
          label: `Funder ${at + 1}`,
          mine: mine ? inWords(mine) : '',
          theirs: theirs ? inWords(theirs) : '',
        };
      })}
    >
      {answer.errors?.['funders'] ? (
        <p className="govuk-error-message" id="field-funders">
          {answer.errors['funders']}
        </p>
      ) : null}
      {shown.map((at) => (
        <Fieldset key={at} legend={`Funder ${at + 1}`}>
          <TextField
            name={`funders.${at}.name`}
            label="Name"
            value={page.funders[at]?.name}
            answer={answer}
          />
          <TextField
            name={`funders.${at}.agreementReference`}
            label="Reference of the funding agreement"
            value={page.funders[at]?.agreementReference}
            answer={answer}
            isOptional
            width={20}
          />
          <DateField
            name={`funders.${at}.agreedOn`}
            label="Signed on"
            value={page.funders[at]?.agreedOn}
            answer={answer}
            isOptional
          />
        </Fieldset>
      ))}
    </SetupStep>
  );
}
