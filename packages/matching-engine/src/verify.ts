import { hashInput } from './input-hash.ts';
import type { MatchInput, MatchResult } from './problem.ts';

export type Verdict = { ok: true } | { ok: false; at: string; why: string };

/**
 * Checks a result against its input from nothing but the two: pairs exist, places hold, nobody twice, and the prices
 * and values bound every allocation by exactly what this one reaches (weak duality of linear programming). Knows
 * nothing of how the result was found. O(pairs).
 */
export function verify(input: MatchInput, result: MatchResult): Verdict {
  const wrong = (at: string, why: string): Verdict => ({ ok: false, at, why });
  if (result.certificate?.format !== 1) return wrong('certificate', 'is not of format 1');
  if (result.certificate.inputHash !== hashInput(input)) {
    return wrong('certificate.inputHash', 'belongs to another input');
  }
  const pairOf = new Map<string, { mentor: string; fit: number }>();
  const load = new Map<string, number>();
  for (const { need, mentor, fit } of result.assigned) {
    if (pairOf.has(need)) return wrong(`need ${need}`, 'is assigned twice');
    pairOf.set(need, { mentor, fit });
    load.set(mentor, (load.get(mentor) ?? 0) + 1);
  }
  const resting = new Set(result.unmatched);
  if (resting.size !== result.unmatched.length) return wrong('unmatched', 'names a need twice');
  const places = new Map(input.mentors.map((mentor) => [mentor.id, mentor.places]));
  const loyalty = new Map((input.existing ?? []).map((pair) => [pair.need, pair]));
  let dual = 0;
  for (const { id } of input.mentors) {
    const price = result.prices[id];
    if (price === undefined || !Number.isSafeInteger(price))
      return wrong(`mentor ${id}`, 'has no whole price');
    if (price < 0) return wrong(`mentor ${id}`, 'has a price below nothing');
    const taken = load.get(id) ?? 0;
    if (taken > (places.get(id) ?? 0)) return wrong(`mentor ${id}`, 'has more needs than places');
    if (price > 0) dual += price * (places.get(id) ?? 0);
  }
  let objective = 0;
  let primal = 0;
  for (const need of input.needs) {
    const at = `need ${need.id}`;
    const value = result.values[need.id];
    if (value === undefined || !Number.isSafeInteger(value)) return wrong(at, 'has no whole value');
    dual += value;
    const pair = pairOf.get(need.id);
    const mentor = pair?.mentor;
    if ((mentor === undefined) !== resting.has(need.id))
      return wrong(at, 'is neither assigned nor unmatched, or both');
    const tie = loyalty.get(need.id);
    let fit: number | undefined;
    for (const each of need.pairs) {
      const bonus = tie?.mentor === each.mentor && tie.loyalty !== 'pinned' ? tie.loyalty : 0;
      const price = result.prices[each.mentor];
      if (price === undefined) return wrong(at, `names ${each.mentor}, who is no mentor`);
      if (each.mentor === mentor) {
        fit = each.fit;
        primal += each.fit + bonus;
      }
      // A pinned need has one choice only; its other pairs bound nothing.
      const bounds = tie?.loyalty !== 'pinned' || tie.mentor === each.mentor;
      if (bounds && value < each.fit + bonus - price)
        return wrong(at, `would gain with ${each.mentor}`);
    }
    if (tie?.loyalty === 'pinned') {
      if (mentor !== tie.mentor) return wrong(at, `left ${tie.mentor}, to whom it is pinned`);
    } else if (value < -need.unmatchedPenalty) return wrong(at, 'would gain by staying unmatched');
    if (mentor === undefined) {
      objective -= need.unmatchedPenalty;
      primal -= need.unmatchedPenalty;
    } else {
      if (fit === undefined)
        return wrong(at, `is assigned to ${mentor}, which is not among its pairs`);
      if (fit !== pair?.fit)
        return wrong(at, `has a fit of ${fit} with ${mentor}, not ${pair?.fit}`);
      objective += fit;
    }
    pairOf.delete(need.id);
    resting.delete(need.id);
  }
  const stranger = pairOf.keys().next().value ?? resting.keys().next().value;
  if (stranger !== undefined) return wrong(`need ${stranger}`, 'is not in the input');
  if (objective !== result.objective)
    return wrong('objective', `is ${objective}, not ${result.objective}`);
  if (primal !== dual)
    return wrong('certificate', `reaches ${primal}, but ${dual} is not ruled out`);
  if (String(primal) !== result.certificate.primal || String(dual) !== result.certificate.dual) {
    return wrong('certificate', 'states other sums than the result has');
  }
  return { ok: true };
}
