import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Sharing } from '../../enterprises/sharing.ts';
import type { AreaKey } from '../../programmes/area.ts';

/** What the firm said about being introduced; null when it was not asked yet. */
export async function sharingSaid(tx: Tx, enrolmentId: string): Promise<Sharing | null> {
  const row = await tx
    .selectFrom('enrolment')
    .select('sharing')
    .where('id', '=', enrolmentId)
    .executeTakeFirst();
  return (row?.sharing ?? null) as Sharing | null;
}

/** The same for the two of a match: the firm agreed to this mentor, or to all who say yes. */
export async function sharesInMatch(tx: Tx, matchId: string): Promise<boolean> {
  const found = await sql<{ shares: boolean }>`
    select n.sharing is not distinct from 'at-yes' or coalesce(o.firm_agreed, false) as shares
    from match t
    join enrolment n on n.org_id = t.org_id and n.id = t.enrolment_id
    left join offer o on o.org_id = t.org_id and o.id = t.offer_id
    where t.id = ${matchId}::uuid`.execute(tx);
  return found.rows[0]?.shares ?? false;
}

export interface SeenBy {
  offerId: string;
  mentor: string;
  area: AreaKey;
  offeredAt: string;
  /** False for offers made before firms had no name in them. */
  isUnnamed: boolean;
  /** When they learnt who the firm is; null: never. */
  namedAt: string | null;
  sharesDiagnosis: boolean;
}

export interface SharingOfFirm {
  enrolmentId: string;
  enterpriseId: string;
  enterprise: string;
  zone: string;
  sharing: Sharing | null;
  sharingOn: CalendarDate | null;
  sharedBy: string | null;
  seenBy: SeenBy[];
}

/** What firms said about being introduced, and which mentor was shown what, when: the newest first. */
export async function sharingOf(
  tx: Tx,
  which: { enrolmentId: string } | { enterpriseIds: readonly string[] },
): Promise<SharingOfFirm[]> {
  const found = await sql<SharingOfFirm>`
    select n.id as "enrolmentId", n.enterprise_id as "enterpriseId", e.name as enterprise, g.zone,
      n.sharing, n.sharing_on as "sharingOn", p.name as "sharedBy",
      coalesce((select jsonb_agg(jsonb_build_object('offerId', o.id, 'mentor', q.name,
          'area', d.area, 'offeredAt', o.offered_at, 'isUnnamed', o.outline <> '',
          'namedAt', case when o.state = 'accepted' then o.answered_at end,
          'sharesDiagnosis', coalesce(o.shares_diagnosis, o.outline = ''))
          order by o.offered_at desc)
        from offer o
        join need d on d.org_id = o.org_id and d.id = o.need_id and d.enrolment_id = n.id
        join mentor m on m.org_id = o.org_id and m.id = o.mentor_id
        join person q on q.org_id = m.org_id and q.id = m.person_id
        where o.org_id = n.org_id), '[]') as "seenBy"
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join programme g on g.org_id = n.org_id and g.id = n.programme_id
    left join person p on p.org_id = n.org_id and p.id = n.sharing_by
    where ${
      'enrolmentId' in which
        ? sql`n.id = ${which.enrolmentId}::uuid`
        : sql`n.enterprise_id = any(${[...which.enterpriseIds]}::uuid[])`
    }
    order by e.name, n.id`.execute(tx);
  return found.rows;
}

export interface FirmWithoutWord {
  enrolmentId: string;
  enterprise: string;
  /** When it was last asked by letter. */
  askedAt: string | null;
}

/** Firms of a programme that have not said when a mentor may learn who they are, by name. */
export async function firmsWithoutWord(tx: Tx, programmeId: string): Promise<FirmWithoutWord[]> {
  const found = await sql<FirmWithoutWord>`
    select n.id as "enrolmentId", e.name as enterprise,
      (select max(l.created_at) from mail l where l.org_id = n.org_id and l.about_id = n.id
        and l.kind = 'ask-sharing' and l.state not in ('failed', 'cancelled')) as "askedAt"
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where n.programme_id = ${programmeId}::uuid and n.state in ('applied', 'eligible')
      and n.sharing is null
    order by e.name, n.id
    limit 500`.execute(tx);
  return found.rows;
}
