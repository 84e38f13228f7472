import type { Cell } from './panel.ts';

/** A forecast that might as well have come: needs by cell, and the factor of each function. */
export interface Forecast {
  readonly needs: readonly number[];
  readonly factors: ReadonlyMap<string, number>;
}

/**
 * Draws forecasts around the one given, the same for the same salt. A function's demand moves as a whole by a
 * log-normal factor of mean 1, since what one expects wrongly one expects wrongly everywhere; each cell is
 * Poisson around that.
 */
export function drawForecasts(
  demand: readonly Cell[],
  { count, uncertainty, salt }: { count: number; uncertainty: number; salt: string },
): Forecast[] {
  const random = randomFrom(salt);
  const functions = [...new Set(demand.map((cell) => cell.function))].sort();
  return Array.from({ length: count }, () => {
    const factors = new Map(
      functions.map((name) => [
        name,
        Math.exp(uncertainty * normal(random) - (uncertainty * uncertainty) / 2),
      ]),
    );
    const needs = demand.map((cell) => poisson(cell.needs * factors.get(cell.function)!, random));
    return { needs, factors };
  });
}

/** Numbers from 0 to 1, the same for the same text (mulberry32 seeded by FNV-1a). */
function randomFrom(text: string): () => number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Knuth's product up to 60; above, the normal distribution is close enough for a forecast. */
function poisson(mean: number, random: () => number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; count++) product *= random();
  return Math.max(0, count);
}
