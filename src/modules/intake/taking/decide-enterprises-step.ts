import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { EnterpriseDraft } from '../import/enterprise-draft.ts';
import { enterpriseDecisions, type RowDecision } from '../import/duplicates.ts';
import { type ReadRow, readEnterpriseRow } from '../import/enterprise-row.ts';
import type { Problem } from '../import/problem.ts';
import type { ImportContext, ImportRow } from '../import/import-context.ts';
import {
  type KnownEnterprise,
  likelyEnterprises,
  numbersBeyond,
} from './stored-enterprise-rows.ts';
import { reachOf } from '../../programmes/reach/reads.ts';
import type { ImportTarget } from './target.ts';
import { eachRow, numberOf } from './run-fault.ts';

/** Reads rows of firms and decides for each what taking it would do to what is on record now. */
export async function decideEnterpriseRows(
  tx: Tx,
  ctx: Ctx,
  target: ImportTarget,
  context: ImportContext,
  rows: readonly ImportRow[],
): Promise<RowDecision<EnterpriseDraft>[]> {
  const read = await eachRow(rows, numberOf, (row) =>
    withoutEmptyYear(readEnterpriseRow(context, row)),
  );
  const drafts = read.map(({ draft }) => draft).filter((draft) => draft !== null);
  const reach = reachOf(ctx.actor);
  const known = await likelyEnterprises(tx, drafts, target.programmeId, reach);
  const beyond = await numbersBeyond(tx, drafts, reach);
  const { ordered, decide } = enterpriseDecisions(
    read.map((row) => withoutFirmBeyond(row, beyond)),
    known,
    target,
  );
  const decisions = await eachRow(ordered, ({ row }) => row, decide);
  const byId = new Map(known.map((firm) => [firm.id, firm]));
  const today = ctx.clock.today(ctx.org.zone);
  return decisions.map((decision) => withFurtherChanges(decision, target, byId, today));
}

/** Firms that only other programmes know are not this list's to change, enrol or make a second time. */
function withoutFirmBeyond(
  row: ReadRow<EnterpriseDraft>,
  beyond: ReadonlySet<string>,
): ReadRow<EnterpriseDraft> {
  const { draft } = row;
  if (draft === null || !beyond.has(draft.companyNumber ?? '')) return row;
  const message =
    'This enterprise is in a programme that you do not see. It can apply itself, or somebody who works for the whole organisation can take it in.';
  const code = 'enterprise-unknown';
  const problem: Problem = { row: row.row, column: null, code, message, isRefusal: true };
  return { ...row, draft: null, problems: [...row.problems, problem] };
}

/** A year without a figure of it would be kept nowhere, and seem new each time. */
function withoutEmptyYear(row: ReadRow<EnterpriseDraft>): ReadRow<EnterpriseDraft> {
  const { draft } = row;
  if (draft === null || draft.staffHundredths !== null || draft.turnover !== null) return row;
  return { ...row, draft: { ...draft, yearEndsOn: null } };
}

/** A known firm may have to be enrolled or marked as checked, even when its own facts stay. */
function withFurtherChanges(
  decision: RowDecision<EnterpriseDraft>,
  target: ImportTarget,
  known: ReadonlyMap<string, KnownEnterprise>,
  today: string,
): RowDecision<EnterpriseDraft> {
  const firm = decision.matchId === null ? undefined : known.get(decision.matchId);
  if (firm === undefined || decision.sameAsRow !== null || decision.outcome === 'rejected') {
    return decision;
  }
  const told = withAdviserTold(decision, firm);
  const more = [
    ...(target.enrols &&
    target.programmeId !== null &&
    !firm.isEnrolled &&
    decision.draft?.standing !== 'on-record'
      ? [{ field: 'enrolment', from: null, to: target.programmeId }]
      : []),
    ...(target.source === 'register' && firm.registerCheckedOn === null
      ? [{ field: 'registerCheckedOn', from: null, to: today }]
      : []),
  ];
  if (more.length === 0) return told;
  const outcome = told.outcome === 'unchanged' ? 'update' : told.outcome;
  return { ...told, outcome, changes: [...told.changes, ...more] };
}

/** Who looks after a firm that is in the programme is changed on its page, where both are told. */
function withAdviserTold(
  decision: RowDecision<EnterpriseDraft>,
  firm: KnownEnterprise,
): RowDecision<EnterpriseDraft> {
  const wanted = decision.draft?.adviser?.name;
  if (wanted === undefined || !firm.isEnrolled || wanted === firm.adviserName) return decision;
  const message = `${firm.adviserName ?? 'Nobody'} looks after it here; the list says ${wanted}. Change it on its page.`;
  const problem = { row: decision.row, column: null, code: 'adviser-stays', message } as const;
  return { ...decision, problems: [...decision.problems, { ...problem, isRefusal: false }] };
}
