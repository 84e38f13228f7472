import { notFound } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';

/** One firm's side of a session, locked until the transaction ends. */
export async function partyForUpdate(tx: Tx, key: { sessionId: string; enrolmentId: string }) {
  const row = await tx
    .selectFrom('session_enterprise as x')
    .innerJoin('session as s', (on) =>
      on.onRef('s.org_id', '=', 'x.org_id').onRef('s.id', '=', 'x.session_id'),
    )
    .innerJoin('enrolment as n', (on) =>
      on.onRef('n.org_id', '=', 'x.org_id').onRef('n.id', '=', 'x.enrolment_id'),
    )
    .select([
      's.state',
      's.format',
      's.programme_id as programmeId',
      'n.enterprise_id as enterpriseId',
      'x.confirmation',
      'x.attendance',
      'x.reason',
      'x.version',
      'x.confirmed_at as confirmedAt',
      'x.asked_at as askedAt',
      'x.reminded_at as remindedAt',
    ])
    .where('x.session_id', '=', key.sessionId)
    .where('x.enrolment_id', '=', key.enrolmentId)
    .forUpdate('x')
    .executeTakeFirst();
  if (!row) throw notFound('session');
  return row;
}
