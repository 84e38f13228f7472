import type { Enterprise, PortfolioInput } from '../portfolio/portfolio.ts';
import { seeded } from './random-panel.ts';

/** Enterprises with two levels each, a free and a restricted pot, scenarios from poor to rich. */
export function randomPortfolio(
  seed: number,
  size: { enterprises: number; scenarios: number },
): PortfolioInput {
  const random = seeded(seed);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const enterprises = Array.from({ length: size.enterprises }, (_, at): Enterprise => {
    const cost = whole(2, 12) * 10_000;
    const value = whole(10, 60);
    const name = ['finance', 'export'][whole(0, 1)]!;
    return {
      id: `b${String(at).padStart(3, '0')}`,
      tags: [...(whole(0, 1) === 0 ? ['small'] : []), ...(whole(0, 2) === 0 ? ['green'] : [])],
      levels: [
        { id: 'light', value, cost, minutes: new Map([[name, 300]]) },
        {
          id: 'intense',
          value: value + whole(5, 50),
          cost: cost + whole(2, 15) * 10_000,
          minutes: new Map([[name, whole(5, 12) * 100]]),
        },
      ],
      promised: 0,
    };
  });
  const total = size.enterprises * 60_000;
  return {
    pots: [
      { id: 'free', tags: [] },
      { id: 'green money', tags: ['green'] },
    ],
    scenarios: Array.from({ length: size.scenarios }, (_, at) => ({
      id: `scenario ${at + 1}`,
      weight: whole(1, 3),
      pots: new Map([
        ['free', Math.round((total * (at + 1)) / (2 * size.scenarios))],
        ['green money', Math.round(total / 6)],
      ]),
      minutes: new Map([
        ['finance', size.enterprises * 200],
        ['export', size.enterprises * 250],
      ]),
    })),
    enterprises,
    shares: [{ name: 'small firms', tag: 'small', percent: 40, of: 'money' }],
    frontier: null,
  };
}
