import { z } from 'zod';
import { invalid, notFound, precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import type { Tx } from '../../../../platform/database.ts';
import type { MentorChoice } from '../../../programmes/programme.ts';
import { programmeById } from '../../../programmes/reads.ts';
import { areaLabels } from '../../../programmes/area.ts';
import { tellAdvisers } from '../../tell-advisers-step.ts';
import { whyDirect } from '../../make-offer-step.ts';
import { matchRoles } from '../../offer.ts';
import { matchingPermissions } from '../../permissions.ts';
import { type NeedInPlace, openNeedsOf } from '../../reads.ts';
import { asksWhyDirect } from '../../shortlist.ts';
import { proposalNow } from '../../solving/reads.ts';
import { allocationForUpdate, checkDraft, editsOf } from '../allocation-rows.ts';
import { askableFor, type Desk, totalOf } from '../desk.ts';
import { freeze } from '../frozen.ts';
import { totalsOf } from '../proposal.ts';
import { type Outcome, sendPair } from '../send-pair-step.ts';

const pairSchema = z.strictObject({
  needId: z.uuid(),
  mentorId: z.uuid(),
  /** Ask the mentor, let the enterprise choose among this one and others, or send nothing this time. */
  way: z.enum(['offer', 'shortlist', 'hold']),
  /** Who else is on the shortlist. */
  others: z.array(z.uuid()).max(2).default([]),
  role: z.enum(matchRoles).default('specialist'),
  /** The words of the letter as edited; made from the facts when empty. */
  briefing: z.string().trim().max(9000).default(''),
  /** Why not the mentor ranked first for the need alone. */
  reason: z.string().trim().max(2000).default(''),
});

/**
 * Sends the letters of a proposal, in one transaction. What was ticked is sent as it was seen, and each pair is
 * checked anew under locks: what does not hold any more is left out and told with the reason. What was solved,
 * its proof and every outcome are kept.
 */
export const publishAllocation = command({
  name: 'publish-allocation',
  permission: matchingPermissions.allocation.publish,
  input: z.strictObject({
    allocationId: z.uuid(),
    version: z.int(),
    pairs: z.array(pairSchema).max(1000),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const draft = await allocationForUpdate(tx, input.allocationId);
    allow({ programmeId: draft.programme_id });
    checkDraft(draft, input.version);
    const { pairs } = input;
    if (pairs.every((pair) => pair.way === 'hold')) {
      throw invalid({ send: 'Tick at least one letter to send.' });
    }
    if (new Set(pairs.map((pair) => pair.needId)).size < pairs.length) {
      throw invalid({ send: 'A need can be sent to one mentor only.' });
    }
    await lockAll(tx, draft.programme_id, pairs);
    const { done } = await editsOf(tx, draft.id);
    const programmeId = draft.programme_id;
    const proposal = await proposalNow(tx, ctx, { programmeId, draft, done });
    if (!proposal) throw precondition('Work the proposal out anew first: steps were taken since.');
    const { desk } = proposal;
    const programme = await programmeById(tx, programmeId);
    askWhyDirect(desk, programme.mentor_choice, pairs);
    const outcomes: Outcome[] = [];
    const needs = new Map((await openNeedsOf(tx, draft.programme_id)).map((row) => [row.id, row]));
    for (const [at, pair] of pairs.entries()) {
      const place = { id: draft.id, position: at + 1 };
      outcomes.push(await sendPair(tx, ctx, pair, place, { desk, needs }));
    }
    if (outcomes.every((each) => each.outcome === 'held' || each.outcome === 'skipped')) {
      const why = [...new Set(outcomes.map((each) => each.note).filter((note) => note !== ''))];
      throw precondition(
        `None of the ticked letters could be sent, so nothing has happened and the steps are kept. ${why.slice(0, 3).join(' ')}`.trim(),
      );
    }
    await tellAdvisers(tx, ctx, programme.slug, sentForFirms(desk, needs, pairs, outcomes));
    const count = (outcome: Outcome['outcome']) =>
      outcomes.filter((each) => each.outcome === outcome).length;
    const totals = totalsOf(proposal);
    const summary = {
      open: totals.open,
      served: totals.served,
      meanFit: totals.meanFit,
      objective: proposal.result.objective,
      offered: count('offered'),
      listed: count('listed'),
      held: count('held'),
      skipped: count('skipped'),
    };
    const { input: packed, result, inputHash } = freeze(proposal.input, proposal.result);
    await tx
      .updateTable('allocation')
      .set({
        state: 'published',
        closed_by: ctx.actor.personId,
        closed_at: ctx.clock.now(),
        weights: JSON.stringify(desk.weights),
        weights_version: desk.weightsVersion,
        input: packed,
        result,
        input_hash: inputHash,
        summary: JSON.stringify(summary),
        is_proved: proposal.isProved,
        version: draft.version + 1,
      })
      .where('id', '=', draft.id)
      .execute();
    await tx
      .insertInto('allocation_pair')
      .values(
        pairs.map((pair, at) => ({
          org_id: ctx.orgId,
          allocation_id: draft.id,
          position: at + 1,
          need_id: pair.needId,
          mentor_id: pair.mentorId,
          proposed_mentor_id: proposal.pairs.get(pair.needId) ?? null,
          fit: outcomes[at]?.fit || fitOf(desk, pair),
          is_pinned: proposal.wishes.pins.get(pair.needId)?.mentorId === pair.mentorId,
          reason: pair.reason,
          outcome: outcomes[at]?.outcome ?? 'held',
          note: outcomes[at]?.note ?? '',
        })),
      )
      .execute();
    await audit({
      subject: ['allocation', draft.id],
      changes: {
        inputHash,
        weightsVersion: desk.weightsVersion,
        isProved: proposal.isProved,
        pairs: pairs.map((pair, at) => [
          pair.needId,
          pair.mentorId,
          outcomes[at]?.outcome,
          outcomes[at]?.sentId ?? null,
        ]),
      },
    });
    return { allocationId: draft.id, ...summary };
  },
});

/** Each letter that went out, with the adviser of its firm. */
function sentForFirms(
  desk: Desk,
  needs: ReadonlyMap<string, NeedInPlace>,
  pairs: readonly z.output<typeof pairSchema>[],
  outcomes: readonly Outcome[],
) {
  return pairs.flatMap(({ needId, mentorId }, at) => {
    const need = needs.get(needId);
    const outcome = outcomes[at]?.outcome;
    if (!need || (outcome !== 'offered' && outcome !== 'listed')) return [];
    const mentor = desk.mentors.find((each) => each.id === mentorId)?.name ?? 'a mentor';
    const what = outcome === 'offered' ? `${mentor} is asked` : 'the firm chooses from a shortlist';
    const area = areaLabels[need.area].toLowerCase();
    const words = `${need.enterpriseName}, ${area}: ${what}`;
    return [{ needId, adviserId: need.adviserId, words }];
  });
}

/** Where the firm chooses, refuses a mentor asked directly without a reason, at the field of that letter. */
function askWhyDirect(
  desk: Desk,
  choice: MentorChoice,
  pairs: readonly z.output<typeof pairSchema>[],
): void {
  const fields: Record<string, string> = {};
  for (const { needId, way, reason } of pairs) {
    if (way !== 'offer' || reason !== '') continue;
    const needAt = desk.needs.findIndex((need) => need.id === needId);
    if (needAt >= 0 && asksWhyDirect(choice, askableFor(desk, needAt))) {
      fields[`reason.${needId}`] = whyDirect;
    }
  }
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

/** The total of a pair that was not sent, 0 where a hard rule forbids it. */
function fitOf(desk: Desk, pair: { needId: string; mentorId: string }): number {
  const needAt = desk.needs.findIndex((need) => need.id === pair.needId);
  const mentorAt = desk.mentors.findIndex((mentor) => mentor.id === pair.mentorId);
  return needAt < 0 || mentorAt < 0 ? 0 : (totalOf(desk, needAt, mentorAt) ?? 0);
}

/** Needs, then mentors, each in the order of their ids: two who send at once wait for each other and do not lock up. */
async function lockAll(
  tx: Tx,
  programmeId: string,
  pairs: readonly { needId: string; mentorId: string }[],
): Promise<void> {
  const needIds = [...new Set(pairs.map((pair) => pair.needId))];
  const locked = await tx
    .selectFrom('need as d')
    .innerJoin('enrolment as n', (on) =>
      on.onRef('n.org_id', '=', 'd.org_id').onRef('n.id', '=', 'd.enrolment_id'),
    )
    .select('d.id')
    .where('d.id', 'in', needIds)
    .where('n.programme_id', '=', programmeId)
    .orderBy('d.id')
    .forUpdate('d')
    .execute();
  if (locked.length < needIds.length) throw notFound('need');
  await tx
    .selectFrom('mentor')
    .select('id')
    .where('id', 'in', [...new Set(pairs.map((pair) => pair.mentorId))])
    .orderBy('id')
    .forUpdate()
    .execute();
}
