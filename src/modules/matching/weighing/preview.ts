import type { AreaKey } from '../../programmes/area.ts';
import type { Desk } from '../allocation/desk.ts';
import { rankMentors } from '../ranking.ts';
import { type MatchWeights, partKeys, weightsSchema } from '../weights.ts';

interface Best {
  name: string;
  /** 0 to 10,000. */
  total: number;
}

export interface ChangedNeed {
  needId: string;
  enterpriseName: string;
  area: AreaKey;
  before: Best;
  after: Best;
}

export interface WeightsPreview {
  /** Needs without a match for which somebody can be asked. */
  needs: number;
  changed: ChangedNeed[];
}

/** The open needs whose first mentor is another one under the new weights, by the same ranking as their own page. */
export function weightsPreview(
  desk: Pick<Desk, 'needs' | 'mentors' | 'weights'>,
  weights: MatchWeights,
): WeightsPreview {
  const candidates = desk.mentors.map((each) => each.candidate);
  const names = new Map(desk.mentors.map((each) => [each.id, each.name]));
  const preview: WeightsPreview = { needs: 0, changed: [] };
  for (const need of desk.needs) {
    if (need.held?.kind === 'match') continue;
    const bestBy = (by: MatchWeights) =>
      rankMentors(need.wanted, candidates, by, { limit: 1 }).ranked[0];
    const [before, after] = [bestBy(desk.weights), bestBy(weights)];
    if (!before || !after) continue;
    preview.needs += 1;
    if (before.mentorId === after.mentorId) continue;
    const shown = ({ mentorId, total }: typeof before) => ({
      name: names.get(mentorId) ?? '',
      total,
    });
    preview.changed.push({
      needId: need.id,
      enterpriseName: need.enterpriseName,
      area: need.area,
      before: shown(before),
      after: shown(after),
    });
  }
  return preview;
}

/** Weights as they stand in an address: eight whole numbers parted by dots; null when they are not. */
export function weightsInAddress(text: string | null): MatchWeights | null {
  const numbers = (text ?? '').split('.').map(Number);
  if (numbers.length !== partKeys.length) return null;
  const read = Object.fromEntries(partKeys.map((key, at) => [key, numbers[at]]));
  const parsed = weightsSchema.safeParse(read);
  return parsed.success ? parsed.data : null;
}

export function addressOfWeights(weights: MatchWeights): string {
  return partKeys.map((key) => weights[key]).join('.');
}
