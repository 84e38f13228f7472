import type { Applicant, Cell, PanelInput } from '../panel/panel.ts';

/** A seeded panel question of the size of a programme. */
export function randomPanel(
  seed: number,
  size: { applicants: number; seats: number; functions?: number; sectors?: number },
): PanelInput {
  const random = seeded(seed);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const functions = names('f', size.functions ?? 8);
  const sectors = names('s', size.sectors ?? 5);
  const pick = (from: readonly string[], count: number, least: number) =>
    new Map(
      Array.from({ length: count }, () => [from[whole(0, from.length - 1)]!, whole(least, 100)]),
    );
  const applicants = Array.from({ length: size.applicants }, (_, at): Applicant => ({
    id: `a${String(at).padStart(4, '0')}`,
    score: whole(40, 100),
    places: whole(1, 5),
    cost: whole(3, 9) * 100,
    functions: pick(functions, whole(1, 3), 40),
    sectors: pick(sectors, whole(1, 3), 30),
    styles: new Map([[['direct', 'patient'][whole(0, 1)]!, 100]]),
    tags: [whole(0, 2) === 0 ? 'north' : 'south'],
    decided: null,
  }));
  const demand = functions.flatMap((name) =>
    sectors.map((sector): Cell => ({ function: name, sector, style: null, needs: whole(0, 4) })),
  );
  return {
    seats: size.seats,
    applicants,
    demand,
    quotas: [
      { name: 'from the north', by: 'tag', of: 'north', level: 1, min: 4, max: size.seats },
      { name: 'patient', by: 'style', of: 'patient', level: 1, min: 3, max: size.seats - 3 },
    ],
    minimumScore: 50,
    budget: size.seats * 620,
    coverage: 70,
    resamples: 0,
    uncertainty: 0.3,
    salt: '',
  };
}

export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function names(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}${at}`);
}
