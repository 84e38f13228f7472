import { sql } from 'kysely';
import { dateInZone, formatDate } from '../../kernel/calendar.ts';
import { programmePaths } from '../../kernel/paths.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { cancelMail, queueMail } from '../../platform/mail/outbox.ts';
import { whomToRing } from '../enterprises/advising/reads.ts';
import { standsFrom } from '../matching/taking-back.ts';

const kind = 'session-disputed';

interface Disputed {
  sessionId: string;
  enrolmentId: string;
}

interface DisputedRow {
  enterprise: string;
  programme: string;
  zone: string;
  startsAt: string;
  dispute: string;
  /** When the firm said so. */
  at: string;
  mentors: { personId: string; name: string; email: string | null }[];
}

/**
 * Tells the adviser what the firm said, and the mentors that it said something, with whom to ring: what exactly, the
 * adviser tells them. The letters leave when the firm cannot take it back any more.
 */
export async function tellOfDispute(tx: Tx, ctx: Ctx, key: Disputed): Promise<void> {
  const row = await disputeOf(tx, key);
  if (!row) return;
  const adviser = await whomToRing(tx, ctx.clock.now(), { enrolmentId: key.enrolmentId });
  const day = formatDate(dateInZone(row.startsAt, row.zone));
  const subject = `${row.enterprise} says that the session of ${day} is not right`;
  const posting = {
    kind,
    about: ['session', key.sessionId] as const,
    notBefore: standsFrom(row.at),
  };
  const farewell = `With kind regards\n${ctx.org.name}`;
  if (adviser?.email && adviser.personId !== ctx.actor.personId) {
    const page = programmePaths(ctx.org.slug, row.programme).session(key.sessionId);
    const said = `${row.enterprise} says about the session of ${day}: “${row.dispute}”`;
    const next = `Its time counts again when you have settled it:\n${ctx.app.url}${page}`;
    await queueMail(tx, ctx, {
      to: { personId: adviser.personId, address: adviser.email, name: adviser.name },
      subject,
      body: [`Dear ${adviser.name},`, said, next, farewell].join('\n\n'),
      ...posting,
    });
  }
  const asks = adviser
    ? `${adviser.name} will ask both of you`
    : 'The programme will ask both of you';
  for (const mentor of row.mentors) {
    if (mentor.email === null) continue;
    const said = `${row.enterprise} says that something about your session of ${day} is not right as it was logged. ${asks} and settle it; until then its time does not count. If you see at once what is wrong, correct the session.`;
    await queueMail(tx, ctx, {
      to: { personId: mentor.personId, address: mentor.email, name: mentor.name },
      subject,
      body: [`Dear ${mentor.name},`, said, farewell].join('\n\n'),
      answersTo: adviser?.personId,
      ...posting,
    });
  }
}

/** Takes back the letters about a firm's dispute that have not left; those about another firm's stay. */
export async function untellDispute(tx: Tx, ctx: Ctx, key: Disputed): Promise<void> {
  if ((await cancelMail(tx, key.sessionId, kind)) === 0) return;
  const others = await tx
    .selectFrom('session_enterprise')
    .select('enrolment_id as enrolmentId')
    .where('session_id', '=', key.sessionId)
    .where('enrolment_id', '<>', key.enrolmentId)
    .where('confirmation', '=', 'disputed')
    .execute();
  for (const { enrolmentId } of others) {
    await tellOfDispute(tx, ctx, { sessionId: key.sessionId, enrolmentId });
  }
}

async function disputeOf(tx: Tx, key: Disputed): Promise<DisputedRow | null> {
  const found = await sql<DisputedRow>`
    select e.name as enterprise, g.slug as programme, g.zone, s.starts_at as "startsAt", x.dispute,
      x.confirmed_at as at,
      coalesce((select jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name,
          'email', p.email) order by p.name)
        from session_mentor k
        join mentor m on m.org_id = k.org_id and m.id = k.mentor_id
        join person p on p.org_id = m.org_id and p.id = m.person_id
        where k.org_id = s.org_id and k.session_id = s.id and p.removed_at is null), '[]') as mentors
    from session_enterprise x
    join session s on s.org_id = x.org_id and s.id = x.session_id
    join enrolment n on n.org_id = x.org_id and n.id = x.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join programme g on g.org_id = n.org_id and g.id = n.programme_id
    where x.session_id = ${key.sessionId}::uuid and x.enrolment_id = ${key.enrolmentId}::uuid`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}
