import { addMonths, formatDate, monthsBetween } from '../../../kernel/calendar.ts';
import { plural } from '../../../kernel/text.ts';
import type { ProgrammeGate } from '../../programmes/programme.ts';
import type { RuleSet } from '../../programmes/rule-set.ts';
import type { EligibilityFacts } from './facts.ts';
import { type TestResult, testResult } from './test-result.ts';

/** Trading from day to day against the programme's bounds: from `atLeastMonths`, under `belowMonths`. */
export function testTradingAge(
  facts: EligibilityFacts,
  _ruleSet: RuleSet,
  programme: ProgrammeGate,
): TestResult {
  const name = 'trading-age';
  const { atLeastMonths, belowMonths, potentialEntrepreneurs } = programme.tradingAge;
  if (facts.isPerson) {
    return potentialEntrepreneurs
      ? testResult(name, 'met', `${programme.name} takes people who do not trade yet.`)
      : testResult(name, 'not-met', `${programme.name} takes only firms that trade.`);
  }
  if (atLeastMonths === null && belowMonths === null) {
    return testResult(name, 'met', `${programme.name} asks for no length of trading.`);
  }
  if (facts.tradingSince === null) {
    return testResult(name, 'missing', 'The start of trading is not known.', {
      evidence: ['Companies House or HMRC record of registration'],
      missing: ['Date on which trading started'],
    });
  }
  if (facts.tradingSince > facts.on) {
    return testResult(
      name,
      'not-met',
      `Trading starts on ${formatDate(facts.tradingSince)}, which is still to come.`,
    );
  }
  const months = monthsBetween(facts.tradingSince, facts.on);
  const age = `Trading since ${formatDate(facts.tradingSince)}: ${plural(months, 'full month')} on ${formatDate(facts.on)}`;
  const reaches = (bound: number) => addMonths(facts.tradingSince ?? facts.on, bound) <= facts.on;
  if (atLeastMonths !== null && !reaches(atLeastMonths)) {
    return testResult(name, 'not-met', `${age}; at least ${atLeastMonths} are needed.`);
  }
  if (belowMonths !== null && reaches(belowMonths)) {
    return testResult(name, 'not-met', `${age}; it must be under ${belowMonths}.`);
  }
  return testResult(name, 'met', `${age}, which is within the bounds.`);
}

/** Whether the firm is new in the rule set's sense, on the day of its first support (never of the claim). */
export function isNewEnterprise(
  tradingSince: string,
  firstSupportOn: string,
  ruleSet: Pick<RuleSet, 'newEnterpriseMonths'>,
): boolean {
  return (
    tradingSince <= firstSupportOn &&
    firstSupportOn < addMonths(tradingSince, ruleSet.newEnterpriseMonths)
  );
}

/** The share of sales to other businesses, where the programme asks for one. */
export function testBusinessSales(
  facts: EligibilityFacts,
  _ruleSet: RuleSet,
  programme: ProgrammeGate,
): TestResult {
  const name = 'business-sales';
  const least = programme.businessSalesAtLeast;
  if (least === null || facts.isPerson) {
    return testResult(name, 'met', 'No share of sales to businesses is asked for.');
  }
  const share = facts.businessSalesPercent;
  if (share === null) {
    return testResult(name, 'missing', 'The share of sales to businesses is not known.', {
      missing: ['Share of sales to other businesses in percent'],
    });
  }
  return testResult(
    name,
    share >= least ? 'met' : 'not-met',
    `${share} % of sales go to businesses; at least ${least} % are needed.`,
  );
}
