import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';
import { formatMeasure, latestOfEach, measureKindWords } from '../measure.ts';
import { measuresOfFirms } from '../reads.ts';

/** What firms declared of staff, turnover and balance sheet, latest of each, in words, by firm. */
export async function declaredFigures(
  tx: Tx,
  enterpriseIds: readonly string[],
): Promise<Map<string, string[]>> {
  const measures = Map.groupBy(
    await measuresOfFirms(tx, enterpriseIds),
    ({ enterpriseId }) => enterpriseId,
  );
  return new Map([...measures].map(([id, rows]) => [id, wordsOf(rows)]));
}

function wordsOf(rows: Awaited<ReturnType<typeof measuresOfFirms>>): string[] {
  const latest = latestOfEach(rows);
  return (['staff', 'turnover', 'balance-sheet'] as const).flatMap((kind) => {
    const row = latest.get(kind);
    if (row?.source !== 'declaration') return [];
    const amount = formatMeasure(kind, row.amount, row.currency);
    return [
      kind === 'staff' ? `${amount} staff` : `${measureKindWords[kind].toLowerCase()} ${amount}`,
    ];
  });
}

/** A rate typed for any firm of the organisation, so that a month's rate is typed once; the newest. */
export async function latestRate(
  tx: Tx,
  from: string,
): Promise<{ perMillion: number; on: CalendarDate } | null> {
  const rows = await sql<{ perMillion: number; on: CalendarDate }>`
    select (r ->> 'perMillion')::int as "perMillion", r ->> 'on' as "on"
    from eligibility_test t
    cross join lateral (
      select t.facts -> 'rate' as r where t.facts ->> 'currency' = ${from}
      union all
      select a from jsonb_array_elements(
        case when jsonb_typeof(t.facts -> 'rates') = 'array' then t.facts -> 'rates' else '[]' end) a
      where a ->> 'from' = ${from}) found
    where t.test in ('size', 'subsidy-headroom') and jsonb_typeof(r) = 'object'
    order by r ->> 'on' desc, t.decided_at desc
    limit 1`.execute(tx);
  return rows.rows[0] ?? null;
}
