import type { Client } from 'pg';

/** So many enterprises with a contact person each, all enrolled; kept by number in a scratch table. */
export async function fillEnterprises(
  client: Client,
  programmeId: string,
  count: number,
): Promise<void> {
  await client.query(
    `create temporary table bench_firm as
     select i, gen_random_uuid() as enterprise_id, gen_random_uuid() as person_id,
       gen_random_uuid() as enrolment_id
     from generate_series(1, $1::int) i`,
    [count],
  );
  await client.query('create unique index on bench_firm (i)');
  await client.query(`
    insert into person (org_id, id, name, email)
    select current_org(), f.person_id, 'Contact ' || f.i, 'contact' || f.i || '@firms.example'
    from bench_firm f`);
  await client.query(
    `insert into enterprise (org_id, id, name, name_key, trading_name, company_number, incorporated_on,
      trading_since, sic_codes, sector, description, trading_address, trading_postcode, postcode_key,
      authority_code, size_band)
    select current_org(), f.enterprise_id, n.name, lower(n.name),
      case when f.i % 5 = 0 then (array['Bright', 'Quick', 'Green'])[1 + f.i % 3] || ' ' || f.i end,
      lpad((10000000 + f.i)::text, 8, '0'), current_date - 1500 - f.i % 900, current_date - 1400 - f.i % 900,
      array['25620'], (array['manufacturing', 'digital', 'food', 'construction'])[1 + f.i % 4],
      'Makes and repairs things for local customers.', f.i % 300 || ' High Street',
      'CV' || 1 + f.i % 9 || ' ' || f.i % 10 || 'AL', 'CV' || 1 + f.i % 9 || f.i % 10 || 'AL',
      (array['E08000026', 'E07000222', 'E07000220', 'E07000221', null])[1 + f.i % 5],
      (array['micro', 'small', 'medium', null])[1 + f.i % 4]
    from bench_firm f
    cross join lateral (select
      (array['Al', 'Bri', 'Ce', 'Dam', 'El', 'Fir', 'Gor', 'Ha', 'Ju', 'Lar'])[1 + k % 10] ||
      (array['der', 'ch', 'dar', 'son', 'more', 'ston', 'sel', 'zel', 'niper', 'chen'])[1 + k / 10 % 10] ||
      (array['field', 'wick', 'ley', 'ton', 'worth', 'by', 'ford'])[1 + k / 100 % 7] || ' ' ||
      (array['Joinery', 'Foods', 'Engineering', 'Design', 'Logistics', 'Textiles', 'Robotics', 'Printing',
        'Ceramics', 'Software'])[1 + f.i % 10] || ' ' || f.i || ' Ltd' as name
      from (select f.i % $1::int as k) x) n`,
    // Other firms have other names: of each name there are about 150, however many firms there are.
    [Math.floor(count / 150) + 1],
  );
  await client.query(`
    insert into enterprise_person (org_id, enterprise_id, person_id, position, is_lead, from_on)
    select current_org(), f.enterprise_id, f.person_id, 'Director', true, current_date - 600
    from bench_firm f`);
  await client.query(
    `insert into enrolment (org_id, id, programme_id, enterprise_id, state, stage, adviser_id, source,
       applied_on, eligible_on, next_contact_on, last_contact_on)
     select current_org(), f.enrolment_id, $1, f.enterprise_id, s.state,
       (array['pre-start', 'start-up', 'early', 'growth', 'scale-up', 'mature'])[1 + f.i % 6],
       case when f.i % 9 > 0 then a.id end, 'import', current_date - 500 - f.i % 60,
       case when s.state = 'eligible' then current_date - 440 - f.i % 40 end,
       case when s.state = 'eligible' then current_date + f.i % 30 end,
       case when s.state = 'eligible' then current_date - f.i % 30 end
     from bench_firm f
     cross join lateral (select case when f.i <= 2100 or f.i % 3 < 2 then 'eligible'
       else (array['applied', 'not-eligible', 'closed'])[1 + f.i / 3 % 3] end as state) s
     left join (select g.person_id as id, row_number() over (order by g.person_id) as n
       from role_grant g where g.role = 'adviser') a on a.n = 1 + f.i % 8`,
    [programmeId],
  );
}

/** Every tenth enterprise has ten contacts and four sessions behind it. */
export async function fillHistory(client: Client): Promise<void> {
  await client.query(`
    insert into contact (org_id, id, enrolment_id, kind, happened_at, adviser_id, planned, recorded_at)
    select current_org(), gen_random_uuid(), f.enrolment_id, 'call', at, n.adviser_id, 'Send the figures', at
    from bench_firm f
    join enrolment n on n.id = f.enrolment_id
    cross join generate_series(1, 10) k
    cross join lateral (select now() - (k * 20 + f.i % 20) * interval '1 day' as at) t
    where f.i % 10 = 0`);
  await addSessions(client, 'f.i % 10 = 0', 4);
}

/** 2,000 mentors with a profile, each matched with a firm of their own. */
export async function fillMentors(client: Client): Promise<void> {
  await client.query(`
    create temporary table bench_mentor as
    select i, gen_random_uuid() as id, gen_random_uuid() as person_id, gen_random_uuid() as need_id
    from generate_series(1, 2000) i`);
  await client.query(`
    insert into person (org_id, id, name, email)
    select current_org(), m.person_id, 'Mentor ' || m.i, 'mentor' || m.i || '@bench.example'
    from bench_mentor m`);
  await client.query(`
    insert into mentor (org_id, id, person_id, state, inducted_on, code_signed_on, contract_from, contract_to,
      roles, places, languages, meets, authority_codes, sectors, stages, style, availability)
    select current_org(), m.id, m.person_id, case when m.i % 12 = 0 then 'paused' else 'live' end,
      current_date - 300, current_date - 300, current_date - 300, current_date + 700,
      '{lead,specialist}', 2 + m.i % 4, case when m.i % 7 = 0 then '{English,Polish}' else '{English}' end::text[],
      case when m.i % 3 = 0 then '{in-person}' else '{in-person,video}' end::text[],
      array[(array['E08000026', 'E07000222', 'E07000220'])[1 + m.i % 3]],
      array[(array['manufacturing', 'digital', 'food', 'construction'])[1 + m.i % 4]],
      array[(array['start-up', 'early', 'growth', 'scale-up'])[1 + m.i % 4]],
      jsonb_build_object('T1', 1 + m.i % 5, 'T2', 1 + m.i / 5 % 5, 'I1', 1 + m.i / 25 % 5, 'I2', 3),
      jsonb_build_array(jsonb_build_object('weekday', 1 + m.i % 5, 'from', '09:00', 'to', '12:00'),
        jsonb_build_object('weekday', 1 + (m.i + 2) % 5, 'from', '13:00', 'to', '17:00'))
    from bench_mentor m`);
  await client.query(`
    insert into mentor_expertise (org_id, mentor_id, area, level, evidence)
    select distinct on (m.id, a.area) current_org(), m.id, a.area, 1 + (m.i + k) % 5,
      (array['self-stated', 'verified', 'shown'])[1 + (m.i + k) % 3]
    from bench_mentor m
    cross join generate_series(1, 4) k
    cross join lateral (select (array['finance', 'customers', 'innovation', 'strategy', 'operations', 'people'])
      [1 + (m.i + k * k) % 6] as area) a`);
  await client.query(`
    insert into need (org_id, id, enrolment_id, area, detail, state, opened_on, introduced_on)
    select current_org(), m.need_id, f.enrolment_id, 'finance', 'Cash runs out before invoices are paid.',
      'introduced', current_date - 430, current_date - 420
    from bench_mentor m join bench_firm f on f.i = m.i + 100`);
  await client.query(`
    insert into match (org_id, id, enrolment_id, need_id, mentor_id, role, during, introduced_at)
    select current_org(), gen_random_uuid(), f.enrolment_id, m.need_id, m.id, 'specialist',
      daterange(current_date - 420, null), now() - interval '420 days'
    from bench_mentor m join bench_firm f on f.i = m.i + 100`);
  await client.query(`
    insert into working_style (org_id, enterprise_id, axes, languages, meets, availability, recorded_at)
    select current_org(), f.enterprise_id, '{"T1": 2, "T2": 4, "I1": 3, "I2": 3}', '{English}', '{in-person}',
      '[{"weekday": 2, "from": "09:00", "to": "17:00"}]', now()
    from bench_firm f where f.i between 101 and 2100`);
}

/** Twenty enterprises with exactly 200 things that happened. */
export async function fillRecords(client: Client): Promise<void> {
  await client.query(
    `delete from contact where enrolment_id in (select enrolment_id from bench_firm where i <= 20)`,
  );
  await client.query(
    `delete from session where id in (select session_id from session_enterprise x
       join bench_firm f on f.enrolment_id = x.enrolment_id where f.i <= 20)`,
  );
  await addSessions(client, 'f.i <= 20', 60);
  await client.query(`
    insert into need (org_id, id, enrolment_id, area, detail, state, opened_on)
    select current_org(), gen_random_uuid(), f.enrolment_id, (array['finance', 'customers', 'people'])[k],
      'Cash runs out before invoices are paid.', 'open', current_date - 30 * k
    from bench_firm f cross join generate_series(1, 3) k where f.i <= 20`);
  await client.query(`
    insert into match (org_id, id, enrolment_id, need_id, mentor_id, role, during)
    select current_org(), gen_random_uuid(), d.enrolment_id, d.id, m.id, 'specialist',
      daterange(current_date - 100, case when d.area = 'people' then current_date - 10 end)
    from bench_firm f join need d on d.enrolment_id = f.enrolment_id
    join bench_mentor m on m.i = 1900 + f.i
    where f.i <= 20`);
  await client.query(`
    insert into action (org_id, id, enrolment_id, title, owner, due_on, created_at)
    select current_org(), gen_random_uuid(), f.enrolment_id, 'Draw up a cash forecast ' || k, 'enterprise',
      current_date + k, now()
    from bench_firm f cross join generate_series(1, 6) k where f.i <= 20`);
  await client.query(`
    insert into measure (org_id, id, enterprise_id, kind, amount, year_ends_on, recorded_at)
    select current_org(), gen_random_uuid(), f.enterprise_id, 'staff', 500 + k, current_date - 365 * k,
      now() - k * interval '40 days'
    from bench_firm f cross join generate_series(1, 5) k where f.i <= 20`);
  await client.query(`
    insert into eligibility_test (org_id, id, enrolment_id, test, result, because, decided_at, decided_by)
    select current_org(), gen_random_uuid(), f.enrolment_id, t.test, 'met', 'Seen in the accounts.',
      now() - interval '450 days', (select id from person limit 1)
    from bench_firm f cross join unnest(array['area', 'size', 'remit', 'trading', 'sector', 'subsidy']) t (test)
    where f.i <= 20`);
  // 60 sessions, 3 needs, 4 events of matches, 5 figures, 6 tests, applied, eligible; contacts are the rest.
  await client.query(`
    insert into contact (org_id, id, enrolment_id, kind, happened_at, adviser_id, planned, blocking, recorded_at)
    select current_org(), gen_random_uuid(), f.enrolment_id, (array['call', 'meeting', 'mail', 'attempt'])[1 + k % 4],
      now() - k * interval '3 days', n.adviser_id, 'Send the figures of the quarter', 'Waiting for the bank', now()
    from bench_firm f join enrolment n on n.id = f.enrolment_id
    cross join generate_series(1, 120) k where f.i <= 20`);
}

/** So many sessions of one firm each, a week apart. */
async function addSessions(client: Client, which: string, count: number): Promise<void> {
  await client.query('drop table if exists bench_session');
  await client.query(
    `create temporary table bench_session as
     select gen_random_uuid() as id, f.enrolment_id,
       date_trunc('day', now()) - (k * 6 + 1) * interval '1 day' + interval '10 hours' as at
     from bench_firm f cross join generate_series(1, ${count}) k where ${which}`,
  );
  await client.query(`
    insert into session (org_id, id, programme_id, starts_at, ends_at, mode, topics, kinds, summary,
      logged_at)
    select n.org_id, b.id, n.programme_id, b.at, b.at + interval '90 minutes', 'in-person', '{finance}',
      '{advice}', 'Went through the cash forecast and the order book.', b.at
    from bench_session b join enrolment n on n.id = b.enrolment_id`);
  await client.query(`
    insert into session_enterprise (org_id, session_id, enrolment_id, confirmation, seen_version)
    select current_org(), b.id, b.enrolment_id, 'confirmed', 1 from bench_session b`);
}
