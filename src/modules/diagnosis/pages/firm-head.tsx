import type { ReactNode } from 'react';
import { programmePaths } from '../../../kernel/paths.ts';
import { type EnrolmentSection, EnrolmentNav } from '../../../ui/enrolment-nav.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { Firm } from './open-firm.ts';

interface FirmHeadProps {
  firm: Firm;
  current: EnrolmentSection;
  title: string;
  actions?: ReactNode;
  /** A screen below a section leads back to it. */
  back?: { label: string; href: string };
}

/** Heading and sections above a staff screen of one firm. */
export function FirmHead({ firm, current, title, actions, back }: FirmHeadProps) {
  const paths = pathsOf(firm);
  return (
    <>
      <title>{`${title}: ${firm.name} – Espalier`}</title>
      <PageHeading
        title={title}
        caption={firm.name}
        back={back ?? { label: firm.name, href: paths.record }}
        actions={actions}
      />
      <EnrolmentNav
        paths={paths}
        current={current}
        showsNotes={firm.showsNotes}
        showsDiagnosis={firm.showsDiagnosis}
      />
    </>
  );
}

/** Addresses of the firm's screens. */
export function pathsOf(firm: Pick<Firm, 'org' | 'programme' | 'enrolment'>) {
  return programmePaths(firm.org, firm.programme).enrolment(firm.enrolment);
}
