import { sql } from 'kysely';
import { monthsBetween } from '../../kernel/calendar.ts';
import { precondition } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { stageOfAge } from '../programmes/programme.ts';
import type { Programme } from '../programmes/reads.ts';
import { isOpen } from './enrolment.ts';

/** A firm as the enrolment needs to know it. */
export interface Entrant {
  id: string;
  tradingSince: string | null;
  incorporatedOn: string | null;
  isPreStart?: boolean;
  /** Of this firm; otherwise the choice for all of them, and today. */
  adviserId?: string | null;
  appliedOn?: string | null;
}

interface Choice {
  adviserId?: string | null;
  source: 'public' | 'staff' | 'import' | 'referral';
}

interface Place {
  enrolmentId: string;
  /** Made now, there already, or of a firm that has left or was refused; the caller decides about the last. */
  was: 'new' | 'in' | 'out';
}

/**
 * The one way into a programme: writes the enrolments of new applicants, with the stage that their age gives, and
 * says of the others how they stand. Refuses a closed programme. Gives each firm's place.
 */
export async function enrolFirms(
  tx: Tx,
  ctx: Ctx,
  programme: Programme,
  choice: Choice,
  firms: readonly Entrant[],
): Promise<ReadonlyMap<string, Place>> {
  if (firms.length === 0) return new Map();
  if (programme.state === 'closed') throw precondition(`${programme.name} is closed.`);
  const today = ctx.clock.today(programme.zone);
  const rows = firms.map((firm) => {
    const since = firm.tradingSince ?? firm.incorporatedOn;
    // An age that is not known makes nobody a start-up.
    const months = since === null ? 36 : Math.max(0, monthsBetween(since, today));
    const stage = stageOfAge(firm.isPreStart === true ? null : months);
    return {
      ...{ id: newId(), enterprise_id: firm.id, stage },
      adviser_id: firm.adviserId ?? choice.adviserId ?? null,
      applied_on: firm.appliedOn ?? today,
    };
  });
  const made = await sql<{ id: string }>`
    insert into enrolment (org_id, id, programme_id, enterprise_id, stage, adviser_id, source,
      applied_on, created_at)
    select ${ctx.orgId}::uuid, r.id, ${programme.id}::uuid, r.enterprise_id, r.stage,
      r.adviser_id, ${choice.source}, r.applied_on,
      ${ctx.clock.now()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, enterprise_id uuid, stage text, adviser_id uuid, applied_on date)
    on conflict (org_id, programme_id, enterprise_id) do nothing
    returning id`.execute(tx);
  const isNew = new Set(made.rows.map(({ id }) => id));
  const found = await sql<{ id: string; enterpriseId: string; state: string }>`
    select n.id, n.enterprise_id as "enterpriseId", n.state
    from enrolment n
    where n.programme_id = ${programme.id}::uuid
      and n.enterprise_id = any(${firms.map(({ id }) => id)}::uuid[])`.execute(tx);
  return new Map(
    found.rows.map(({ id, enterpriseId, state }) => [
      enterpriseId,
      { enrolmentId: id, was: isNew.has(id) ? 'new' : isOpen(state) ? 'in' : 'out' },
    ]),
  );
}

/** The same for one firm that staff take in; refuses one that is in the programme or has left it. */
export async function enrolFirm(
  tx: Tx,
  ctx: Ctx,
  programme: Programme,
  choice: Choice,
  firm: Entrant & { name: string },
): Promise<string> {
  const place = (await enrolFirms(tx, ctx, programme, choice, [firm])).get(firm.id);
  if (place?.was === 'new') return place.enrolmentId;
  throw precondition(
    place?.was === 'out'
      ? `${firm.name} was in ${programme.name} before. Open its record and take it back there.`
      : `${firm.name} is already in ${programme.name}.`,
  );
}
