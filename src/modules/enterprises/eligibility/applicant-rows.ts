import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { Applicant, RelationRow } from './applicant-facts.ts';
import { declaredFigures } from './declared-rows.ts';
import { latestTestsOf } from './stored-test-rows.ts';
import { subsidiesOfFirms } from './subsidy-rows.ts';

interface Place {
  id: string;
  enterpriseId: string;
}

/** The applicant's record as the tests read it. */
export async function applicantOf(tx: Tx, enrolment: Place, zone: string): Promise<Applicant> {
  const applicant = (await applicantsOf(tx, [enrolment], zone)).get(enrolment.id);
  if (!applicant) throw new Error('The enrolment has no enterprise.');
  return applicant;
}

/** The records of several applicants, by enrolment: as many statements as for one. */
export async function applicantsOf(
  tx: Tx,
  enrolments: readonly Place[],
  zone: string,
): Promise<Map<string, Applicant>> {
  if (enrolments.length === 0) return new Map();
  const enterpriseIds = enrolments.map(({ enterpriseId }) => enterpriseId);
  const enrolmentIds = enrolments.map(({ id }) => id);
  const firms = await tx
    .selectFrom('enterprise as e')
    .select([
      'e.id',
      'e.name_key as nameKey',
      'e.is_pre_start as isPreStart',
      'e.trading_postcode as tradingPostcode',
      'e.authority_code as authorityCode',
      'e.sic_scheme as sicScheme',
      'e.sic_codes as sicCodes',
      'e.trading_since as tradingSince',
    ])
    .where('e.id', 'in', enterpriseIds)
    .execute();
  const firmOf = new Map(firms.map(({ id, ...firm }) => [id, firm]));
  const aid = await aidStatedBy(tx, enrolmentIds);
  const figures = await declaredFigures(tx, enterpriseIds);
  const relations = await relationsOfFirms(tx, enterpriseIds);
  const awards = await subsidiesOfFirms(tx, enterpriseIds);
  const latest = await latestTestsOf(tx, enrolmentIds, zone);
  return new Map(
    enrolments.flatMap(({ id, enterpriseId }): [string, Applicant][] => {
      const firm = firmOf.get(enterpriseId);
      if (!firm) return [];
      const applicant = {
        ...firm,
        declared: { figures: figures.get(enterpriseId) ?? [], aid: aid.get(id) ?? 0 },
        relations: relations.get(enterpriseId) ?? [],
        awards: awards.get(enterpriseId) ?? [],
        latest: latest.get(id) ?? new Map(),
      };
      return [[id, applicant]];
    }),
  );
}

/** How many statements of earlier aid nobody has answered, by enrolment. */
async function aidStatedBy(tx: Tx, enrolmentIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('stated_fact')
    .select((by) => ['enrolment_id as id', by.fn.countAll<number>().as('n')])
    .where('enrolment_id', 'in', enrolmentIds)
    .where('kind', '=', 'subsidy')
    .where('state', '=', 'open')
    .groupBy('enrolment_id')
    .execute();
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Partner and linked firms as recorded, by enterprise. */
export async function relationsOfFirms(
  tx: Tx,
  enterpriseIds: readonly string[],
): Promise<Map<string, RelationRow[]>> {
  const rows = await sql<RelationRow & { enterpriseId: string }>`
    select r.enterprise_id as "enterpriseId", r.id, r.name, r.holds_through as "holdsThroughId",
      r.direction, r.holder, r.percent, r.votes_percent as "votesPercent",
      r.acts_jointly as "actsJointly", r.is_same_market as "isSameMarket",
      r.has_control as "hasControl", r.is_under_angel_limit as "isUnderAngelLimit",
      r.is_consolidated as "isConsolidated", r.staff_hundredths as "staffHundredths",
      r.turnover_minor as "turnoverMinor", r.balance_sheet_minor as "balanceSheetMinor", r.currency
    from enterprise_relation r
    where r.enterprise_id = any(${[...enterpriseIds]}::uuid[])
    order by r.name, r.id`.execute(tx);
  const found = new Map<string, RelationRow[]>();
  for (const { enterpriseId, ...relation } of rows.rows) {
    found.set(enterpriseId, [...(found.get(enterpriseId) ?? []), relation]);
  }
  return found;
}
