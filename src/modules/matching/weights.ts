import { z } from 'zod';
import { plural } from '../../kernel/text.ts';
import type { ShownSetting } from '../people/history/setting-change.ts';

/** The parts of the score, in the order shown. Protected traits are not among them and cannot be added. */
export const partKeys = [
  'expertise',
  'sector',
  'stage',
  'style',
  'availability',
  'reach',
  'feedback',
  'training',
] as const;

export type PartKey = (typeof partKeys)[number];

export const partWords: Record<PartKey, string> = {
  expertise: 'Expertise for this need',
  sector: 'Sector and business model',
  stage: 'Stage and experience',
  style: 'Working style',
  availability: 'Common times',
  reach: 'Place or remote',
  feedback: 'Feedback so far',
  training: 'Induction and training',
};

export type MatchWeights = Record<PartKey, number>;

/** A judgement, not a science: the evidence on mentoring is weak, so a programme may change them. */
export const defaultWeights: MatchWeights = {
  expertise: 40,
  sector: 15,
  stage: 10,
  style: 12,
  availability: 8,
  reach: 5,
  feedback: 7,
  training: 3,
};

const weight = z.int().min(0).max(100);

/** Exactly the eight parts in whole points that sum to 100. */
export const weightsSchema = z
  .strictObject({
    expertise: weight,
    sector: weight,
    stage: weight,
    style: weight,
    availability: weight,
    reach: weight,
    feedback: weight,
    training: weight,
  })
  .refine((weights) => partKeys.reduce((sum, key) => sum + weights[key], 0) === 100, {
    message: 'The weights must sum to 100.',
  });

/** The weights as they are shown, so that two versions can be compared. */
export function shownWeights(weights: Readonly<Partial<Record<string, number>>>): ShownSetting[] {
  return partKeys.map((key) => ({
    ...{ key, field: partWords[key] },
    text: plural(weights[key] ?? 0, 'point'),
  }));
}
