import { sql } from 'kysely';
import { newId } from '../../../kernel/ids.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { ContactDraft } from '../import/enterprise-draft.ts';
import { visiblePeopleByEmail } from '../../people/visible/reads.ts';
import { planAnew } from './replan-step.ts';

export interface NewContact extends ContactDraft {
  enterpriseId: string;
  isLead: boolean;
  /** Set when the person is known already. */
  personId: string | null;
  /** Nobody belongs to the firm yet, so this person is its main contact. */
  isFirst: boolean;
}

/**
 * Adds people to firms in a handful of statements. Somebody with the same email address whom the actor may see
 * is taken, not made again; the first of a firm without a main contact becomes it.
 */
export async function addContacts(
  tx: Tx,
  ctx: Ctx,
  contacts: readonly NewContact[],
): Promise<void> {
  if (contacts.length === 0) return;
  const visible = await visiblePeopleByEmail(
    tx,
    ctx.actor,
    contacts.flatMap(({ email }) => email ?? []),
    contacts.map(({ enterpriseId }) => enterpriseId),
  );
  const personByEmail = new Map([...visible].map(([email, { id }]) => [email, id]));
  const people: { id: string; name: string; email: string | null; phone: string | null }[] = [];
  const places = contacts.map((contact) => {
    const known = contact.personId ?? personByEmail.get(contact.email ?? '');
    const personId = known ?? newId();
    if (known === undefined) {
      people.push({ id: personId, name: contact.name, email: contact.email, phone: contact.phone });
      if (contact.email !== null) personByEmail.set(contact.email, personId);
    }
    return {
      enterprise_id: contact.enterpriseId,
      person_id: personId,
      position: contact.position ?? '',
      is_lead: contact.isLead,
      is_first: contact.isFirst,
    };
  });
  await insertPeople(tx, ctx, people);
  await sql`
    insert into enterprise_person (org_id, enterprise_id, person_id, position, is_lead, from_on,
      created_at)
    select distinct on (r.enterprise_id, r.person_id) ${ctx.orgId}::uuid, r.enterprise_id, r.person_id,
      r.position, r.is_first, ${ctx.clock.today(ctx.org.zone)}::date,
      ${ctx.clock.now()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
      as r(enterprise_id uuid, person_id uuid, position text, is_first boolean)
    on conflict (org_id, enterprise_id, person_id) do update set to_on = null
      where enterprise_person.to_on is not null`.execute(tx);
  await nameLeads(
    tx,
    ctx,
    places.filter((place) => !place.is_first),
  );
}

export async function insertPeople(
  tx: Tx,
  ctx: Ctx,
  people: readonly { id: string; name: string; email: string | null; phone: string | null }[],
): Promise<void> {
  if (people.length === 0) return;
  await sql`
    insert into person (org_id, id, name, email, phone, created_at)
    select ${ctx.orgId}::uuid, r.*, ${ctx.clock.now()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      as r(id uuid, name text, email text, phone text)`.execute(tx);
  await planAnew(tx, people.length);
}

/** Letters go to the main contact: nobody without an address takes over from somebody who has one. */
const wouldSilence = sql`(
  exists (select from person p where p.org_id = x.org_id and p.id = w.person_id and p.email is null)
  and exists (select from enterprise_person y
    join person p on p.org_id = y.org_id and p.id = y.person_id
    where y.org_id = x.org_id and y.enterprise_id = x.enterprise_id and y.is_lead
      and y.to_on is null and p.email is not null and p.removed_at is null))`;

/** Somebody asked for as main contact takes over; otherwise the first one of a firm without any. */
async function nameLeads(
  tx: Tx,
  ctx: Ctx,
  places: readonly { enterprise_id: string; person_id: string; is_lead: boolean }[],
): Promise<void> {
  if (places.length === 0) return;
  const numbered = places.map((place, n) => ({ ...place, n }));
  await sql`
    with wanted as (
      select distinct on (r.enterprise_id) r.enterprise_id, r.person_id, r.is_lead
      from jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb)
        as r(enterprise_id uuid, person_id uuid, is_lead boolean, n integer)
      order by r.enterprise_id, r.is_lead desc, r.n)
    update enterprise_person x set is_lead = (x.person_id = w.person_id)
    from wanted w
    where x.org_id = ${ctx.orgId}::uuid and x.enterprise_id = w.enterprise_id
      and x.is_lead is distinct from (x.person_id = w.person_id)
      and (w.is_lead and not ${wouldSilence} or not exists (
        select from enterprise_person y
        where y.org_id = x.org_id and y.enterprise_id = x.enterprise_id
          and y.is_lead and y.to_on is null))`.execute(tx);
}
