import type { Client } from 'pg';
import { newId } from '../src/kernel/ids.ts';
import { shippedRuleSet } from '../src/modules/programmes/shipped-rule-sets/shipped.ts';
import { createAuth } from '../src/platform/auth/auth.ts';
import { createAccount, hashPassword } from '../src/platform/auth/account.ts';
import { openDatabase } from '../src/platform/database.ts';
import { createLog } from '../src/platform/log.ts';
import { withClient } from '../src/platform/postgres/client.ts';
import type { BenchDatabase } from './bench-cluster.ts';
import { fillEnterprises, fillHistory, fillMentors, fillRecords } from './fill-rows.ts';

export interface Filled {
  readonly orgId: string;
  readonly slug: string;
  readonly programmeId: string;
  readonly programmeSlug: string;
  readonly email: string;
  readonly password: string;
  readonly userId: string;
  readonly adviserId: string;
  /** Enterprises with 200 entries in the timeline. */
  readonly records: readonly { readonly enrolmentId: string; readonly enterpriseId: string }[];
  /** Matches to log sessions for, each with a mentor of its own. */
  readonly matches: readonly Match[];
  readonly needId: string;
}

export interface Match {
  readonly id: string;
  readonly mentorId: string;
  readonly enrolmentId: string;
  readonly needId: string;
}

const email = 'manager@bench.example';
const password = 'forty wooden ladders in the orchard';

/** One organisation with so many enterprises, their history, 2,000 mentors and a manager who can sign in. */
export async function fill(database: BenchDatabase, enterprises: number): Promise<Filled> {
  const managerId = newId();
  const userId = await accountIn(database);
  return withClient(database.owner, async (client) => {
    const orgId = newId();
    const programmeId = newId();
    await client.query(`select set_config('app.org', $1, false)`, [orgId]);
    await fillProgramme(client, { orgId, programmeId, managerId, userId });
    await fillEnterprises(client, programmeId, enterprises);
    await fillHistory(client);
    await fillMentors(client);
    await fillRecords(client);
    await client.query('vacuum analyze');
    const records = await client.query<Filled['records'][number]>(
      `select n.id as "enrolmentId", n.enterprise_id as "enterpriseId"
       from bench_firm f join enrolment n on n.id = f.enrolment_id where f.i <= 20 order by f.i`,
    );
    const matches = await client.query<Match>(
      `select t.id, t.mentor_id as "mentorId", t.enrolment_id as "enrolmentId", t.need_id as "needId"
       from bench_firm f join match t on t.enrolment_id = f.enrolment_id where f.i > 20 order by f.i`,
    );
    const adviser = await client.query<{ id: string }>(
      `select g.person_id as id from role_grant g where g.role = 'adviser' order by 1 limit 1`,
    );
    return {
      orgId,
      slug: 'bench',
      programmeId,
      programmeSlug: 'business-ready',
      email,
      password,
      userId,
      adviserId: adviser.rows[0]?.id ?? '',
      records: records.rows,
      matches: matches.rows,
      needId: matches.rows[0]?.needId ?? '',
    };
  });
}

async function accountIn(database: BenchDatabase): Promise<string> {
  const opened = openDatabase({ app: database.app, onError: () => undefined });
  try {
    const auth = createAuth({
      pool: opened.authPool,
      url: 'http://localhost:3000',
      secret: 'only for making a password hash in a bench',
      send: () => Promise.resolve(),
      log: createLog({ level: 'silent' }),
      watcher: {
        record: () => Promise.resolve(),
        refused: () => undefined,
        useCode: () => Promise.resolve(true),
      },
    });
    const passwordHash = await hashPassword(auth, password);
    const at = '2026-01-05T09:00:00.000Z';
    const made = await opened.anonymous((tx) =>
      createAccount(tx, { email, name: 'Manager', passwordHash, at }),
    );
    if (made === null) throw new Error('the account is there already');
    return made;
  } finally {
    await opened.close();
  }
}

interface Ground {
  orgId: string;
  programmeId: string;
  managerId: string;
  userId: string;
}

async function fillProgramme(client: Client, ground: Ground): Promise<void> {
  const { orgId, programmeId, managerId, userId } = ground;
  const ruleSet = shippedRuleSet('erdf-england-2014-20');
  const ruleSetId = newId();
  const statements: [text: string, values: unknown[]][] = [
    [
      `insert into organisation (org_id, slug, name) values ($1, 'bench', 'Bench Growth Hub')`,
      [orgId],
    ],
    [
      `insert into programme (org_id, id, slug, name, state, starts_on, ends_on) values
       ($1, $2, 'business-ready', 'Business Ready', 'open', current_date - 700, current_date + 500)`,
      [orgId, programmeId],
    ],
    [
      `insert into programme_area (org_id, programme_id, authority_code, authority_name)
       select $1, $2, * from (values ('E08000026', 'Coventry'), ('E07000222', 'Warwick'),
         ('E07000220', 'Rugby'), ('E07000221', 'Stratford-on-Avon')) a (code, name)`,
      [orgId, programmeId],
    ],
    [
      `insert into rule_set (org_id, id, code, version, name, effective_from, body)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[orgId, ruleSetId, ruleSet.code, ruleSet.version, ruleSet.name, ruleSet.effectiveFrom],
        JSON.stringify(ruleSet),
      ],
    ],
    [
      `insert into rule_set_adoption (org_id, id, programme_id, rule_set_id, adopted_on, reason)
       values ($1, $2, $3, $4, current_date - 700, 'Agreed with the funder')`,
      [orgId, newId(), programmeId, ruleSetId],
    ],
    [
      `insert into person (org_id, id, user_id, name, email) values ($1, $2, $3, 'Manager', $4)`,
      [orgId, managerId, userId, email],
    ],
    [
      `insert into role_grant (org_id, id, person_id, role) values ($1, $2, $3, 'manager')`,
      [orgId, newId(), managerId],
    ],
    [
      `with made as (
         insert into person (org_id, id, name, email)
         select $1, gen_random_uuid(), 'Adviser ' || i, 'adviser' || i || '@bench.example'
         from generate_series(1, 8) i returning id)
       insert into role_grant (org_id, id, person_id, role, programme_id)
       select $1, gen_random_uuid(), made.id, 'adviser', $2 from made`,
      [orgId, programmeId],
    ],
  ];
  for (const [text, values] of statements) await client.query(text, values);
}
