import { formatDate } from '../../../kernel/calendar.ts';
import { endSentence } from '../../../kernel/text.ts';
import type { ProgrammeGate } from '../../programmes/programme.ts';
import type { RuleSet } from '../../programmes/rule-set.ts';
import type { EligibilityFacts } from './facts.ts';
import { type TestResult, testResult } from './test-result.ts';

const evidence = ['Proof of the trading address: lease, rates or utility bill, or a visit'];

/** By local authority, confirmed by an adviser; neither the postcode nor the registered office decides. */
export function testArea(
  facts: EligibilityFacts,
  _ruleSet: RuleSet,
  programme: ProgrammeGate,
): TestResult {
  const { authority, confirmation, tradingPostcode, registeredAuthority } = facts.place;
  if (authority === null) {
    const because =
      tradingPostcode === null
        ? 'The trading address is not known.'
        : `The postcode ${tradingPostcode} is known, but a postcode does not say which authority it is in.`;
    return testResult('area', 'missing', because, {
      evidence,
      missing: ['Local authority of the trading address'],
    });
  }
  const inside = programme.area.some((each) => each.code === authority.code);
  const where = `Trades in ${authority.name} (${authority.code}), which is ${inside ? '' : 'not '}in the area of ${programme.name}.`;
  const because: string[] = [];
  if (registeredAuthority !== null && registeredAuthority.code !== authority.code) {
    because.push(`The registered office is in ${registeredAuthority.name}; it does not count.`);
  }
  because.push(where);
  if (confirmation === null) {
    because.push('An adviser has to confirm where the enterprise really trades.');
    return testResult('area', 'needs-adviser', because, { evidence });
  }
  because.unshift(
    `Confirmed on ${formatDate(confirmation.on)}: ${endSentence(confirmation.evidence)}`,
  );
  return testResult('area', inside ? 'met' : 'not-met', because);
}
