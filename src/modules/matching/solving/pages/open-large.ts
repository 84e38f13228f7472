import { formatInstant } from '../../../../kernel/calendar.ts';
import { notFound } from '../../../../kernel/errors.ts';
import { foldCase } from '../../../../kernel/text.ts';
import type { PageArgs } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { editsInForce } from '../../allocation/allocation.ts';
import { logOf } from '../../allocation/allocation-rows.ts';
import { draftKey } from '../../allocation/pages/open-desk.ts';
import type { DeskLine } from '../../allocation/desk-lines.ts';
import { draftOf, namesInLog } from '../../allocation/reads.ts';
import { matchingPermissions } from '../../permissions.ts';
import { knowsDraft, type Shown } from '../desk-solve.ts';
import { shownSolve, solvesOf } from '../reads.ts';

/** A large programme's proposal as it was worked out last, and the solve under way. */
export async function openLarge({ ctx, tx, params }: Pick<PageArgs, 'ctx' | 'tx' | 'params'>) {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, matchingPermissions.allocation.edit, subject)) throw notFound();
  const draft = await draftOf(tx, programme.id);
  const { done, undone } = editsInForce(draft ? await logOf(tx, draft.id) : []);
  const solves = await solvesOf(tx, programme.id);
  const shown = await shownSolve(tx, programme.id);
  return {
    programme,
    draft: draftKey(draft),
    done,
    undone,
    underWay: solves.underWay,
    failed: isNewer(solves.failed, solves.done) ? solves.failed : null,
    solved: solves.done,
    shown,
    isCurrent: solves.done !== null && knowsDraft(solves.done, draft, done.length),
    names: namesOf(shown, draft ? await namesInLog(tx, draft.id) : new Map<string, string>()),
  };
}

function isNewer(a: { startedAt: string } | null, b: { startedAt: string } | null): boolean {
  return a !== null && (b === null || a.startedAt > b.startedAt);
}

function namesOf(shown: Shown | null, gone: Map<string, string>): Map<string, string> {
  return new Map([
    ...gone,
    ...(shown?.lines ?? []).map((line) => [line.needId, line.firm] as const),
    ...(shown?.mentors ?? []).map((mentor) => [mentor.id, mentor.name] as const),
  ]);
}

/** When it was worked out and for whom, in words. */
export function solvedWords(
  solved: { finishedAt: string | null; startedBy: string | null },
  zone: string,
): string {
  const when = formatInstant(solved.finishedAt ?? '', zone);
  return `Worked out on ${when}${solved.startedBy === null ? '' : ` for ${solved.startedBy}`}`;
}

interface LineFilter {
  search: string;
  filters: Readonly<Record<string, string>>;
}

/** The lines that a search by firm or mentor and the filters leave. */
export function chosenLines(lines: readonly DeskLine[], query: LineFilter): DeskLine[] {
  const wanted = foldCase(query.search);
  const { area, state } = query.filters;
  return lines.filter(
    (line) =>
      (area === undefined || line.area === area) &&
      (state === undefined || line.state === state) &&
      (foldCase(line.firm).includes(wanted) || foldCase(line.mentor?.name ?? '').includes(wanted)),
  );
}
