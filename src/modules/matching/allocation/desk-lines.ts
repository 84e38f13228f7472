import type { AreaKey } from '../../programmes/area.ts';
import type { ReasonedPair, Unserved } from './explain.ts';
import { marketOf, reasonsOf, runnersUp, unservedOf } from './explain.ts';
import { type Proposal, takesPart } from './proposal.ts';
import { regretWords } from './words.ts';

/** How a need stands on the desk. */
export type LineState = 'decided' | 'proposed' | 'stays' | 'moves' | 'waits' | 'nobody';

export interface DeskLine {
  needId: string;
  enrolmentId: string;
  firm: string;
  adviserId: string | null;
  area: AreaKey;
  detail: string;
  priority: number;
  days: number;
  state: LineState;
  mentor: { id: string; name: string } | null;
  pair: ReasonedPair | null;
  runnerUp: { id: string; name: string; regret: number; words: string } | null;
  unserved: Unserved | null;
  /** Why it was decided or waits on purpose. */
  reason: string;
}

/** Every need that takes part or waits on purpose, the longest waiting first. */
export function linesOf(proposal: Proposal): DeskLine[] {
  const { desk, wishes, pairs } = proposal;
  const mentors = new Map(desk.mentors.map(({ id, name }) => [id, { id, name }]));
  const market = marketOf(proposal);
  const others = runnersUp(proposal, market);
  const unserved = unservedOf(proposal, market);
  const reasons = reasonsOf(proposal, [...pairs]);
  return desk.needs
    .filter((need) => takesPart(need, wishes) || wishes.aside.has(need.id))
    .map((need): DeskLine => {
      const mentorId = pairs.get(need.id);
      const mentor = mentorId === undefined ? null : (mentors.get(mentorId) ?? null);
      const next = others.get(need.id);
      const runnerUp = next?.mentorId ? mentors.get(next.mentorId) : undefined;
      const pin = wishes.pins.get(need.id);
      return {
        needId: need.id,
        enrolmentId: need.enrolmentId,
        firm: need.enterpriseName,
        adviserId: need.adviserId,
        area: need.area,
        detail: need.detail,
        priority: need.priority,
        days: need.days,
        state: stateOf(),
        mentor,
        pair: reasons.get(`${need.id} ${mentorId}`) ?? null,
        runnerUp:
          next && runnerUp
            ? { ...runnerUp, regret: next.regret, words: regretWords(next.regret, next.chain) }
            : null,
        unserved: unserved.get(need.id) ?? null,
        reason:
          wishes.aside.get(need.id)?.reason ??
          (pin?.mentorId === mentorId ? pin?.reason : '') ??
          '',
      };

      function stateOf(): LineState {
        if (wishes.aside.has(need.id)) return 'waits';
        if (mentorId === undefined) return 'nobody';
        if (need.held?.mentorId === mentorId) return 'stays';
        if (pin?.mentorId === mentorId) return 'decided';
        return need.held ? 'moves' : 'proposed';
      }
    })
    .toSorted((a, b) => b.days - a.days || (a.firm < b.firm ? -1 : a.firm > b.firm ? 1 : 0));
}
