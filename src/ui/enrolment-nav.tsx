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
  /** Private notes are for advisers, and for those who may ask to open them. */
  showsNotes: boolean;
  /** Diagnosis and actions are not for a funder. */
  showsDiagnosis: boolean;
  /** Left false for those who see what money depends on and not the rest of the record. */
  showsRecord?: boolean;
}

const moneySections = new Set<EnrolmentSection>(['hours', 'measures', 'impact', 'documents']);

const diagnosisSections: [EnrolmentSection, string][] = [
  ['diagnosis', 'Diagnosis'],
  ['actions', 'Actions'],
];

/** The sections of one enterprise on a programme. */
export function EnrolmentNav(props: EnrolmentNavProps) {
  const { paths, current, showsNotes, showsDiagnosis, showsRecord = true } = props;
  const sections: [EnrolmentSection, string][] = [
    ['record', 'Record'],
    ['eligibility', 'Eligibility'],
    ['baseline', 'Baseline'],
    ...(showsDiagnosis ? diagnosisSections : []),
    ['hours', 'Hours'],
    ['measures', 'Figures'],
    ['impact', 'Impact'],
    ['people', 'People'],
    ['documents', 'Documents'],
    ...(showsNotes ? [['notes', 'Private notes'] satisfies [EnrolmentSection, string]] : []),
  ];
  const shown = showsRecord ? sections : sections.filter(([section]) => moneySections.has(section));
  const links = shown.map(([section, label]) => ({
    label,
    href: paths[section],
    isCurrent: section === current,
  }));
  return <SubNavigation label="This enterprise" links={links} />;
}
