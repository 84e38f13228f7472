/** Deals each entry of a list once, so that no two firms say the same; undefined when all are dealt. */
export function createDealer(): <T>(list: readonly T[]) => T | undefined {
  const dealt = new Map<readonly unknown[], number>();
  return (list) => {
    const at = dealt.get(list) ?? 0;
    dealt.set(list, at + 1);
    return list[at];
  };
}
