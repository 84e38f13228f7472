import { z } from 'zod';
import { invalid, notFound, precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import type { Tx } from '../../../../platform/database.ts';
import type { Ctx } from '../../../../platform/context.ts';
import { freePlaces, loadOf } from '../../../mentors/mentor.ts';
import { mentorById } from '../../../mentors/reads.ts';
import { matchingPermissions } from '../../permissions.ts';
import { needInPlace, rankMentorsForNeed } from '../../reads.ts';
import { proposalNow } from '../../solving/reads.ts';
import {
  editKinds,
  idleEdit,
  needsReason,
  subjectOf,
  type Wishes,
  wishesOf,
} from '../allocation.ts';
import { addEntry, allocationForUpdate, checkDraft, editsOf } from '../allocation-rows.ts';

const kinds = editKinds.filter((kind) => kind !== 'loyalty');

/** Changes one thing about the shared proposal; the rest is solved anew around it. */
export const editAllocation = command({
  name: 'edit-allocation',
  permission: matchingPermissions.allocation.edit,
  input: z.strictObject({
    allocationId: z.uuid(),
    version: z.int(),
    kind: z.enum(kinds),
    needId: z.uuid().optional(),
    mentorId: z.uuid('Choose a mentor.').optional(),
    /** Places more or fewer. */
    amount: z.int().min(-20).max(20).optional(),
    reason: z.string().trim().max(2000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const draft = await allocationForUpdate(tx, input.allocationId);
    allow({ programmeId: draft.programme_id });
    checkDraft(draft, input.version);
    const subject = subjectOf(input.kind);
    const needId = subject === 'pair' || subject === 'need' ? (input.needId ?? null) : null;
    const mentorId = subject === 'pair' || subject === 'mentor' ? (input.mentorId ?? null) : null;
    if (subject !== 'mentor' && needId === null) throw invalid({ needId: 'Choose a need.' });
    if (subject !== 'need' && mentorId === null) throw invalid({ mentorId: 'Choose a mentor.' });
    if (needsReason(input.kind) && input.reason === '') {
      throw invalid({ reason: sayWhy });
    }
    const amount = input.kind === 'places' ? (input.amount ?? 0) : null;
    if (amount === 0) throw invalid({ amount: 'Say how many places more or fewer.' });
    if (needId !== null) {
      const need = await needInPlace(tx, needId);
      if (need.programmeId !== draft.programme_id) throw notFound('need');
      if (need.state === 'closed') throw precondition('This need was closed meanwhile.');
    }
    if (mentorId !== null) await checkMentor(tx, mentorId);
    const { done } = await editsOf(tx, draft.id);
    const wishes = wishesOf(done);
    const idle = idleEdit({ kind: input.kind, needId, mentorId }, wishes);
    if (idle) throw precondition(idle);
    if (amount !== null && amount < 0) await checkFewer(tx, ctx, wishes, mentorId ?? '', -amount);
    if (input.kind === 'pin') {
      await checkPin(tx, ctx, wishes, needId ?? '', mentorId ?? '');
      if (input.reason === '' && !(await proposes())) throw invalid({ reason: sayWhy });
    }
    const entry = { kind: input.kind, needId, mentorId, amount, reason: input.reason };
    const { number, version } = await addEntry(tx, ctx, draft, entry);
    await audit({
      subject: ['allocation', draft.id],
      changes: { number, kind: input.kind, needId, mentorId, amount },
    });
    return { number, version };

    /** Whether the pair is the one proposed now: keeping it goes against nothing. */
    async function proposes(): Promise<boolean> {
      const programmeId = draft.programme_id;
      const proposal = await proposalNow(tx, ctx, { programmeId, draft, done });
      return proposal?.pairs.get(needId ?? '') === mentorId;
    }
  },
});

const sayWhy = 'Say why, so that it can be understood later.';

async function checkMentor(tx: Tx, id: string): Promise<void> {
  const row = await tx.selectFrom('mentor').select('state').where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('mentor');
  if (row.state === 'left') throw precondition('This mentor has left.');
}

/** Only places that nobody holds can be taken away; where matches may move, all of them. */
async function checkFewer(
  tx: Tx,
  ctx: Ctx,
  wishes: Wishes,
  mentorId: string,
  fewer: number,
): Promise<void> {
  const { zone } = ctx.org;
  const row = await mentorById(tx, mentorId, ctx.clock.today(zone));
  const free = freePlaces({
    ...loadOf(row),
    agreedPlaces: row.places + (wishes.places.get(mentorId) ?? 0),
    ...(wishes.loyalty === null ? {} : { liveMatches: 0 }),
  });
  if (fewer > free) throw precondition(`${row.name} has no free place that could be taken away.`);
}

/** A pair can be decided when no hard rule forbids it and the mentor has a place for it in this run. */
async function checkPin(
  tx: Tx,
  ctx: Ctx,
  wishes: Wishes,
  needId: string,
  mentorId: string,
): Promise<void> {
  const place = await rankMentorsForNeed(tx, ctx, needId, 1);
  const name = place.mentors.get(mentorId)?.name ?? 'This mentor';
  const rules = (
    place.ranking.excluded.find((each) => each.mentorId === mentorId)?.rules ?? []
  ).filter((each) => each.rule !== 'no-place');
  if (rules.length > 0) {
    throw precondition(
      `${name} cannot take this need. ${rules.map((each) => each.because).join(' ')}`,
    );
  }
  const row = place.mentors.get(mentorId);
  const taken = [...wishes.pins.values()].filter(
    (pin) => pin.mentorId === mentorId && pin.needId !== needId,
  ).length;
  const free = freePlaces({
    agreedPlaces: (row?.places ?? 0) + (wishes.places.get(mentorId) ?? 0),
    liveMatches: row?.liveMatches ?? 0,
    offersOpen: row?.offersOpen ?? 0,
    heldForEvents: 0,
    otherProgrammes: 0,
  });
  if (wishes.loyalty === null && taken >= free) {
    throw precondition(
      `${name} has no place left for it. Give one place more in this run, or take another decision back.`,
    );
  }
}
