import { z } from 'zod';
import { areaKeys } from '../programmes/area.ts';

const degree = z.int().min(0).max(3).nullable().default(null);
const maturity = z.int().min(0).max(5).nullable().default(null);

/** The adviser's view of one area: maturity 0–5, importance and urgency 0–3, a note. */
export const adviserScoreSchema = z.strictObject({
  area: z.enum(areaKeys),
  maturity,
  importance: degree,
  urgency: degree,
  note: z.string().trim().max(2000).default(''),
});

/** The firm's own view of one area. */
export const selfScoreSchema = z.strictObject({ area: z.enum(areaKeys), maturity });
