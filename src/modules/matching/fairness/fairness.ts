import { type Clustered, holm, permutationTest } from './permutation.ts';
import { fewestTold, suppressed } from './suppression.ts';

/** By what firms are told apart. What a founder is, is not recorded anywhere, so it is not among them. */
export const dimensions = ['size', 'sector', 'place', 'stage'] as const;
export type Dimension = (typeof dimensions)[number];

export const dimensionWords: Record<Dimension, string> = {
  size: 'Size of the firm',
  sector: 'Sector',
  place: 'Place',
  stage: 'Stage',
};

/** What is asked of every group. */
export const measures = ['served', 'fit', 'days'] as const;
export type Measure = (typeof measures)[number];

export const measureWords: Record<Measure, string> = {
  served: 'The share served',
  fit: 'Mean fit',
  days: 'Mean waiting',
};

/** One need, with what its firm is and how it fared. */
export interface FairnessCase {
  needId: string;
  enterpriseId: string;
  /** Shown as it is; null: not recorded. */
  group: Readonly<Record<Dimension, string | null>>;
  served: boolean;
  /** 0 to 10,000; null when not served or not known. */
  fit: number | null;
  /** Waited until served, or until the allocation; null when that is not over. */
  days: number | null;
}

export interface GroupLine {
  group: string;
  firms: number;
  needs: number;
  /** Null: too few firms stand behind it, or another group could be worked out from it. */
  served: number | null;
  fit: number | null;
  days: number | null;
}

export interface DimensionReport {
  dimension: Dimension;
  /** The groups that may be told, the largest first. */
  lines: GroupLine[];
  /** Those that may not, together; null where there are none, or too few even so. */
  others: GroupLine | null;
  /** How many groups are not told one by one. */
  hidden: number;
  /** Firms of which the dimension is not recorded. */
  notKnown: number;
  /** How easily chance alone would make such a difference, raised for the number of questions asked. */
  chance: Record<Measure, number | null>;
}

export interface FairnessReport {
  all: GroupLine;
  dimensions: DimensionReport[];
}

const unknown = '';

function valueOf(each: FairnessCase, measure: Measure): number | null {
  if (measure === 'served') return each.served ? 1 : 0;
  return each[measure];
}

function firmsOf(cases: readonly FairnessCase[]): number {
  return new Set(cases.map((each) => each.enterpriseId)).size;
}

function meanOf(cases: readonly FairnessCase[], measure: Measure): number | null {
  const values = cases.flatMap((each) => valueOf(each, measure) ?? []);
  const behind = cases.filter((each) => valueOf(each, measure) !== null);
  if (firmsOf(behind) < fewestTold) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function lineOf(group: string, cases: readonly FairnessCase[]): GroupLine {
  const mean = (measure: Measure) => meanOf(cases, measure);
  return {
    group,
    firms: firmsOf(cases),
    needs: cases.length,
    served: mean('served'),
    fit: mean('fit'),
    days: mean('days'),
  };
}

/** How groups of firms fared, told only of groups of five firms or more, with how easily chance does the same. */
export function fairnessOf(cases: readonly FairnessCase[]): FairnessReport {
  const reports = dimensions.map((dimension) => dimensionOf(cases, dimension));
  const asked = reports.flatMap((report) => measures.map((measure) => ({ report, measure })));
  const raised = holm(asked.map(({ report, measure }) => report.chance[measure]));
  for (const [at, { report, measure }] of asked.entries()) {
    report.chance[measure] = raised[at] ?? null;
  }
  return { all: lineOf('All', cases), dimensions: reports };
}

function dimensionOf(cases: readonly FairnessCase[], dimension: Dimension): DimensionReport {
  const groups = Map.groupBy(cases, (each) => each.group[dimension] ?? unknown);
  const counted = (measure: Measure | null) =>
    [...groups].map(([group, own]) => ({
      group,
      firms: firmsOf(own.filter((each) => measure === null || valueOf(each, measure) !== null)),
    }));
  // What is not recorded is a group like others here: it could be taken from the total as well.
  const hidden = suppressed(counted(null));
  const hiddenBy = new Map(
    measures.map((measure) => [measure, suppressed(counted(measure), hidden)] as const),
  );
  const lines = [...groups]
    .filter(([group]) => group !== unknown && !hidden.has(group))
    .map(([group, own]) => {
      const line = lineOf(group, own);
      for (const measure of measures) {
        if (hiddenBy.get(measure)?.has(group)) line[measure] = null;
      }
      return line;
    })
    .toSorted((a, b) => b.firms - a.firms || (a.group < b.group ? -1 : 1));
  const rest = cases.filter((each) => hidden.has(each.group[dimension] ?? unknown));
  const notKnown = hidden.has(unknown) ? 0 : firmsOf(groups.get(unknown) ?? []);
  return {
    dimension,
    lines,
    others: hidden.size >= 2 && firmsOf(rest) >= fewestTold ? lineOf('Others', rest) : null,
    hidden: hidden.size,
    notKnown,
    chance: {
      served: chanceOf(cases, dimension, 'served'),
      fit: chanceOf(cases, dimension, 'fit'),
      days: chanceOf(cases, dimension, 'days'),
    },
  };
}

function chanceOf(
  cases: readonly FairnessCase[],
  dimension: Dimension,
  measure: Measure,
): number | null {
  const firms = new Map<string, Clustered>();
  for (const each of cases) {
    const group = each.group[dimension];
    const value = valueOf(each, measure);
    if (group === null || value === null) continue;
    const firm = firms.get(each.enterpriseId) ?? { group, sum: 0, count: 0 };
    firms.set(each.enterpriseId, { group, sum: firm.sum + value, count: firm.count + 1 });
  }
  const ordered = [...firms].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, firm]) => firm);
  return permutationTest(ordered);
}

/** The findings in sentences, those that are hardly chance first; empty where nothing can be told. */
export function findingsOf(report: FairnessReport): string[] {
  return report.dimensions
    .flatMap(({ dimension, chance }) => measures.map((measure) => ({ dimension, measure, chance })))
    .filter(({ chance, measure }) => (chance[measure] ?? 1) < 0.05)
    .toSorted((a, b) => (a.chance[a.measure] ?? 1) - (b.chance[b.measure] ?? 1))
    .map(
      ({ dimension, measure, chance }) =>
        `${measureWords[measure]} differs by ${dimensionWords[dimension].toLowerCase()}, which is ${(chance[measure] ?? 1) < 0.01 ? 'very unlikely to be' : 'hardly'} chance. Look at why.`,
    );
}
