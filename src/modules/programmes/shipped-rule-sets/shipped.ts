import { type RuleSet, ruleSetSchema } from '../rule-set.ts';
import { erdfEngland2014 } from './erdf-england-2014.ts';
import { eu2021 } from './eu-2021.ts';
import { ukspf } from './ukspf.ts';
import { usSba641 } from './us-sba-641.ts';

/** The rule sets that come with the product, complete; a programme copies one and edits the copy. */
export const shippedRuleSets: readonly RuleSet[] = [erdfEngland2014, ukspf, eu2021, usSba641].map(
  (set) => ruleSetSchema.parse(set),
);

/** A shipped rule set by its code; throws for a code that was never shipped. */
export function shippedRuleSet(code: string): RuleSet {
  const found = shippedRuleSets.find((set) => set.code === code);
  if (!found) throw new Error(`no shipped rule set is called ${code}`);
  return found;
}
