import { type CalendarDate, daysBetween } from '../../../kernel/calendar.ts';
import type { MatchInput, MatchResult } from '../../../../packages/matching-engine/src/problem.ts';
import { authorities } from '../../programmes/authorities.ts';
import { type Stage, stageWords } from '../../programmes/programme.ts';
import { type SizeBand, sizeBandWords } from '../../programmes/rule-set.ts';
import { pointsOf } from '../allocation/allocation.ts';
import type { Dimension, FairnessCase } from './fairness.ts';
import type { NeedRow } from './reads.ts';

const placeNames = new Map(authorities.map((authority) => [authority.code, authority.name]));

function groupOf(row: NeedRow): Record<Dimension, string | null> {
  return {
    size: row.sizeBand === null ? null : (sizeBandWords[row.sizeBand as SizeBand] ?? row.sizeBand),
    sector: row.sector?.trim() || null,
    place:
      row.authorityCode === null ? null : (placeNames.get(row.authorityCode) ?? row.authorityCode),
    stage: row.stage === null ? null : (stageWords[row.stage as Stage] ?? row.stage),
  };
}

/** How the needs of a whole programme fared until now. */
export function programmeCases(rows: readonly NeedRow[]): FairnessCase[] {
  return rows.map((row) => ({
    needId: row.needId,
    enterpriseId: row.enterpriseId,
    group: groupOf(row),
    served: row.isServed,
    fit: row.isServed ? row.fit : null,
    days: row.introducedOn === null ? null : daysBetween(row.openedOn, row.introducedOn),
  }));
}

/** The needs that an allocation was to place: existing matches that could have moved are not among them. */
export function placedNeeds(input: MatchInput): string[] {
  const stays = new Set(
    (input.existing ?? []).filter((pair) => pair.loyalty !== 'pinned').map((pair) => pair.need),
  );
  return input.needs.filter((need) => !stays.has(need.id)).map((need) => need.id);
}

/** How the needs of one allocation fared in it, and how long they had waited by then. */
export function allocationCases(
  rows: readonly NeedRow[],
  result: MatchResult,
  closedOn: CalendarDate,
): FairnessCase[] {
  const fits = new Map(result.assigned.map((pair) => [pair.need, pair.fit]));
  return rows.map((row) => {
    const points = fits.get(row.needId);
    return {
      needId: row.needId,
      enterpriseId: row.enterpriseId,
      group: groupOf(row),
      served: points !== undefined,
      // The points of the solver count the need's priority, which is no part of the fit.
      fit: points === undefined ? null : (points * 10_000) / pointsOf(10_000, row.priority),
      days: Math.max(0, daysBetween(row.openedOn, closedOn)),
    };
  });
}
