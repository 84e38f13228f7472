import type { CalendarDate } from '../../kernel/calendar.ts';
import { type AreaKey, type Maturity, areaKeys, areas } from './areas.ts';

/** 0 not at all … 3 very. */
export type Degree = 0 | 1 | 2 | 3;

export interface AreaScore {
  area: AreaKey;
  /** The adviser's view. */
  maturity: Maturity;
  importance: Degree;
  urgency: Degree;
  /** The firm's own view of its maturity; null when it was not asked. */
  selfMaturity: Maturity | null;
  note: string;
  /** How sure the adviser is, 0 to 3. */
  confidence: Degree;
}

export interface Diagnosis {
  version: number;
  on: CalendarDate;
  scores: readonly AreaScore[];
  /** What the firm says it needs, and what the adviser found. */
  statedNeed: { area: AreaKey | null; words: string };
  realNeed: { area: AreaKey | null; words: string };
}

/** Room to grow × importance × (1 + urgency): 0 to 60; what is not important never has priority. */
export function priorityScore(
  score: Pick<AreaScore, 'maturity' | 'importance' | 'urgency'>,
): number {
  return (5 - score.maturity) * score.importance * (1 + score.urgency);
}

export interface Priority {
  area: AreaKey;
  score: number;
  because: string;
}

/** The highest priorities; ties go to the more urgent, then the less mature, then the order of areas. */
export function topPriorities(scores: readonly AreaScore[], count = 3): Priority[] {
  return scores
    .filter((score) => priorityScore(score) > 0)
    .toSorted(
      (a, b) =>
        priorityScore(b) - priorityScore(a) ||
        b.urgency - a.urgency ||
        a.maturity - b.maturity ||
        areaKeys.indexOf(a.area) - areaKeys.indexOf(b.area),
    )
    .slice(0, count)
    .map((score) => ({
      area: score.area,
      score: priorityScore(score),
      because: `${areas[score.area].label}: ${5 - score.maturity} steps to grow × importance ${score.importance} × (1 + urgency ${score.urgency}) = ${priorityScore(score)}.`,
    }));
}

/** Areas that firm and adviser see two steps or more apart; positive when the firm rates itself higher. */
export function differentViews(scores: readonly AreaScore[]): { area: AreaKey; gap: number }[] {
  return scores
    .flatMap(({ area, maturity, selfMaturity }) =>
      selfMaturity === null ? [] : [{ area, gap: selfMaturity - maturity }],
    )
    .filter(({ gap }) => Math.abs(gap) >= 2)
    .toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
}

export interface AreaChange {
  area: AreaKey;
  before: Maturity | null;
  after: Maturity | null;
  /** Null when one version did not look at the area. */
  change: number | null;
}

/** Two versions area by area, in the fixed order, for the picture and for impact. */
export function compareDiagnoses(
  before: Pick<Diagnosis, 'scores'>,
  after: Pick<Diagnosis, 'scores'>,
): AreaChange[] {
  const maturityIn = (diagnosis: Pick<Diagnosis, 'scores'>, area: AreaKey) =>
    diagnosis.scores.find((score) => score.area === area)?.maturity ?? null;
  return areaKeys.flatMap((area) => {
    const was = maturityIn(before, area);
    const is = maturityIn(after, area);
    if (was === null && is === null) return [];
    const change = was === null || is === null ? null : is - was;
    return [{ area, before: was, after: is, change }];
  });
}

/** Whether the adviser found another area than the firm asked about, in words; null when they agree. */
export function needDiffers(diagnosis: Pick<Diagnosis, 'statedNeed' | 'realNeed'>): string | null {
  const stated = diagnosis.statedNeed.area;
  const real = diagnosis.realNeed.area;
  if (stated === null || real === null || stated === real) return null;
  return `Asked for ${areas[stated].label.toLowerCase()}; the adviser found ${areas[real].label.toLowerCase()}.`;
}

/** What is wrong with a set of scores; empty when it can be saved as a version. */
export function diagnosisProblems(scores: readonly AreaScore[]): string[] {
  const seen = new Set(scores.map((score) => score.area));
  const problems: string[] = [];
  if (scores.length === 0) problems.push('Score at least one area.');
  if (seen.size !== scores.length) problems.push('An area is scored twice.');
  return problems;
}
