import { formatDate } from '../../../kernel/calendar.ts';
import { listWords, plural } from '../../../kernel/text.ts';
import { Panel } from '../../../ui/card.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { divisionName } from '../divisions.ts';
import {
  mentorChoiceWords,
  type MentoringModel,
  mentoringModelWords,
  stages,
  stageWords,
} from '../programme.ts';
import { type SizeBand, sizeBandWords } from '../rule-set.ts';
import type { ProgrammeSetupStep } from '../setup.ts';
import type { SetupPage } from './setup-step.tsx';

interface ProgrammeSummaryProps {
  page: SetupPage;
  hrefOf: (step: ProgrammeSetupStep) => string;
}

/** All settings of a programme, each with a link to change it. */
export function ProgrammeSummary({ page, hrefOf }: ProgrammeSummaryProps) {
  const { programme, funders, area, targets, adoptions } = page;
  const rules = adoptions[0];
  const divisions = programme.sic_divisions;
  return (
    <Panel>
      <SummaryList
        rows={[
          { key: 'Name', value: programme.name, href: hrefOf('dates') },
          {
            key: 'Dates',
            value:
              programme.starts_on && programme.ends_on
                ? `${formatDate(programme.starts_on)} to ${formatDate(programme.ends_on)}`
                : '',
            href: hrefOf('dates'),
          },
          {
            key: 'Funders',
            value: listWords(
              funders.map((one) =>
                one.agreementReference ? `${one.name} (${one.agreementReference})` : one.name,
              ),
            ),
            href: hrefOf('funders'),
          },
          {
            key: 'Rule set',
            value: rules
              ? `${rules.name}, version ${rules.version}, from ${formatDate(rules.adoptedOn)}`
              : '',
            href: hrefOf('rules'),
          },
          { key: 'Area', value: listWords(area.map((one) => one.name)), href: hrefOf('area') },
          {
            key: 'Sizes',
            value: listWords(programme.size_bands.map((band) => sizeBandWords[band as SizeBand])),
            href: hrefOf('remit'),
          },
          {
            key: 'Activities presumed in remit',
            value:
              divisions.length === 0
                ? 'Every activity'
                : listWords(divisions.map((code) => `${code} ${divisionName(code)}`)),
            href: hrefOf('remit'),
          },
          {
            key: 'Targets',
            value:
              targets.length === 0
                ? ''
                : `${plural(new Set(targets.map((one) => one.indicator)).size, 'indicator')} over ${plural(new Set(targets.map((one) => one.quarter)).size, 'quarter')}`,
            href: hrefOf('targets'),
          },
          {
            key: 'Mentoring',
            value: mentoringModelWords[programme.mentoring_model as MentoringModel].label,
            href: hrefOf('mentoring'),
          },
          {
            key: 'May the firm choose its mentor?',
            value: mentorChoiceWords[programme.mentor_choice].label,
            href: hrefOf('mentoring'),
          },
          {
            key: 'Contact every',
            value: stages
              .flatMap((stage) => {
                const days = programme.cadence[stage];
                return days === undefined ? [] : [`${stageWords[stage]}: ${plural(days, 'day')}`];
              })
              .join('; '),
            href: hrefOf('mentoring'),
          },
        ]}
      />
    </Panel>
  );
}
