import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedRuleSet } from '../programmes/shipped-rule-sets/shipped.ts';
import { type RelatedFirm, sizeOfYear } from './size.ts';

const rules = shippedRuleSet('erdf-england-2014-20').size;
const figures = (staff: number) => ({
  staffHundredths: staff * 100,
  turnoverMinor: 0,
  balanceSheetMinor: 0,
});

interface Net {
  staff: number[];
  /** Who, in whom, capital, votes, control. */
  edges: [number, number, number, number, boolean][];
}

/** The sentences of articles 3(2), 3(3) and 6 on a table of firms, without trees: firm 0 is the enterprise. */
function plainSum({ staff, edges }: Net): number {
  const group = staff.map((_, firm) => firm);
  const of = (firm: number) => staff.map((_, at) => at).filter((at) => group[at] === group[firm]);
  const share = (from: readonly number[], to: number, column: 2 | 3) =>
    edges
      .filter((edge) => from.includes(edge[0]) && edge[1] === to)
      .reduce((sum, edge) => sum + (column === 3 ? edge[3] : Math.max(edge[2], edge[3])), 0);
  for (let round = 0; round < staff.length; round += 1) {
    for (const a of staff.keys()) {
      for (const b of staff.keys()) {
        const isLed = edges.some((edge) => of(a).includes(edge[0]) && edge[1] === b && edge[4]);
        if (share(of(a), b, 3) > 50 || isLed) {
          const [from, to] = [group[b], group[a]];
          group.forEach((one, at) => {
            if (one === from) group[at] = to ?? one;
          });
        }
      }
    }
  }
  const own = of(0);
  return staff.reduce((sum, count, firm) => {
    if (own.includes(firm)) return sum + count * 100;
    const quarter = (percent: number) => (percent >= 25 ? percent : 0);
    const up = own.reduce((all, member) => all + quarter(share(of(firm), member, 2)), 0);
    const down = Math.max(...of(firm).map((one) => quarter(share(own, one, 2))));
    return sum + Math.round(count * Math.min(100, Math.max(up, down)));
  }, 0);
}

/** The same firms as they are recorded: each holding once, hung on the firm it was found from. */
function asRelations({ staff, edges }: Net): RelatedFirm[] {
  const left = new Set(edges);
  const from = (firm: number): RelatedFirm[] =>
    edges.flatMap((edge) => {
      const [holder, held, percent, votes, control] = edge;
      if (!left.has(edge) || (holder !== firm && held !== firm)) return [];
      left.delete(edge);
      const other = holder === firm ? held : holder;
      const change = { key: other === 0 ? '' : `firm ${other}`, votes, control };
      const direction = holder === firm ? ('held-by-us' as const) : ('holds-us' as const);
      return [
        {
          ...{ name: `Firm ${other}`, holder: 'enterprise' as const, direction, percent },
          ...{ underAngelLimit: true, consolidated: false, ...change },
          figures: figures(staff[other] ?? 0),
          relations: from(other),
        },
      ];
    });
  return from(0);
}

test('any net of firms adds up as the articles say', () => {
  const firm = fc.integer({ min: 0, max: 5 });
  const percent = fc.constantFrom(10, 20, 25, 30, 50, 51, 80);
  const edge = fc
    .tuple(firm, firm, percent, percent, fc.integer({ min: 0, max: 9 }))
    .filter(([a, b]) => a !== b);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 6, maxLength: 6 }),
      fc.uniqueArray(edge, { maxLength: 9, selector: ([a, b]) => `${a} ${b}` }),
      (staff, list) => {
        const edges = list.map(([a, b, c, v, n]): Net['edges'][number] => [a, b, c, v, n === 0]);
        const net = { staff, edges };
        const { total } = sizeOfYear(
          {
            yearEnd: '2025-12-31',
            figures: figures(staff[0] ?? 0),
            relations: asRelations(net),
            estimated: false,
          },
          rules,
        );
        const isReached = reachedFrom0(edges);
        const reached = staff.map((count, at) => (isReached.has(at) ? count : 0));
        expect(total.staffHundredths).toBe(plainSum({ staff: reached, edges }));
      },
    ),
    { numRuns: 300 },
  );
});

function reachedFrom0(edges: Net['edges']): Set<number> {
  const reached = new Set([0]);
  for (let round = 0; round < 6; round += 1) {
    for (const [a, b] of edges) {
      if (reached.has(a) || reached.has(b)) {
        reached.add(a);
        reached.add(b);
      }
    }
  }
  return reached;
}
