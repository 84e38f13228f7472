import { formatDate } from '../../../kernel/calendar.ts';
import { listWords } from '../../../kernel/text.ts';
import type { EligibilityFacts } from './facts.ts';
import { type Judgement, type TestResult, testResult } from './test-result.ts';

/** Others may help the firm, but not with the same thing. */
export function testDuplication(facts: EligibilityFacts): TestResult {
  const name = 'duplication';
  const { asked, others, judgement } = facts.duplication;
  if (!asked) {
    return testResult(name, 'missing', 'Nobody has asked who else helps the enterprise.', {
      missing: ['Other agencies and programmes now helping'],
    });
  }
  const same = others.filter((other) => other.sameSupport !== false);
  if (same.length === 0) {
    return others.length === 0
      ? testResult(name, 'met', 'No other programme helps the enterprise.')
      : testResult(
          name,
          'met',
          `Others help with different things: ${listWords(others.map((other) => other.programme))}.`,
        );
  }
  const names = listWords(same.map((other) => other.programme));
  if (judgement !== null) return judged(name, judgement);
  return testResult(name, 'needs-adviser', `May already get the same support from ${names}.`, {
    evidence: [`Word from ${names} on what is given`],
  });
}

/** The wish to grow is read by a person; words in a form are no proof. */
export function testGrowthIntent(facts: EligibilityFacts): TestResult {
  const name = 'growth-intent';
  const { intention, judgement } = facts.growth;
  if (judgement !== null) return judged(name, judgement);
  if (intention === null || intention.trim() === '') {
    return testResult(name, 'missing', 'The enterprise has not said what it wants to reach.', {
      missing: ['What the enterprise wants to reach'],
    });
  }
  return intentionResult(intention);
}

/** Words alone: known, and still to be judged. */
export function intentionResult(intention: string): TestResult {
  return testResult('growth-intent', 'needs-adviser', `In its own words: ${intention.trim()}`, {
    evidence: ['Notes of the first conversation, or a growth plan'],
  });
}

function judged(test: 'duplication' | 'growth-intent', judgement: Judgement): TestResult {
  const verb = judgement.accepted ? 'accepted' : 'refused';
  return testResult(
    test,
    judgement.accepted ? 'met' : 'not-met',
    `An adviser ${verb} it on ${formatDate(judgement.on)}: ${judgement.reason}`,
  );
}
