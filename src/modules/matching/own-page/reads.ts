import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import { type WhomToRing, whomToRing } from '../../enterprises/advising/reads.ts';

const most = 3;

/** Whom a person without an account rings: the advisers of their firms or of the firms they mentor. */
export async function advisersOfPerson(
  tx: Tx,
  now: string,
  personId: string,
): Promise<WhomToRing[]> {
  const found = await sql<{ enrolmentId: string }>`
    select n.id as "enrolmentId"
    from enrolment n
    where n.state in ('applied', 'eligible') and (
      exists (select from enterprise_person r where r.org_id = n.org_id
        and r.enterprise_id = n.enterprise_id and r.person_id = ${personId}::uuid and r.to_on is null)
      or exists (select from match t join mentor m on m.org_id = t.org_id and m.id = t.mentor_id
        where t.org_id = n.org_id and t.enrolment_id = n.id and upper_inf(t.during)
          and m.person_id = ${personId}::uuid))
    order by n.id desc
    limit 20`.execute(tx);
  return advisersOf(
    tx,
    now,
    found.rows.map((row) => row.enrolmentId),
  );
}

/** Whom to ring about these enrolments, each adviser once; of the newest open programme where there is none. */
export async function advisersOf(
  tx: Tx,
  now: string,
  enrolmentIds: readonly string[],
): Promise<WhomToRing[]> {
  const advisers = new Map<string, WhomToRing>();
  for (const enrolmentId of enrolmentIds) {
    if (advisers.size === most) break;
    const adviser = await whomToRing(tx, now, { enrolmentId });
    if (adviser) advisers.set(adviser.personId, adviser);
  }
  if (advisers.size > 0) return [...advisers.values()];
  const programme = await tx
    .selectFrom('programme')
    .select('id')
    .orderBy(sql`state = 'closed'`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const one = programme && (await whomToRing(tx, now, { programmeId: programme.id }));
  return one ? [one] : [];
}
