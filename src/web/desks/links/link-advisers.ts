import { sql } from 'kysely';
import { advisersOf, advisersOfPerson } from '../../../modules/matching/own-page/reads.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Link } from '../../../platform/links.ts';

/** Whom the holder of a link rings: about what the letter was, or about everything on their own page. */
export async function advisersBehind(tx: Tx, ctx: Ctx, link: Link) {
  const now = ctx.clock.now();
  if (link.subjectId === null) return advisersOfPerson(tx, now, link.personId ?? '');
  const own = [...ctx.actor.ownEnterpriseIds];
  const id = link.subjectId;
  const found = await sql<{ enrolmentId: string }>`
    select d.enrolment_id as "enrolmentId" from offer o
      join need d on d.org_id = o.org_id and d.id = o.need_id where o.id = ${id}::uuid
    union select t.enrolment_id from match t where t.id = ${id}::uuid
    union select d.enrolment_id from shortlist s
      join need d on d.org_id = s.org_id and d.id = s.need_id where s.id = ${id}::uuid
    union select t.enrolment_id from fit_check f
      join match t on t.org_id = f.org_id and t.id = f.match_id where f.id = ${id}::uuid
    union select t.enrolment_id from mentor_feedback b
      join match t on t.org_id = b.org_id and t.id = b.match_id where b.id = ${id}::uuid
    union select g.enrolment_id from diagnosis g where g.id = ${id}::uuid
    union select x.enrolment_id from session_enterprise x
      join enrolment n on n.org_id = x.org_id and n.id = x.enrolment_id
      where x.session_id = ${id}::uuid and n.enterprise_id = any(${own}::uuid[])`.execute(tx);
  return advisersOf(
    tx,
    now,
    found.rows.map((row) => row.enrolmentId),
  );
}
