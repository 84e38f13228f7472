/**
 * Shares a total over quarters in whole numbers that differ by one at most; a total that is not whole is
 * shared in hundredths. The shares always sum to the total.
 */
export function spreadEvenly(total: number, quarters: number): number[] {
  if (quarters <= 0 || total < 0) return [];
  const unit = Number.isInteger(total) ? 1 : 100;
  const units = Math.round(total * unit);
  return Array.from({ length: quarters }, (_, at) => {
    const until = Math.floor((units * (at + 1)) / quarters);
    const before = Math.floor((units * at) / quarters);
    return (until - before) / unit;
  });
}
