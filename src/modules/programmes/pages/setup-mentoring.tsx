import { useLoaderData } from 'react-router';
import { numberOf, textOf } from '../../../kernel/form-answer.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { Fieldset, RadioGroup } from '../../../ui/choice-fields.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { NumberField } from '../../../ui/text-fields.tsx';
import { setMentoring } from '../commands/set-mentoring.ts';
import {
  defaultContactEveryDays,
  type MentorChoice,
  mentorChoices,
  mentorChoiceWords,
  type MentoringModel,
  mentoringModels,
  mentoringModelWords,
  stages,
  stageWords,
} from '../programme.ts';
import { afterStep, editFields, loadSetup, SetupStep } from './setup-step.tsx';

export const loader = loadPage(loadSetup);

export const action = actPage(async ({ ctx, form, params, done }) => {
  await setMentoring(ctx, {
    ...editFields(form),
    mentoringModel: textOf(form, 'mentoringModel') as MentoringModel,
    mentorChoice: textOf(form, 'mentorChoice') as MentorChoice,
    cadence: Object.fromEntries(
      stages.map((stage) => [stage, numberOf(form, `cadence.${stage}`) ?? Number.NaN]),
    ) as Record<(typeof stages)[number], number>,
    answerDays: numberOf(form, 'answerDays') ?? Number.NaN,
    introductionDays: numberOf(form, 'introductionDays') ?? Number.NaN,
    decisionDays: numberOf(form, 'decisionDays') ?? Number.NaN,
  });
  const isDraft = form['reason'] === undefined;
  return done(afterStep(ctx.org.slug, params['programme'] ?? '', 'mentoring', isDraft), 'Saved.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { programme } = page;
  return (
    <SetupStep page={page} step="mentoring" title="Mentoring and contact" answer={answer}>
      <RadioGroup
        name="mentoringModel"
        label="How does mentoring work here?"
        value={programme.mentoring_model}
        options={mentoringModels.map((model) => ({ value: model, ...mentoringModelWords[model] }))}
        answer={answer}
      />
      <RadioGroup
        name="mentorChoice"
        label="May the firm choose its mentor?"
        value={programme.mentor_choice}
        options={mentorChoices.map((choice) => ({ value: choice, ...mentorChoiceWords[choice] }))}
        answer={answer}
      />
      <Fieldset
        legend="Days between contacts of the adviser"
        hint="By the enterprise's stage; it can be set apart for a single enterprise."
      >
        {stages.map((stage) => (
          <NumberField
            key={stage}
            name={`cadence.${stage}`}
            label={stageWords[stage]}
            suffix="days"
            width={3}
            value={programme.cadence[stage] ?? defaultContactEveryDays[stage]}
            answer={answer}
          />
        ))}
      </Fieldset>
      <NumberField
        name="answerDays"
        label="A mentor answers an offer within"
        hint="After that the need goes back to the queue by itself; a reminder is sent before."
        suffix="working days"
        width={3}
        value={programme.answer_days}
        answer={answer}
      />
      <NumberField
        name="introductionDays"
        label="From a need to an introduction within"
        suffix="days"
        width={3}
        value={programme.introduction_days}
        answer={answer}
      />
      <NumberField
        name="decisionDays"
        label="From an application to a decision within"
        hint="Whoever waits longer stands out in Today."
        suffix="days"
        width={3}
        value={programme.decision_days}
        answer={answer}
      />
    </SetupStep>
  );
}
