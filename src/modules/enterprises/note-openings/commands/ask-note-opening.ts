import { z } from 'zod';
import { conflict, precondition } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { command } from '../../../../platform/command.ts';
import { recordId } from '../../inputs.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentById } from '../../reads.ts';
import { queueOpeningLetters } from '../note-opening-letter.ts';
import { secondPeople } from '../note-opening-rows.ts';
import { programmeOfOpening } from '../reads.ts';

/**
 * Asks to read the private notes of one enrolment, with a reason, for somebody who is not an adviser. They open when
 * a second person confirms; until then nothing can be read.
 */
export const askNoteOpening = command({
  name: 'ask-note-opening',
  permission: enterprisePermissions.privateNote.askOpening,
  input: z.strictObject({
    enrolmentId: recordId,
    reason: z
      .string()
      .trim()
      .min(10, 'Say why the notes must be read, in a sentence.')
      .max(1000, 'Use at most 1000 characters.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const byId = ctx.actor.personId;
    if (byId === null) throw precondition('Only a person can ask for this.');
    const now = ctx.clock.now();
    const readers = await secondPeople(tx, enrolment.programmeId, byId, now);
    if (readers.length === 0) {
      throw precondition(
        'There is nobody else who could confirm this. Give a second person a role first.',
      );
    }
    const made = await tx
      .insertInto('note_opening')
      .values({
        org_id: ctx.orgId,
        id: newId(),
        enrolment_id: enrolment.id,
        reason: input.reason,
        requested_by: byId,
        requested_at: now,
      })
      .onConflict((clash) => clash.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw conflict('You have asked already. It waits for a second person.');
    await queueOpeningLetters(tx, ctx, readers, {
      kind: 'notes-to-open',
      openingId: made.id,
      enrolmentId: enrolment.id,
      enterprise: enrolment.enterpriseName,
      programme: await programmeOfOpening(tx, enrolment.programmeId),
      reason: input.reason,
      askedBy: ctx.actor.name,
    });
    await audit({ subject: ['enrolment', enrolment.id], changes: { opening: made.id } });
    return { openingId: made.id };
  },
});
