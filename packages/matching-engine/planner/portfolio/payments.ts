/**
 * Who pays: `costs` of enterprises from pots that hold `amounts`, each enterprise from the pots of its set of bits.
 * Narrow pots pay first, so that what is left can be used for most. Null when the pots cannot pay.
 * Gives amounts by enterprise and pot. Augmenting paths, exact in whole numbers.
 */
export function payments(
  costs: readonly number[],
  open: readonly number[],
  amounts: readonly number[],
): number[][] | null {
  const paid = costs.map(() => amounts.map(() => 0));
  const left = [...amounts];
  const users = amounts.map((_, pot) => open.filter((set) => set & (1 << pot)).length);
  const narrowFirst = amounts.map((_, pot) => pot).sort((a, b) => users[a]! - users[b]! || a - b);
  for (let enterprise = 0; enterprise < costs.length; enterprise++) {
    let due = costs[enterprise]!;
    while (due > 0) {
      const sum = pay(enterprise, due, { paid, left, open, narrowFirst });
      if (sum === 0) return null;
      due -= sum;
    }
  }
  return paid;
}

interface Books {
  readonly paid: number[][];
  readonly left: number[];
  readonly open: readonly number[];
  readonly narrowFirst: readonly number[];
}

/** Pays a part of what an enterprise is due, moving others to other pots where needed. */
function pay(enterprise: number, due: number, books: Books): number {
  const { paid, left, open, narrowFirst } = books;
  // From pot to the enterprise that asks for it, and from there to the pot that enterprise gives up.
  const askedBy = new Map<number, { enterprise: number; instead: number | null }>();
  const queue: number[] = [];
  const ask = (who: number, instead: number | null) => {
    for (const pot of narrowFirst) {
      if (askedBy.has(pot) || !(open[who]! & (1 << pot))) continue;
      askedBy.set(pot, { enterprise: who, instead });
      queue.push(pot);
    }
  };
  ask(enterprise, null);
  for (let at = 0; at < queue.length; at++) {
    const pot = queue[at]!;
    if (left[pot]! > 0) return movePayments(pot, due, books, askedBy);
    paid.forEach((own, other) => {
      if (own[pot]! > 0) ask(other, pot);
    });
  }
  return 0;
}

function movePayments(
  end: number,
  due: number,
  { paid, left }: Books,
  askedBy: ReadonlyMap<number, { enterprise: number; instead: number | null }>,
): number {
  let sum = Math.min(due, left[end]!);
  const steps: { pot: number; enterprise: number; instead: number | null }[] = [];
  for (let pot: number | null = end; pot !== null;) {
    const step: { enterprise: number; instead: number | null } = askedBy.get(pot)!;
    steps.push({ pot, ...step });
    if (step.instead !== null) sum = Math.min(sum, paid[step.enterprise]![step.instead]!);
    pot = step.instead;
  }
  for (const { pot, enterprise, instead } of steps) {
    paid[enterprise]![pot]! += sum;
    if (instead !== null) paid[enterprise]![instead]! -= sum;
  }
  left[end]! -= sum;
  return sum;
}
