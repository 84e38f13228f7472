import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { reachOf } from '../../programmes/reach/reads.ts';
import { type Change, withChanges } from '../import/enterprise-changes.ts';
import { referencedIds } from './reference-rows.ts';
import { lockedEnterprises } from './stored-enterprise-rows.ts';
import { removeUnusedPeople } from './undo-people-step.ts';
import { madeByRun, type Refusals, type UndoSubject, untouched } from './undo-rows.ts';
import { isOfTheRow, saveFirms } from './write-enterprises-step.ts';

/** Takes back what a run made of firms, or changed of them, where nothing came after. */
export async function undoEnterprises(
  tx: Tx,
  ctx: Ctx,
  runId: string,
  subjects: readonly UndoSubject[],
): Promise<Refusals> {
  const refusals: Refusals = new Map();
  const mine = await unused(tx, runId, await untouched(tx, 'enterprise', subjects, refusals));
  for (const { id } of subjects) {
    if (!refusals.has(id) && !mine.some((one) => one.id === id)) refusals.set(id, 'in-use');
  }
  await removeWhatWasMade(
    tx,
    runId,
    mine.map(({ id }) => id),
  );
  const made = mine.filter(({ isMade }) => isMade).map(({ id }) => id);
  await sql`delete from enterprise e where e.id = any(${made}::uuid[])`.execute(tx);
  await takeBack(
    tx,
    ctx,
    mine.filter(({ isMade }) => !isMade),
    refusals,
  );
  return refusals;
}

/** Firms on which nothing of anybody else hangs: a made one with all of it, a known one with its new place. */
async function unused(
  tx: Tx,
  runId: string,
  subjects: readonly UndoSubject[],
): Promise<UndoSubject[]> {
  const ids = subjects.map(({ id }) => id);
  const places = await sql<{ id: string; firmId: string }>`
    select x.id, x.enterprise_id as "firmId" from enrolment x
    where x.enterprise_id = any(${ids}::uuid[]) and ${madeByRun('created_at', runId)}
    for update`.execute(tx);
  const own = {
    measure: sql<boolean>`(x.source = 'import' and ${madeByRun('recorded_at', runId)})`,
    enterprise_person: madeByRun('created_at', runId),
    enrolment: sql<boolean>`(x.state = 'applied' and x.version = 1
      and ${madeByRun('created_at', runId)})`,
  };
  const placeIds = places.rows.map(({ id }) => id);
  const usedPlaces = await referencedIds(tx, 'enrolment', placeIds, own);
  const touchedPlaces = await sql<{ id: string }>`
    select x.id from enrolment x where x.id = any(${placeIds}::uuid[])
      and not ${own.enrolment}`.execute(tx);
  for (const { id } of touchedPlaces.rows) usedPlaces.add(id);
  const made = subjects.filter(({ isMade }) => isMade).map(({ id }) => id);
  const usedFirms = await referencedIds(tx, 'enterprise', made, own);
  const heirs = await sql<{ id: string }>`
    select distinct x.merged_into as id from enterprise x
    where x.merged_into = any(${ids}::uuid[])`.execute(tx);
  for (const { id } of heirs.rows) usedFirms.add(id);
  for (const { id, firmId } of places.rows) if (usedPlaces.has(id)) usedFirms.add(firmId);
  return subjects.filter(({ id }) => !usedFirms.has(id));
}

async function removeWhatWasMade(tx: Tx, runId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from measure x where x.enterprise_id = any(${ids}::uuid[])
    and x.source = 'import' and ${madeByRun('recorded_at', runId)}`.execute(tx);
  await sql`delete from enrolment x where x.enterprise_id = any(${ids}::uuid[])
    and ${madeByRun('created_at', runId)}`.execute(tx);
  const people = await sql<{ id: string }>`
    delete from enterprise_person x where x.enterprise_id = any(${ids}::uuid[])
      and ${madeByRun('created_at', runId)}
    returning x.person_id as id`.execute(tx);
  await removeUnusedPeople(
    tx,
    runId,
    people.rows.map(({ id }) => id),
  );
}

/** Gives known firms back what their rows had before. */
async function takeBack(
  tx: Tx,
  ctx: Ctx,
  subjects: readonly UndoSubject[],
  refusals: Refusals,
): Promise<void> {
  const ids = subjects.map(({ id }) => id);
  const firms = await lockedEnterprises(tx, ids, reachOf(ctx.actor));
  const written = subjects.flatMap(({ id, changes }) => {
    const firm = firms.get(id);
    if (firm === undefined) {
      refusals.set(id, 'no-longer-there');
      return [];
    }
    const isFirstCheck = changes.some(({ field }) => field === 'registerCheckedOn');
    return [
      {
        ...firm,
        ...withChanges(firm, changes.filter(isOfTheRow).map(reversed)),
        registerCheckedOn: isFirstCheck ? null : firm.registerCheckedOn,
      },
    ];
  });
  await saveFirms(tx, ctx, written);
}

function reversed({ field, from, to }: Change): Change {
  return { field, from: to, to: from };
}
