import { AxesPicture } from '../../../ui/axes-picture.tsx';
import { Panel } from '../../../ui/card.tsx';
import { Details, SummaryList } from '../../../ui/summary-list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { meetingWords } from '../../mentors/profile-words.ts';
import { type StyleAnswers, styleEnds } from '../../mentors/working-style.ts';
import { areaList } from '../../programmes/area.ts';

interface ShortlistedMentorProps {
  mentor: {
    name: string;
    headline: string;
    story: string;
    sectors: readonly string[];
    languages: readonly string[];
    meets: readonly string[];
    style: StyleAnswers;
    expertise: readonly { area: string; level: number }[];
    reasons: readonly string[];
    isChosen: boolean;
    isStruck: boolean;
  };
}

/** A mentor as the enterprise sees one before an introduction: no address, no number. */
export function ShortlistedMentor({ mentor }: ShortlistedMentorProps) {
  return (
    <Panel
      title={mentor.name}
      actions={
        mentor.isChosen ? (
          <Tag tone="good">Your choice</Tag>
        ) : mentor.isStruck ? (
          <Tag tone="neutral">Can no longer be asked</Tag>
        ) : null
      }
    >
      {mentor.headline ? <p className="govuk-body">{mentor.headline}</p> : null}
      <SummaryList
        isPlain
        rows={[
          {
            key: 'Knows',
            value: areaList(mentor.expertise.map(({ area }) => area)),
          },
          { key: 'Sectors', value: mentor.sectors.join(', ') },
          { key: 'Languages', value: mentor.languages.join(', ') },
          {
            key: 'Meets',
            value: mentor.meets
              .map((each) => meetingWords[each as keyof typeof meetingWords] ?? each)
              .join(', '),
          },
        ]}
      />
      <Details summary={`More about ${mentor.name}`}>
        {mentor.story ? <p className="govuk-body app-prose">{mentor.story}</p> : null}
        <h3 className="govuk-heading-s">Why we thought of them</h3>
        <ul className="govuk-list govuk-list--bullet">
          {mentor.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <h3 className="govuk-heading-s">How they like to work</h3>
        <AxesPicture
          axes={styleEnds}
          title={`How ${mentor.name} likes to work`}
          series={[{ name: mentor.name, values: mentor.style }]}
        />
      </Details>
    </Panel>
  );
}
