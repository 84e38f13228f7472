import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Programme } from '../../programmes/reads.ts';
import type { SizeBand } from '../../programmes/rule-set.ts';
import { applicantFacts } from './applicant-facts.ts';
import { runTests } from './overall.ts';
import { applicantOf } from './applicant-rows.ts';
import { gateOf, rulesFor } from './reads.ts';
import { sizeBandOf } from './size-tests.ts';
import type { StoredTest } from './stored-facts.ts';
import type { EligibilityTest, TestResult } from './test-result.ts';
import { cutText } from '../../../kernel/text.ts';

/** What somebody just entered or judged for one test. */
export interface Looked {
  test: EligibilityTest;
  facts: Record<string, unknown>;
  evidence: string;
}

interface Place {
  id: string;
  enterpriseId: string;
}

/**
 * Works all tests out again and writes a row for the one that was looked at and for each whose result or
 * reasons changed with it (the trading date also moves the difficulty test). Returns all results.
 */
export async function recordTests(
  tx: Tx,
  ctx: Ctx,
  enrolment: Place,
  programme: Programme,
  looked: Looked | null,
): Promise<TestResult[]> {
  const on = ctx.clock.today(programme.zone);
  const rules = await rulesFor(tx, programme, on);
  const applicant = await applicantOf(tx, enrolment, programme.zone);
  const latest = new Map<string, StoredTest>(applicant.latest);
  if (looked) latest.set(looked.test, lookedNow(looked, ctx, on));
  const facts = applicantFacts({ ...applicant, latest }, rules.ruleSet, on);
  const results = runTests(facts, rules.ruleSet, await gateOf(tx, programme));
  const rows = results.filter((each) => each.test === looked?.test || isNew(each, latest));
  if (rows.length > 0) {
    await tx
      .insertInto('eligibility_test')
      .values(
        rows.map((each) => ({
          org_id: ctx.orgId,
          id: newId(),
          enrolment_id: enrolment.id,
          test: each.test,
          result: each.result,
          because: cutText(each.because.join('\n'), 4000),
          evidence: latest.get(each.test)?.evidence ?? '',
          facts: JSON.stringify(latest.get(each.test)?.facts ?? {}),
          rule_set_id: rules.id,
          decided_by: judgedBy(each.test, looked, latest, ctx),
          decided_at: ctx.clock.now(),
        })),
      )
      .execute();
  }
  await keepSize(tx, enrolment.enterpriseId, sizeBandOf(facts, rules.ruleSet));
  return results;
}

/** The list of enterprises filters by it. No new version: nobody edited the enterprise. */
async function keepSize(tx: Tx, enterpriseId: string, band: SizeBand | null): Promise<void> {
  if (band === null) return;
  await sql`update enterprise set size_band = ${band}
    where id = ${enterpriseId}::uuid and size_band is distinct from ${band}`.execute(tx);
}

function lookedNow(looked: Looked, ctx: Ctx, on: CalendarDate): StoredTest {
  return {
    test: looked.test,
    result: '',
    because: '',
    evidence: looked.evidence,
    facts: looked.facts,
    decidedBy: ctx.actor.personId,
    decidedOn: on,
  };
}

function isNew(result: TestResult, latest: ReadonlyMap<string, StoredTest>): boolean {
  const stored = latest.get(result.test);
  return stored?.result !== result.result || stored.because !== result.because.join('\n');
}

/** Whoever looked at it; a test that only moved with another keeps its name, or none. */
function judgedBy(
  test: string,
  looked: Looked | null,
  latest: ReadonlyMap<string, StoredTest>,
  ctx: Ctx,
): string | null {
  if (test === looked?.test) return ctx.actor.personId;
  return latest.get(test)?.decidedBy ?? null;
}
