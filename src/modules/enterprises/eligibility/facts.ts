import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Money } from '../../../kernel/money.ts';
import type { ExchangeRate } from '../../programmes/exchange-rate.ts';
import type { SizeYear } from '../size.ts';
import type { SubsidyAward } from '../subsidy.ts';
import type { Judgement } from './test-result.ts';

export interface SicCode {
  code: string;
  scheme: 'SIC2007' | 'SIC2003' | 'SIC2026' | 'unknown';
}

/** What is known about an applicant on the day of the tests; null is "not known", never "no". */
export interface EligibilityFacts {
  on: CalendarDate;
  /** A person without a firm, when the programme takes potential entrepreneurs. */
  isPerson: boolean;
  place: {
    tradingPostcode: string | null;
    /** Where the firm trades, by look-up or typed. */
    authority: { code: string; name: string } | null;
    /** The adviser who checked where it really trades. */
    confirmation: { by: string; on: CalendarDate; evidence: string } | null;
    registeredAuthority: { code: string; name: string } | null;
  };
  size: {
    /** Oldest first; the last one is the latest closed year or the estimate of a new firm. */
    years: readonly SizeYear[];
    ownerChangedInLastYear: boolean;
    /** The firm said whether it has partner or linked enterprises. */
    relationsDeclared: boolean;
    /** The exchange rate without which the figures cannot be compared with the ceilings. */
    missingRate?: string | null;
  } | null;
  /** What the firm typed itself and nobody has confirmed: figures in words, and how many earlier awards. */
  declared?: { figures: readonly string[]; aid: number };
  sicCodes: readonly SicCode[];
  remitJudgement: Judgement | null;
  tradingSince: CalendarDate | null;
  businessSalesPercent: number | null;
  /** The sector key that the adviser found, or null inside for "none of them". */
  sectorCheck: { inSector: string | null; by: string; on: CalendarDate } | null;
  difficulty: {
    insolvent: boolean | null;
    /** Subscribed capital with premium, and losses accumulated (positive), same currency, minor units. */
    capitalMinor: number | null;
    accumulatedLossesMinor: number | null;
  };
  subsidy: {
    declared: boolean;
    awards: readonly SubsidyAward[];
    proposed: Money | null;
    rates: readonly ExchangeRate[];
  };
  duplication: {
    asked: boolean;
    others: readonly { programme: string; sameSupport: boolean | null }[];
    judgement: Judgement | null;
  };
  growth: {
    /** What the applicant wants to reach, in their words. */
    intention: string | null;
    judgement: Judgement | null;
  };
}
