import { sql } from 'kysely';
import { orgPaths } from '../kernel/paths.ts';
import { verifyAuditChain } from './audit.ts';
import type { Ctx } from './context.ts';
import type { Tx } from './database.ts';
import { queueMail } from './mail/outbox.ts';

/** Tells the end of an organisation's audit chain to the log and to two administrators, or that it is not whole. */
export async function witnessAudit(tx: Tx, ctx: Ctx): Promise<void> {
  const { fault, end } = await verifyAuditChain(tx, ctx);
  const { log } = ctx.app;
  const organisation = ctx.org.slug;
  if (fault)
    log.error({ organisation, entry: fault.seq, why: fault.why }, 'the audit chain is not whole');
  else log.info({ organisation, entry: end.seq, seal: end.hash }, 'the end of the audit chain');
  if (ctx.org.isDemonstration || (end.seq === 0 && fault === null)) return;
  for (const reader of await administrators(tx, ctx.clock.now())) {
    await queueMail(tx, ctx, {
      to: { personId: reader.personId, address: reader.email, name: reader.name },
      kind: 'audit-witness',
      subject: fault
        ? `${ctx.org.name}: the audit record is not whole`
        : `${ctx.org.name}: the end of the audit record`,
      body: fault
        ? `Dear ${reader.name},\n\nThe record of who did what was looked at today, and it is not whole: at entry ${fault.seq}, ${fault.why}. Ask whoever runs the server, and somebody else who knows databases, before anything is changed or restored.\n\nWith kind regards\n${ctx.org.name}`
        : `Dear ${reader.name},\n\nThe record of who did what was looked at today and is whole. It ends with entry ${end.seq}, and this is its seal:\n\n${ctx.org.slug}:${end.seq}:${end.hash}\n\nKeep this letter: with it anybody can show later that nothing before that entry was changed, even by somebody who owns the server. It is checked with\n\nnpm run espalier -- doctor --witness ${ctx.org.slug}:${end.seq}:${end.hash}\n\nThe page of your organisation: ${ctx.app.url}${orgPaths(ctx.org.slug).home}\n\nWith kind regards\n${ctx.org.name}`,
      urgent: fault !== null,
    });
  }
}

/** Two, so that neither could lose or change what was noted alone. */
async function administrators(tx: Tx, now: string) {
  const found = await sql<{ personId: string; name: string; email: string }>`
    select distinct p.id as "personId", p.name, p.email
    from role_grant g
    join person p on p.org_id = g.org_id and p.id = g.person_id
    where g.role = 'admin' and g.ended_at is null
      and (g.expires_at is null or g.expires_at > ${now}::timestamptz)
      and p.removed_at is null and p.email is not null
    order by p.id
    limit 2`.execute(tx);
  return found.rows;
}
