import type { ReactNode } from 'react';
import { formatMinutesLong } from '../../../kernel/minutes.ts';
import { listWords } from '../../../kernel/text.ts';
import { AxesPicture } from '../../../ui/axes-picture.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { type AreaKey, areaLabels } from '../../programmes/area.ts';
import { type Stage, stageWords } from '../../programmes/programme.ts';
import { type SizeBand, sizeBandWords } from '../../programmes/rule-set.ts';
import { dayNames, dayParts, slotsIn } from '../profile-form.ts';
import type { ExpertiseEvidence } from '../mentor.ts';
import type { MentorRow } from '../reads.ts';
import { styleEnds } from '../working-style.ts';
import { evidenceWords, levelWords, meetingWords, roleLabels } from '../profile-words.ts';

interface MentorProfileProps {
  mentor: MentorRow;
  authorities: readonly { code: string; name: string }[];
  /** Where a section is changed; without it nothing can be. */
  editHref?: (section: string) => string;
}

/** A mentor's profile: story, expertise, times and way of working. */
export function MentorProfileView({ mentor, authorities, editHref }: MentorProfileProps) {
  const change = (section: string) => (editHref ? { href: editHref(section), verb: 'Change' } : {});
  const places = mentor.authorityCodes.map(
    (code) => authorities.find((each) => each.code === code)?.name ?? code,
  );
  return (
    <>
      <Section title="Story" edit={editHref?.('about')}>
        {mentor.story ? (
          <p className="govuk-body app-prose">{mentor.story}</p>
        ) : (
          <p className="govuk-body app-unknown">Not written yet.</p>
        )}
        <SummaryList
          rows={[
            { key: 'Sectors', value: mentor.sectors.join(', '), ...change('about') },
            {
              key: 'Stages',
              value: mentor.stages.map((each) => stageWords[each as Stage] ?? each).join(', '),
              ...change('about'),
            },
            {
              key: 'Sizes',
              value: mentor.sizes.map((each) => sizeBandWords[each as SizeBand] ?? each).join(', '),
              ...change('about'),
            },
            {
              key: 'Works as',
              value: mentor.roles
                .map((each) => roleLabels[each as keyof typeof roleLabels] ?? each)
                .join('; '),
              ...change('about'),
            },
          ]}
        />
      </Section>
      <Section title="Expertise" edit={editHref?.('expertise')}>
        {mentor.expertise.length === 0 ? (
          <p className="govuk-body app-unknown">
            Not filled in: no need can find this mentor by expertise.
          </p>
        ) : (
          <SummaryList
            rows={mentor.expertise.map((each) => ({
              key: areaLabels[each.area as AreaKey] ?? each.area,
              value: (
                <>
                  <strong>{each.level} of 5</strong>, {levelWords[each.level]}
                  {each.topics.length > 0 ? `: ${listWords(each.topics)}` : ''}
                  <span className="govuk-hint app-under">
                    {evidenceWords[each.evidence as ExpertiseEvidence]}
                  </span>
                </>
              ),
            }))}
          />
        )}
      </Section>
      <Section title="Places and times" edit={editHref?.('times')}>
        <SummaryList
          rows={[
            { key: 'Places', value: `${mentor.places} at the same time` },
            { key: 'Time', value: `${formatMinutesLong(mentor.minutesPerMonth)} a month` },
            { key: 'Languages', value: mentor.languages.join(', ') },
            {
              key: 'Ways to meet',
              value: mentor.meets
                .map((each) => meetingWords[each as keyof typeof meetingWords] ?? each)
                .join(', '),
            },
            { key: 'Visits firms in', value: places.join(', ') },
            { key: 'When', value: timesInWords(mentor) },
            {
              key: 'Quiet hours',
              value: `${mentor.quietFrom} to ${mentor.quietTo}: letters wait until they are over`,
            },
          ]}
        />
      </Section>
      <Section title="Way of working" edit={editHref?.('style')}>
        <AxesPicture
          axes={styleEnds}
          title={`How ${mentor.name} likes to work`}
          series={[{ name: mentor.name, values: mentor.style }]}
        />
      </Section>
    </>
  );
}

interface SectionProps {
  title: string;
  edit: string | undefined;
  children: ReactNode;
}

function Section({ title, edit, children }: SectionProps) {
  return (
    <section className="app-panel">
      <div className="app-panel__head">
        <h2 className="govuk-heading-m">{title}</h2>
        {edit ? (
          <a className="govuk-link" href={edit}>
            Change<span className="govuk-visually-hidden"> {title.toLowerCase()}</span>
          </a>
        ) : null}
      </div>
      {children}
    </section>
  );
}

function timesInWords(mentor: Pick<MentorRow, 'availability'>): string {
  const slots = slotsIn(mentor.availability);
  return dayNames
    .flatMap((day, at) => {
      const parts = dayParts.filter(({ part }) => slots.includes(`${at + 1}-${part}`));
      return parts.length === 0
        ? []
        : [`${day} ${listWords(parts.map(({ label }) => label.toLowerCase()))}`];
    })
    .join('; ');
}
