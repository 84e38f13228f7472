import type { PageArgs } from '../../../../platform/page.ts';
import { ruleSentence } from '../../hard-rules.ts';
import { rulesOf, totalOf } from '../desk.ts';
import { type Proposal, takesPart, totalsOf } from '../proposal.ts';
import { leaveLarge } from '../../solving/pages/leave-large.ts';
import { draftKey, lastStepOf, loadsOf, namesOf, openDraft } from './open-desk.ts';

export interface MatrixCell {
  mentorId: string;
  /** 0 to 10,000; null where a hard rule keeps the two apart. */
  total: number | null;
  mark: 'proposed' | 'decided' | 'barred' | null;
  /** Why the two are kept apart. */
  because: string;
}

/** Needs × mentors with every fit, the proposal marked and every hard rule told. */
export async function openMatrix(args: PageArgs) {
  const { ctx } = args;
  await leaveLarge(args);
  const { programme, draft, done, undone, proposal } = await openDraft(args);
  const loads = loadsOf(proposal);
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    zone: programme.zone,
    draft: draftKey(draft),
    since: 'Every open need with every mentor: the fit of 100',
    done,
    undone,
    last: lastStepOf(proposal, done, programme.id),
    names: await namesOf(args, proposal, draft?.id ?? null),
    totals: totalsOf(proposal),
    isProved: proposal.isProved,
    loads,
    placesLeft: loads.reduce((sum, load) => sum + load.left, 0),
    rows: rowsOf(proposal),
  };
}

function rowsOf({ desk, wishes, pairs }: Proposal) {
  return desk.needs.flatMap((need, needAt) => {
    if (!takesPart(need, wishes)) return [];
    const cells = desk.mentors.map((mentor, at): MatrixCell => {
      const rules = rulesOf(desk, needAt, at);
      return {
        mentorId: mentor.id,
        total: totalOf(desk, needAt, at),
        mark: markOf(need.id, mentor.id),
        because: rules.map((rule) => ruleSentence(rule, need.wanted, mentor.candidate)).join(' '),
      };
    });
    return [
      {
        needId: need.id,
        enrolmentId: need.enrolmentId,
        firm: need.enterpriseName,
        area: need.area,
        days: need.days,
        cells,
      },
    ];
  });

  function markOf(needId: string, mentorId: string): MatrixCell['mark'] {
    if (pairs.get(needId) === mentorId) {
      return wishes.pins.get(needId)?.mentorId === mentorId ? 'decided' : 'proposed';
    }
    return wishes.bars.get(needId)?.has(mentorId) ? 'barred' : null;
  }
}

export type MatrixRow = ReturnType<typeof rowsOf>[number];
