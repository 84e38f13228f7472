import { sql } from 'kysely';
import type { Instant } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { nudgeAt } from './offer.ts';

export interface DueOffer {
  id: string;
  mentorId: string;
  enterpriseName: string;
  adviserId: string | null;
  offeredBy: string | null;
  offeredAt: string;
  answerBy: string;
  nudgedAt: string | null;
  zone: string;
  programme: string;
  enrolmentId: string;
  needId: string;
}

/**
 * Pending offers whose time is up, and those to remind of; with `locks`, those another run has not taken. `only` is
 * the id of a single one.
 */
export async function dueOffers(
  tx: Tx,
  now: string,
  { locks, only = null }: { locks: boolean; only?: string | null },
) {
  const pending = await sql<DueOffer>`
    select o.id, o.mentor_id as "mentorId", e.name as "enterpriseName",
      n.adviser_id as "adviserId", o.offered_by as "offeredBy", o.offered_at as "offeredAt",
      o.answer_by as "answerBy", o.nudged_at as "nudgedAt", g.zone, g.slug as programme,
      n.id as "enrolmentId", o.need_id as "needId"
    from offer o
    join need d on d.org_id = o.org_id and d.id = o.need_id
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join programme g on g.org_id = n.org_id and g.id = n.programme_id
    where o.state = 'pending' and (${only}::uuid is null or o.id = ${only}::uuid)
      and (o.answer_by <= ${now}::timestamptz
        or (o.nudged_at is null and o.answer_by <= ${now}::timestamptz + interval '10 days'))
    order by o.id
    ${locks ? sql`for update of o skip locked` : sql``}`.execute(tx);
  const expired: DueOffer[] = [];
  const toNudge: DueOffer[] = [];
  for (const offer of pending.rows) {
    if (offer.answerBy <= now) {
      expired.push(offer);
      continue;
    }
    const at = nudgeAt(offer.offeredAt, offer.answerBy, offer.zone);
    if (at !== null && at <= now) toNudge.push(offer);
  }
  return { expired, toNudge };
}

/** Shortlists whose last day to choose is over where their programme runs. */
export async function lateShortlists(
  tx: Tx,
  now: Instant,
  only: string | null = null,
): Promise<string[]> {
  const late = await sql<{ id: string }>`
    select x.id from shortlist x
    join need d on d.org_id = x.org_id and d.id = x.need_id
    join enrolment n on n.org_id = d.org_id and n.id = d.enrolment_id
    join programme g on g.org_id = n.org_id and g.id = n.programme_id
    where x.state = 'sent' and (${only}::uuid is null or x.id = ${only}::uuid)
      and x.choose_by < (${now}::timestamptz at time zone g.zone)::date
    order by x.id`.execute(tx);
  return late.rows.map(({ id }) => id);
}
