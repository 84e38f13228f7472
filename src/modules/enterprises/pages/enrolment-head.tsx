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
  /** What this screen is about; the firm's name stands below it. */
  title: string;
  actions?: ReactNode;
}

/** Heading and sections above every screen of one enterprise. */
export function EnrolmentHead({ head, current, title, actions }: EnrolmentHeadProps) {
  const own = programmePaths(head.org, head.programme).enrolment(head.enrolment);
  return (
    <>
      <title>{`${title}: ${head.name}`}</title>
      <PageHeading
        title={title}
        {...(head.showsRecord ? { back: { label: head.name, href: own.record } } : {})}
        caption={
          <>
            {head.name} <StateTag state={head.state} />{' '}
            {stageWords[head.stage as Stage] ?? head.stage}
          </>
        }
        actions={actions}
      />
      <EnrolmentNav
        paths={own}
        current={current}
        showsNotes={head.showsNotes}
        showsDiagnosis={head.showsDiagnosis}
        showsRecord={head.showsRecord}
      />
    </>
  );
}
