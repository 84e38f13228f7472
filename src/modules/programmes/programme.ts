import { z } from 'zod';
import { addDays, isCalendarDate, quartersOf } from '../../kernel/calendar.ts';
import { type RuleSet, sizeBands } from './rule-set.ts';

export const programmeStates = ['draft', 'open', 'closing', 'closed'] as const;
export type ProgrammeState = (typeof programmeStates)[number];

export const mentoringModels = ['reactive', 'proactive', 'board', 'lead-and-specialists'] as const;
export type MentoringModel = (typeof mentoringModels)[number];

export const mentoringModelWords: Record<MentoringModel, { label: string; hint: string }> = {
  reactive: { label: 'On request', hint: 'The enterprise asks and a suitable mentor is found.' },
  proactive: {
    label: 'Led by the adviser',
    hint: 'The adviser keeps in touch, sees what is needed and brings the mentor.',
  },
  board: { label: 'Board', hint: 'Several mentors meet with the enterprise like a small board.' },
  'lead-and-specialists': {
    label: 'Lead mentor and specialists',
    hint: 'One mentor stays and specialists come for single needs.',
  },
};

export const mentorChoices = ['adviser-appoints', 'case-by-case', 'firm-chooses'] as const;
export type MentorChoice = (typeof mentorChoices)[number];

export const mentorChoiceWords: Record<MentorChoice, { label: string; hint: string }> = {
  'adviser-appoints': {
    label: 'The adviser appoints',
    hint: 'No shortlist is sent. One that a firm already has can still be answered.',
  },
  'case-by-case': {
    label: 'The adviser decides case by case',
    hint: 'A mentor is asked directly, or the firm gets two or three to choose from.',
  },
  'firm-chooses': {
    label: 'The firm chooses from a shortlist',
    hint: 'Two or three mentors are suggested for it. Asking one directly wants a reason.',
  },
};

export const stages = ['pre-start', 'start-up', 'early', 'growth', 'scale-up', 'mature'] as const;
export type Stage = (typeof stages)[number];

export const stageWords: Record<Stage, string> = {
  'pre-start': 'not yet trading',
  'start-up': 'start-up, under 12 months',
  early: 'early stage, under 36 months',
  growth: 'growth',
  'scale-up': 'scale-up',
  mature: 'mature',
};

const calendarDate = z.string().refine(isCalendarDate, 'Enter a real date.');

export const programmeSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    startsOn: calendarDate,
    /** The last day, included. */
    endsOn: calendarDate,
    zone: z.string().min(1).max(60),
    currency: z.string().regex(/^[A-Z]{3}$/),
    funders: z.array(z.string().trim().min(1).max(200)).min(1).max(20),
    area: z.array(z.strictObject({ code: z.string().max(20), name: z.string().max(100) })).max(500),
    remit: z.strictObject({
      /** Two-digit SIC 2007 divisions presumed to be in remit; empty means every activity. */
      divisions: z.array(z.string().regex(/^\d{2}$/)).max(99),
      description: z.string().max(1000),
    }),
    sizeBands: z.array(z.enum(sizeBands)).min(1),
    tradingAge: z.strictObject({
      atLeastMonths: z.int().min(0).max(1200).nullable(),
      belowMonths: z.int().min(1).max(1200).nullable(),
      potentialEntrepreneurs: z.boolean(),
    }),
    /** Least share of sales to other businesses, in percent; null when the funder does not ask. */
    businessSalesAtLeast: z.int().min(0).max(100).nullable(),
    mentoringModel: z.enum(mentoringModels),
    contactEveryDays: z.record(z.enum(stages), z.int().min(1).max(366)),
    introductionTargetDays: z.int().min(1).max(90),
    targets: z
      .array(
        z.strictObject({
          indicator: z.string().max(20),
          quarter: z.string().regex(/^\d{4}-Q[1-4]$/),
          amount: z.int().min(0),
        }),
      )
      .max(5000),
  })
  .refine((programme) => programme.startsOn <= programme.endsOn, {
    path: ['endsOn'],
    message: 'The end must not be before the start.',
  });

export type ProgrammeSettings = z.output<typeof programmeSchema>;

/** What the eligibility tests need of a programme. */
export type ProgrammeGate = Pick<
  ProgrammeSettings,
  'name' | 'area' | 'remit' | 'sizeBands' | 'tradingAge' | 'businessSalesAtLeast'
>;

/** Default days between contacts per stage: weekly at the start, quarterly as aftercare. */
export const defaultContactEveryDays: Record<Stage, number> = {
  'pre-start': 14,
  'start-up': 14,
  early: 21,
  growth: 28,
  'scale-up': 28,
  mature: 42,
};

/** The stage from months of trading; scale-up and mature are the adviser's choice. */
export function stageOfAge(tradingMonths: number | null): Stage {
  if (tradingMonths === null) return 'pre-start';
  if (tradingMonths < 12) return 'start-up';
  return tradingMonths < 36 ? 'early' : 'growth';
}

/** What is planned for one indicator up to and including a quarter. */
export function cumulativeTarget(
  targets: ProgrammeSettings['targets'],
  indicator: string,
  quarter: string,
): number {
  return targets
    .filter((target) => target.indicator === indicator && target.quarter <= quarter)
    .reduce((sum, target) => sum + target.amount, 0);
}

/** What stands against opening a programme under its rule set, in sentences; empty when nothing does. */
export function openingProblems(programme: ProgrammeSettings, ruleSet: RuleSet): string[] {
  const problems: string[] = [];
  if (ruleSet.effectiveFrom > programme.endsOn) {
    problems.push('The rules start after the programme has ended.');
  }
  const codes = new Set(ruleSet.indicators.map((indicator) => indicator.code));
  const quarters = new Set(
    quartersOf(programme.startsOn, addDays(programme.endsOn, 1)).map((quarter) => quarter.key),
  );
  for (const target of programme.targets) {
    if (!codes.has(target.indicator)) {
      problems.push(`There is a target for ${target.indicator}, which the rules do not know.`);
    }
    if (!quarters.has(target.quarter)) {
      problems.push(`There is a target for ${target.quarter}, outside the programme.`);
    }
  }
  const wide = programme.sizeBands.filter((band) => !ruleSet.allowedBands.includes(band));
  if (wide.length > 0) problems.push(`The funder does not allow these sizes: ${wide.join(', ')}.`);
  if (programme.area.length === 0) problems.push('The area has no local authority yet.');
  return problems;
}
