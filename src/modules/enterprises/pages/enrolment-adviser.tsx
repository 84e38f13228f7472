import { useLoaderData } from 'react-router';
import { numberOf, optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { Panel } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { DateField, NumberField, TextArea } from '../../../ui/text-fields.tsx';
import { type Stage, stageWords, stages } from '../../programmes/programme.ts';
import { assignAdviser } from '../commands/assign-adviser.ts';
import { setCadence } from '../commands/set-cadence.ts';
import { cadenceOf } from '../enrolment.ts';
import { newAdviserText } from '../mails.ts';
import { enterprisePermissions } from '../permissions.ts';
import { advisersOf } from '../reads.ts';
import { EnrolmentHead } from './enrolment-head.tsx';
import { openEnrolment } from './open-enrolment.ts';

export const loader = loadPage(async (args) => {
  const { programme, enrolment, head } = await openEnrolment(
    args,
    enterprisePermissions.enrolment.assign,
  );
  return {
    head,
    version: enrolment.version,
    adviserId: enrolment.adviserId,
    letter: enrolment.state === 'eligible' ? newAdviserText : null,
    advisers: await advisersOf(args.tx, programme.id, args.ctx.clock.now()),
    cadenceDays: enrolment.cadenceDays,
    usualDays: cadenceOf({ stage: enrolment.stage, cadenceDays: null }, programme.cadence),
    nextContactOn: enrolment.nextContactOn,
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  const version = numberOf(form, '_version') ?? 0;
  const here = programmePaths(ctx.org.slug, params['programme'] ?? '').enrolment(enrolmentId);
  if (verbOf(form, ['adviser', 'cadence'], 'form') === 'adviser') {
    const adviserId = optionalOf(form, 'adviserId') ?? null;
    await assignAdviser(ctx, { enrolmentId, version, adviserId, letter: textOf(form, 'letter') });
    return done(here.record, 'The adviser was set.');
  }
  await setCadence(ctx, {
    enrolmentId,
    version,
    stage: textOf(form, 'stage') as Stage,
    cadenceDays: numberOf(form, 'cadenceDays') ?? null,
    nextContactOn: optionalOf(form, 'nextContactOn') ?? null,
  });
  return done(here.record, 'Saved.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <EnrolmentHead head={page.head} current="record" title="Adviser and contact" />
      <ErrorSummary answer={answer} />
      <Panel title="Growth adviser">
        <Form version={page.version} label="Growth adviser">
          <HiddenField name="form" value="adviser" />
          <SelectField
            name="adviserId"
            label="Who looks after this enterprise"
            value={page.adviserId}
            answer={answer}
            emptyLabel="Nobody yet"
            options={page.advisers.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {page.letter === null ? null : (
            <TextArea
              name="letter"
              label="What the enterprise reads when it gets another adviser"
              hint="Their name and number are added."
              value={page.letter}
              answer={answer}
              rows={3}
              maxLength={4000}
            />
          )}
          <Button>Set the adviser</Button>
        </Form>
      </Panel>
      <Panel title="Stage and contact">
        <Form version={page.version} label="Stage and contact">
          <HiddenField name="form" value="cadence" />
          <SelectField
            name="stage"
            label="Stage"
            value={page.head.stage}
            answer={answer}
            options={stages.map((value) => ({ value, label: stageWords[value] }))}
          />
          <NumberField
            name="cadenceDays"
            label="Days between contacts"
            hint={`Leave empty for the programme’s ${page.usualDays} days at this stage.`}
            value={page.cadenceDays}
            answer={answer}
            width={3}
            suffix="days"
            isOptional
          />
          <DateField
            name="nextContactOn"
            label="Next contact"
            value={page.nextContactOn}
            answer={answer}
            isOptional
          />
          <Button>Save</Button>
        </Form>
      </Panel>
    </>
  );
}
