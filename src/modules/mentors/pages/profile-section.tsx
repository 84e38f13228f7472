import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { CheckboxGroup } from '../../../ui/choice-fields.tsx';
import { NumberField, TextArea, TextField } from '../../../ui/text-fields.tsx';
import { stageWords, stages } from '../../programmes/programme.ts';
import { sizeBandWords, sizeBands } from '../../programmes/rule-set.ts';
import { meetingModes, mentorRoles } from '../profile.ts';
import { type ProfileSection, slotsIn } from '../profile-form.ts';
import type { MentorRow } from '../reads.ts';
import { ExpertiseFields } from './expertise-fields.tsx';
import { meetingWords, roleLabels } from '../profile-words.ts';
import { SlotGrid } from './slot-grid.tsx';
import { StyleFields } from './style-fields.tsx';

interface ProfileSectionProps {
  section: ProfileSection;
  mentor: MentorRow;
  answer: FormAnswer;
  /** Local authorities of the organisation's programmes. */
  authorities: readonly { code: string; name: string }[];
  /** Staff also say what a level rests on. */
  isStaff: boolean;
}

/** The fields of one section of a mentor's profile. */
export function ProfileFields(props: ProfileSectionProps) {
  switch (props.section) {
    case 'about':
      return <AboutFields {...props} />;
    case 'times':
      return <TimeFields {...props} />;
    case 'expertise':
      return <ExpertiseFields {...props} />;
    case 'style':
      return (
        <>
          <p className="govuk-body">
            There is no right answer. Tick the point that feels most like you; leave open what you
            cannot say.
          </p>
          <StyleFields values={props.mentor.style} answer={props.answer} />
        </>
      );
  }
}

function AboutFields({ mentor, answer }: ProfileSectionProps) {
  return (
    <>
      <TextField
        name="headline"
        label="Headline"
        hint="One line an enterprise sees first, for example “Sold two bakeries, knows supermarkets”."
        value={mentor.headline}
        answer={answer}
        maxLength={200}
      />
      <TextArea
        name="story"
        label="Your story"
        hint="What you have done and what went wrong. Enterprises read it before they choose."
        value={mentor.story}
        answer={answer}
        rows={8}
        maxLength={4000}
      />
      <TextField
        name="sectors"
        label="Sectors"
        hint="Parted by commas, for example food, textiles, software"
        value={mentor.sectors.join(', ')}
        answer={answer}
      />
      <CheckboxGroup
        name="stages"
        label="Stages you have been through"
        options={stages.map((value) => ({ value, label: stageWords[value] }))}
        values={mentor.stages}
        answer={answer}
        isSmall
      />
      <CheckboxGroup
        name="sizes"
        label="Sizes of firm you know"
        options={sizeBands.map((value) => ({ value, label: sizeBandWords[value] }))}
        values={mentor.sizes}
        answer={answer}
        isSmall
      />
      <CheckboxGroup
        name="roles"
        label="What you can be"
        options={mentorRoles.map((value) => ({ value, label: roleLabels[value] }))}
        values={mentor.roles}
        answer={answer}
        isSmall
      />
    </>
  );
}

function TimeFields({ mentor, answer, authorities }: ProfileSectionProps) {
  return (
    <>
      <NumberField
        name="places"
        label="Places"
        hint="How many matches at the same time, whatever the programme"
        value={mentor.places}
        answer={answer}
      />
      <NumberField
        name="hoursPerMonth"
        label="Hours a month"
        value={mentor.minutesPerMonth / 60}
        answer={answer}
        isDecimal
      />
      <TextField
        name="languages"
        label="Languages"
        hint="Parted by commas"
        value={mentor.languages.join(', ')}
        answer={answer}
      />
      <CheckboxGroup
        name="meets"
        label="Ways to meet"
        options={meetingModes.map((value) => ({ value, label: meetingWords[value] }))}
        values={mentor.meets}
        answer={answer}
        isSmall
      />
      {authorities.length > 0 ? (
        <CheckboxGroup
          name="authorityCodes"
          label="Places you go to"
          options={authorities.map(({ code, name }) => ({ value: code, label: name }))}
          values={mentor.authorityCodes}
          answer={answer}
          isSmall
          isOptional
        />
      ) : null}
      <SlotGrid
        legend="When it suits you"
        hint="Usual weeks; single dates are agreed with each enterprise"
        values={slotsIn(mentor.availability)}
        answer={answer}
      />
    </>
  );
}
