import { z } from 'zod';

/** The kinds of minutes a session or event record keeps apart. */
export const minuteTypes = [
  'contact',
  'preparation',
  'follow-up',
  'group-event',
  'travel',
  'administration',
] as const;

export type MinuteType = (typeof minuteTypes)[number];

export const minuteTypeWords: Record<MinuteType, string> = {
  contact: 'time with this enterprise',
  preparation: 'preparation for this enterprise',
  'follow-up': 'written follow-up for this enterprise',
  'group-event': 'group event',
  travel: 'travel',
  administration: 'administration',
};

export const indicatorSchema = z.strictObject({
  code: z.string().min(1).max(20),
  label: z.string().min(1).max(200),
  unit: z.enum(['enterprises', 'persons', 'fte', 'money', 'count']),
  kind: z.enum(['output', 'outcome']),
  /** Any one of the named amounts is enough; reached when met, need not be exceeded. */
  threshold: z
    .strictObject({
      minutes: z.int().positive().max(600_000).nullable().default(null),
      moneyMinor: z.int().positive().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** This indicator's units are also units of that one. */
  subsetOf: z.string().max(20).nullable().default(null),
  /** Counts only enterprises that were new at their first support. */
  onlyNewEnterprises: z.boolean().default(false),
  /** An enterprise counted under one of these is not counted here. */
  excludes: z.array(z.string().max(20)).max(20).default([]),
  evidence: z
    .array(z.strictObject({ key: z.string().max(40), label: z.string().max(300) }))
    .max(20)
    .default([]),
  /** Overrides the rule set's counted minutes for this indicator alone. */
  countedMinutes: z.array(z.enum(minuteTypes)).nullable().default(null),
});

export type IndicatorDefinition = z.output<typeof indicatorSchema>;

/** An indicator as it is written down; what is left out takes its default. */
export type IndicatorInput = z.input<typeof indicatorSchema>;

/**
 * The codes that may be counted for one enterprise out of those it has reached: an excluded pair keeps the
 * excluding one's partner out (P13 is not counted beside C1), and a subset needs its parent.
 */
export function countableCodes(
  indicators: readonly IndicatorDefinition[],
  reached: readonly string[],
): { counted: string[]; dropped: { code: string; because: string }[] } {
  const has = new Set(reached);
  const counted: string[] = [];
  const dropped: { code: string; because: string }[] = [];
  for (const indicator of indicators) {
    if (!has.has(indicator.code)) continue;
    const blocker = indicator.excludes.find((code) => has.has(code));
    if (blocker !== undefined) {
      dropped.push({
        code: indicator.code,
        because: `Already counted under ${blocker}, which excludes it.`,
      });
    } else if (indicator.subsetOf !== null && !has.has(indicator.subsetOf)) {
      dropped.push({
        code: indicator.code,
        because: `A part of ${indicator.subsetOf}, which has not been reached.`,
      });
    } else {
      counted.push(indicator.code);
    }
  }
  return { counted, dropped };
}

/** The evidence labels still missing for one indicator. */
export function missingEvidence(
  indicator: IndicatorDefinition,
  held: ReadonlySet<string>,
): string[] {
  return indicator.evidence.filter((item) => !held.has(item.key)).map((item) => item.label);
}

/** Problems of a list of indicators: repeated codes, unknown references, circles of subsets. */
export function indicatorProblems(indicators: readonly IndicatorDefinition[]): string[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const problems: string[] = [];
  if (byCode.size !== indicators.length) problems.push('Two indicators have the same code.');
  for (const indicator of indicators) {
    for (const code of [indicator.subsetOf, ...indicator.excludes]) {
      if (code !== null && !byCode.has(code)) {
        problems.push(`${indicator.code} names ${code}, which is not in the list.`);
      }
    }
    const seen = new Set<string>();
    for (let at = byCode.get(indicator.code); at; at = byCode.get(at.subsetOf ?? '')) {
      if (seen.has(at.code)) {
        problems.push(`${indicator.code} is a part of itself.`);
        break;
      }
      seen.add(at.code);
    }
  }
  return problems;
}

/** What an indicator counts, in words after "counted in". */
export const unitWords: Record<IndicatorDefinition['unit'], string> = {
  enterprises: 'enterprises',
  persons: 'persons',
  fte: 'full-time equivalents',
  money: 'money',
  count: 'number',
};

/** How an indicator counts, in the middle of a sentence. */
export function countedWords(unit: IndicatorDefinition['unit']): string {
  return unit === 'count' ? 'counted one by one' : `counted in ${unitWords[unit]}`;
}
