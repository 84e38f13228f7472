import type { programmePaths } from '../kernel/paths.ts';
import { SubNavigation } from './page-heading.tsx';

export type EnrolmentPaths = ReturnType<ReturnType<typeof programmePaths>['enrolment']>;

export type EnrolmentSection =
  | 'record'
  | 'eligibility'
  | 'baseline'
  | 'measures'
  | 'diagnosis'
  | 'actions'
  | 'hours'
  | 'impact'
  | 'people'
  | 'documents'
  | 'notes';

interface EnrolmentNavProps {
  paths: EnrolmentPaths;
  current: EnrolmentSection;
  /** Private notes are for advisers only. */
  showsNotes: boolean;
}

/** The sections of one enterprise on a programme. */
export function EnrolmentNav({ paths, current, showsNotes }: EnrolmentNavProps) {
  const sections: [EnrolmentSection, string][] = [
    ['record', 'Record'],
    ['eligibility', 'Eligibility'],
    ['baseline', 'Baseline'],
    ['diagnosis', 'Diagnosis'],
    ['actions', 'Actions'],
    ['hours', 'Hours'],
    ['measures', 'Figures'],
    ['impact', 'Impact'],
    ['people', 'People'],
    ['documents', 'Documents'],
    ...(showsNotes ? [['notes', 'Private notes'] satisfies [EnrolmentSection, string]] : []),
  ];
  const links = sections.map(([section, label]) => ({
    label,
    href: paths[section],
    isCurrent: section === current,
  }));
  return <SubNavigation label="This enterprise" links={links} />;
}
