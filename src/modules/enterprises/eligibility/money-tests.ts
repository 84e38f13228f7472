import { addMonths, formatDate } from '../../../kernel/calendar.ts';
import { formatMoney } from '../../../kernel/money.ts';
import type { RuleSet } from '../../programmes/rule-set.ts';
import { plural } from '../../../kernel/text.ts';
import { subsidyHeadroom } from '../subsidy.ts';
import type { EligibilityFacts } from './facts.ts';
import { type TestResult, testResult } from './test-result.ts';

/** In difficulty: insolvent, or losses over half of the capital; tested once the firm is old enough. */
export function testDifficulty(facts: EligibilityFacts, ruleSet: RuleSet): TestResult {
  const name = 'difficulty';
  const after = ruleSet.difficultyAfterMonths;
  if (after === null || facts.isPerson) return testResult(name, 'met', 'Not asked for here.');
  const { insolvent, capitalMinor, accumulatedLossesMinor } = facts.difficulty;
  if (insolvent === true) {
    return testResult(name, 'not-met', 'The enterprise is in insolvency proceedings.');
  }
  const missing = insolvent === null ? ['Whether insolvency proceedings are open'] : [];
  if (facts.tradingSince === null) missing.push('Date on which trading started');
  const until = facts.tradingSince === null ? null : addMonths(facts.tradingSince, after);
  if (until !== null && facts.on <= until && insolvent === false) {
    return testResult(
      name,
      'met',
      `Trading since ${formatDate(facts.tradingSince ?? until)}; losses are looked at only after ${yearsOrMonths(after)}, from the day after ${formatDate(until)}.`,
    );
  }
  if (capitalMinor === null) missing.push('Subscribed capital');
  if (accumulatedLossesMinor === null) missing.push('Accumulated losses');
  if (missing.length > 0 || capitalMinor === null || accumulatedLossesMinor === null) {
    return testResult(name, 'missing', 'The latest balance sheet is needed.', {
      evidence: ['Latest balance sheet'],
      missing,
    });
  }
  const bad = accumulatedLossesMinor * 2 > capitalMinor;
  const money = (minor: number) => formatMoney({ minor, currency: ruleSet.costs.currency });
  return testResult(
    name,
    bad ? 'not-met' : 'met',
    `Losses of ${money(accumulatedLossesMinor)} are ${bad ? 'more than' : 'not more than'} half of the capital of ${money(capitalMinor)}.`,
  );
}

/** Room for the planned support under the limit; refused when the declaration is missing. */
export function testSubsidyHeadroom(facts: EligibilityFacts, ruleSet: RuleSet): TestResult {
  const name = 'subsidy-headroom';
  const regime = ruleSet.subsidy;
  if (regime === null) return testResult(name, 'met', 'No subsidy limit applies.');
  const evidence = [`Signed declaration of earlier aid (${regime.label})`];
  const { declared, proposed, awards, rates } = facts.subsidy;
  const missing: string[] = [];
  if (!declared) missing.push('Declaration of earlier aid');
  if (proposed === null) missing.push('Cash value of the planned support');
  if (!declared || proposed === null) {
    const aid = facts.declared?.aid ?? 0;
    const because =
      declared || aid === 0
        ? 'Earlier aid must be declared before support is given.'
        : `As declared by the firm: ${plural(aid, 'earlier award')}, shown below the facts. Confirm each, then tick that all is declared.`;
    return testResult(name, 'missing', because, {
      evidence,
      missing,
    });
  }
  const room = subsidyHeadroom(regime, awards, facts.on, proposed, rates);
  const money = (minor: number) => formatMoney({ minor, currency: regime.currency });
  const because = [
    ...room.lines.map((line) => line.because),
    `From ${formatDate(room.from)} to ${formatDate(room.to)}: used ${money(room.usedMinor)} of ${money(room.limitMinor)}, ${money(room.headroomMinor)} left; planned ${money(room.proposedMinor)}.`,
  ];
  if (room.missing.length > 0) {
    return testResult(name, 'missing', because, { evidence, missing: room.missing });
  }
  if (room.fits && room.warns) because.push(`This reaches ${regime.warnAtPercent} % of the limit.`);
  return testResult(name, room.fits ? 'met' : 'not-met', because);
}

function yearsOrMonths(months: number): string {
  return months % 12 === 0 ? plural(months / 12, 'year') : plural(months, 'month');
}
