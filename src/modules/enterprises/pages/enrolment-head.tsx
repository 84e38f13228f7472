import type { ReactNode } from 'react';
import { programmePaths } from '../../../kernel/paths.ts';
import { type EnrolmentSection, EnrolmentNav } from '../../../ui/enrolment-nav.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag, type Tone } from '../../../ui/tag.tsx';
import { type Stage, stageWords } from '../../programmes/programme.ts';
import { type EnrolmentState, enrolmentStateWords } from '../enrolment.ts';
import type { Head } from './open-enrolment.ts';

const tones: Record<EnrolmentState, Tone> = {
  applied: 'info',
  eligible: 'good',
  'not-eligible': 'bad',
  withdrawn: 'neutral',
  closed: 'neutral',
};

/** The state of an enrolment in a word. */
export function StateTag({ state }: { state: string }) {
  const known = state as EnrolmentState;
  return <Tag tone={tones[known] ?? 'neutral'}>{enrolmentStateWords[known] ?? state}</Tag>;
}

interface EnrolmentHeadProps {
  head: Head;
  current: EnrolmentSection;
  /** What this screen is about, in the browser's title. */
  title: string;
  actions?: ReactNode;
}

/** Heading and sections above every screen of one enterprise. */
export function EnrolmentHead({ head, current, title, actions }: EnrolmentHeadProps) {
  const programme = programmePaths(head.org, head.programme);
  return (
    <>
      <title>{`${title}: ${head.name}`}</title>
      <PageHeading
        title={head.name}
        {...(head.showsRecord
          ? { back: { label: 'All enterprises', href: programme.enterprises } }
          : {})}
        caption={
          <>
            <StateTag state={head.state} /> {stageWords[head.stage as Stage] ?? head.stage}
          </>
        }
        actions={actions}
      />
      <EnrolmentNav
        paths={programme.enrolment(head.enrolment)}
        current={current}
        showsNotes={head.showsNotes}
        showsRecord={head.showsRecord}
      />
    </>
  );
}
