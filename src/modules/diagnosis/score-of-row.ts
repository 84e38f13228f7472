import type { AreaKey, Maturity } from './areas.ts';
import type { AreaScore, Degree } from './diagnosis.ts';

export interface ScoreRow {
  area: string;
  self_maturity: number | null;
  adviser_maturity: number | null;
  importance: number | null;
  urgency: number | null;
  note: string;
}

/** The areas that the adviser scored whole; an area left out or half filled in is not a score. */
export function completeScores(rows: readonly ScoreRow[], confidence: number | null): AreaScore[] {
  const scores: AreaScore[] = [];
  for (const row of rows) {
    if (row.adviser_maturity === null || row.importance === null || row.urgency === null) continue;
    scores.push({
      area: row.area as AreaKey,
      maturity: row.adviser_maturity as Maturity,
      importance: row.importance as Degree,
      urgency: row.urgency as Degree,
      selfMaturity: row.self_maturity as Maturity | null,
      note: row.note,
      confidence: (confidence ?? 0) as Degree,
    });
  }
  return scores;
}

/**
 * A draft as the adviser may see it: the firm's own score of an area only once the adviser has scored it.
 * A number on the screen pulls the next one towards it.
 */
export function withoutSteering(rows: readonly ScoreRow[]): ScoreRow[] {
  return rows.map((row) => (row.adviser_maturity === null ? { ...row, self_maturity: null } : row));
}

/** Maturity of each scored area as adviser and firm see it. */
export function scoresBySide(rows: readonly ScoreRow[]) {
  return rows.map((row) => ({
    area: row.area as AreaKey,
    adviser: row.adviser_maturity,
    own: row.self_maturity,
  }));
}
