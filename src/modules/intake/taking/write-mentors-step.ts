import { sql } from 'kysely';
import { newId } from '../../../kernel/ids.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { mayGrant } from '../../people/role.ts';
import { visiblePeopleByEmail } from '../../people/visible/reads.ts';
import type { ExpertiseDraft, MentorDraft } from '../import/mentor-row.ts';
import type { Clashes, TakenRow } from './planned-row.ts';
import type { ImportTarget } from './target.ts';

type Row = TakenRow<MentorDraft>;

/** The column behind each field that is copied as it is. */
const columnOf = {
  headline: 'headline',
  story: 'story',
  sectors: 'sectors',
  languages: 'languages',
  meets: 'meets',
  roles: 'roles',
  stages: 'stages',
  sizes: 'sizes',
  places: 'places',
  minutesPerMonth: 'minutes_per_month',
  authorityCodes: 'authority_codes',
  homePostcode: 'home_postcode',
  inductedOn: 'inducted_on',
  codeSignedOn: 'code_signed_on',
  contractFrom: 'contract_from',
  contractTo: 'contract_to',
} as const;

/**
 * Writes rows of mentors. A new one is appointed, or inducted when the list says when; nobody goes live. The list
 * of somebody who works for one programme appoints for that one and changes its mentors alone.
 */
export async function writeMentors(
  tx: Tx,
  ctx: Ctx,
  target: ImportTarget,
  rows: readonly Row[],
): Promise<Clashes> {
  const clashes: Clashes = new Map();
  const isEverywhere = mayGrant(ctx.actor, { role: 'mentor', programmeId: null });
  const programmeId = isEverywhere ? null : target.programmeId;
  if (!mayGrant(ctx.actor, { role: 'mentor', programmeId })) {
    return new Map(rows.map(({ row }) => [row, 'You may no longer add mentors here.']));
  }
  for (const row of rows) {
    const reason = await (row.outcome === 'create'
      ? create(tx, ctx, programmeId, row)
      : update(tx, ctx, programmeId, row));
    if (reason !== null) clashes.set(row.row, reason);
  }
  return clashes;
}

async function create(
  tx: Tx,
  ctx: Ctx,
  programmeId: string | null,
  { subjectId, draft }: Row,
): Promise<string | null> {
  const personId = await personFor(tx, ctx, draft);
  if (personId === null) return elsewhere;
  const made = await tx
    .insertInto('mentor')
    .values({
      org_id: ctx.orgId,
      id: subjectId,
      person_id: personId,
      state: draft.inductedOn === null ? 'appointed' : 'inducted',
      supplier_id: await supplierFor(tx, ctx, draft),
      ...columnsOf(Object.entries(draft).filter(([, value]) => value !== null)),
    })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return 'There is a mentor with this email address already.';
  await tx
    .insertInto('role_grant')
    .values({
      org_id: ctx.orgId,
      id: newId(),
      person_id: personId,
      role: 'mentor',
      programme_id: programmeId,
      granted_by: ctx.actor.personId,
      granted_at: ctx.clock.now(),
    })
    .onConflict((clash) => clash.doNothing())
    .execute();
  await addExpertise(tx, ctx, subjectId, draft.expertise);
  return null;
}

async function update(
  tx: Tx,
  ctx: Ctx,
  programmeId: string | null,
  { subjectId, draft, changes }: Row,
): Promise<string | null> {
  const mentor = await tx
    .selectFrom('mentor')
    .select(['id', 'person_id', 'state'])
    .where('id', '=', subjectId)
    .forUpdate()
    .executeTakeFirst();
  if (!mentor) return 'This mentor is no longer on record.';
  if (programmeId !== null && !(await isOfProgramme(tx, mentor.person_id, programmeId))) {
    return elsewhere;
  }
  const to = new Map(changes.map((change) => [change.field, change.to]));
  const columns = columnsOf([...to]);
  await tx
    .updateTable('mentor')
    .set({
      ...columns,
      ...(to.has('supplierName') ? { supplier_id: await supplierFor(tx, ctx, draft) } : {}),
      ...(to.has('inductedOn') && mentor.state === 'appointed' ? { state: 'inducted' } : {}),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', subjectId)
    .execute();
  const person = Object.fromEntries(
    [...to].filter(([field]) => ['name', 'email', 'phone'].includes(field)),
  );
  if (Object.keys(person).length > 0) {
    await tx
      .updateTable('person')
      .set({ ...person, version: sql<number>`version + 1` })
      .where('id', '=', mentor.person_id)
      // Somebody with an account says this of themselves.
      .where('user_id', 'is', null)
      .execute();
  }
  await addExpertise(tx, ctx, subjectId, (to.get('expertise') ?? []) as ExpertiseDraft[]);
  return null;
}

function columnsOf(fields: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .filter(([field]) => field in columnOf)
      .map(([field, value]) => [columnOf[field as keyof typeof columnOf], value]),
  );
}

const elsewhere =
  'This mentor also works elsewhere in the organisation. Somebody who works for all of it can take the row.';

/** Whether the person is a mentor of this programme and of no other. */
async function isOfProgramme(tx: Tx, personId: string, programmeId: string): Promise<boolean> {
  const grants = await tx
    .selectFrom('role_grant')
    .select('programme_id')
    .where('person_id', '=', personId)
    .where('role', '=', 'mentor')
    .where('ended_at', 'is', null)
    .execute();
  return grants.length > 0 && grants.every((one) => one.programme_id === programmeId);
}

/** The person with the row's email address, or a new one; null for somebody whom the actor may not see. */
async function personFor(tx: Tx, ctx: Ctx, draft: MentorDraft): Promise<string | null> {
  const known =
    draft.email === null
      ? { rows: [] }
      : await sql<{ id: string }>`
          select p.id from person p
          where lower(p.email) = ${draft.email} and p.removed_at is null
          order by p.user_id is null, p.created_at limit 1`.execute(tx);
  if (known.rows[0]) {
    const visible = await visiblePeopleByEmail(tx, ctx.actor, [draft.email ?? ''], []);
    return visible.get(draft.email ?? '')?.id ?? null;
  }
  const id = newId();
  const { name, email, phone } = draft;
  const created_at = ctx.clock.now();
  await tx
    .insertInto('person')
    .values({ org_id: ctx.orgId, id, name, email, phone, created_at })
    .execute();
  return id;
}

async function supplierFor(tx: Tx, ctx: Ctx, draft: MentorDraft): Promise<string | null> {
  if (draft.supplierName === null) return null;
  const known = await sql<{ id: string }>`
    select s.id from supplier s
    where s.company_number = ${draft.supplierCompanyNumber} or lower(s.name) = lower(${draft.supplierName})
    order by s.company_number is null limit 1`.execute(tx);
  if (known.rows[0]) return known.rows[0].id;
  const id = newId();
  await tx
    .insertInto('supplier')
    .values({
      org_id: ctx.orgId,
      id,
      name: draft.supplierName,
      company_number: draft.supplierCompanyNumber,
    })
    .execute();
  return id;
}

async function addExpertise(
  tx: Tx,
  ctx: Ctx,
  mentorId: string,
  expertise: readonly ExpertiseDraft[],
): Promise<void> {
  for (const { area, level, topics } of expertise) {
    await tx
      .insertInto('mentor_expertise')
      .values({ org_id: ctx.orgId, mentor_id: mentorId, area, level, topics })
      .onConflict((clash) =>
        clash.columns(['org_id', 'mentor_id', 'area']).doUpdateSet({ level, topics }),
      )
      .execute();
  }
}
