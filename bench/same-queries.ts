import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from '../schema/tables.ts';
import {
  countEnterprises,
  type EnterpriseListQuery,
  enterprisesOf,
} from '../src/modules/enterprises/register/reads.ts';
import { programmeBySlug } from '../src/modules/programmes/reads.ts';
import { hoursOf } from '../src/modules/sessions/reads.ts';
import { systemClock } from '../src/platform/clock.ts';
import { recordFacts } from '../src/web/desks/enterprise-record/record-reads.ts';
import { timelineKinds, timelineOf } from '../src/web/desks/enterprise-record/timeline-reads.ts';
import type { Tx } from '../src/platform/database.ts';
import type { BenchDatabase } from './bench-cluster.ts';
import type { Filled } from './fill.ts';
import type { Statement } from './reference-server.ts';

/** What the reference runs for each address: word for word the SQL of the application's own reads. */
export async function pagesOfReference(
  database: BenchDatabase,
  filled: Filled,
): Promise<{ lists: string[]; records: string[]; pages: Record<string, Statement[]> }> {
  const statements: Statement[] = [];
  const pool = new pg.Pool({ ...database.app, max: 1, options: `-c app.org=${filled.orgId}` });
  // When a query below fails, the cluster ends first and its connections with it: that must not hide why.
  pool.on('error', () => undefined);
  const tx = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log({ query }) {
      statements.push({ text: query.sql, values: query.parameters });
    },
  });
  const pages: Record<string, Statement[]> = {};
  async function keep(path: string, work: (tx: Tx) => Promise<unknown>): Promise<string> {
    statements.length = 0;
    await work(tx);
    pages[path] = [...statements];
    return path;
  }
  const lists: string[] = [];
  for (const query of listQueries(filled)) {
    const path = await keep(`/enterprises?${addressOf(query)}`, async () => {
      const rows = await enterprisesOf(tx, filled.programmeId, query);
      if (rows.length !== 50) throw new Error(`a list in the bench has ${rows.length} lines`);
      return countEnterprises(tx, filled.programmeId, query);
    });
    lists.push(path);
  }
  const records: string[] = [];
  for (const { enrolmentId } of filled.records) {
    const path = await keep(`/enterprises/${enrolmentId}`, async () => {
      await recordFacts(tx, filled.programmeId, enrolmentId);
      const wish = {
        enrolmentId,
        zone: 'Europe/London',
        kinds: timelineKinds,
        limit: 50,
        offset: 0,
      };
      const { total } = await timelineOf(tx, wish);
      if (total !== 200) throw new Error(`the timeline has ${total} entries`);
    });
    records.push(path);
    // The bars of hours are made from every session, which the page reads as well.
    const whole = await keep(`${path}/whole`, async () => {
      await programmeBySlug(tx, filled.programmeSlug);
      await hoursOf(tx, { clock: systemClock }, enrolmentId);
    });
    pages[whole] = [...(pages[path] ?? []), ...(pages[whole] ?? [])];
  }
  await tx.destroy();
  return { lists, records, pages };
}

/** Each has a filter or a search, and a sort; two have all three. Searches find about 150 firms. */
function listQueries({ adviserId }: Filled): EnterpriseListQuery[] {
  const usual = { search: '', sort: 'name', direction: 'asc', page: 1, pageSize: 50 } as const;
  return [
    { ...usual, filters: { state: 'eligible' } },
    { ...usual, search: 'Cederfield', filters: {} },
    { ...usual, search: 'elderfield', sort: 'next', filters: { state: 'eligible' } },
    { ...usual, sort: 'next', direction: 'desc', filters: { adviser: adviserId } },
    { ...usual, sort: 'last', page: 2, filters: { stage: 'growth', size: 'small' } },
    { ...usual, sort: 'applied', direction: 'desc', filters: { area: 'E07000222' } },
    {
      ...usual,
      search: 'lardarfield',
      sort: 'applied',
      direction: 'desc',
      filters: { state: 'eligible' },
    },
    { ...usual, page: 3, filters: {} },
  ];
}

function addressOf(query: EnterpriseListQuery): string {
  const { search, sort, direction, page, filters } = query;
  return new URLSearchParams({
    ...(search === '' ? {} : { search }),
    ...filters,
    sort: direction === 'desc' ? `-${sort}` : sort,
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
}
