import { useFormAnswer } from '../../../ui/form-answer.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { ConflictPanel } from '../../../ui/conflict-panel.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { type ProfileSection, sectionWords } from '../profile-form.ts';
import type { MentorRow } from '../reads.ts';
import { ProfileFields } from './profile-section.tsx';

interface ProfileEditorProps {
  mentor: MentorRow;
  section: ProfileSection;
  authorities: readonly { code: string; name: string }[];
  back: string;
  isStaff: boolean;
}

/** One section of a mentor's profile as a page; staff and the mentor use the same. */
export function ProfileEditor({ mentor, section, authorities, back, isStaff }: ProfileEditorProps) {
  const answer = useFormAnswer();
  return (
    <>
      <title>{`${sectionWords[section]}: ${mentor.name}`}</title>
      {answer.theirs ? (
        <ConflictPanel what="profile" rows={conflictRows(answer.values, mentor)} reloadHref="?" />
      ) : (
        <ErrorSummary answer={answer} />
      )}
      <PageHeading
        title={sectionWords[section]}
        caption={mentor.name}
        back={{ label: 'Profile', href: back }}
      />
      <Form version={mentor.version} guardsLeaving>
        <ProfileFields
          section={section}
          mentor={mentor}
          answer={answer}
          authorities={authorities}
          isStaff={isStaff}
        />
        <ButtonRow>
          <Button>Save</Button>
          <a className="govuk-link" href={back}>
            Cancel
          </a>
        </ButtonRow>
      </Form>
    </>
  );
}

function conflictRows(typed: Record<string, string | string[]>, mentor: MentorRow) {
  const stored: [string, string, string][] = [
    ['headline', 'Headline', mentor.headline],
    ['story', 'Story', mentor.story],
    ['sectors', 'Sectors', mentor.sectors.join(', ')],
    ['places', 'Places', String(mentor.places)],
    ['hoursPerMonth', 'Hours a month', String(mentor.minutesPerMonth / 60)],
    ['languages', 'Languages', mentor.languages.join(', ')],
  ];
  return stored
    .filter(([name]) => typed[name] !== undefined)
    .map(([name, label, theirs]) => ({ label, mine: String(typed[name]), theirs }));
}
