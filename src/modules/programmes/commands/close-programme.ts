import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { programmePermissions } from '../permissions.ts';
import { programmeForUpdate, saveProgramme } from '../store.ts';

/** Moves an open programme to closing, and a closing one to closed; nothing is lost, much is locked. */
export const closeProgramme = command({
  name: 'close-programme',
  permission: programmePermissions.programme.close,
  input: z.strictObject({
    programmeId: z.uuid(),
    to: z.enum(['closing', 'closed', 'open']),
    reason: z.string().trim().min(1, 'Say why.').max(2000),
  }),
  async run({ tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeForUpdate(tx, input.programmeId);
    const next: Record<string, readonly string[]> = {
      open: ['closing'],
      closing: ['closed', 'open'],
      closed: ['closing'],
    };
    if (!next[programme.state]?.includes(input.to)) {
      throw precondition(`A programme that is ${programme.state} cannot become ${input.to}.`);
    }
    const saved = await saveProgramme(tx, programme, 'review', {
      state: input.to,
      applications_open: input.to === 'open',
    });
    await audit({
      subject: ['programme', programme.id],
      reason: input.reason,
      changes: { state: [programme.state, input.to] },
    });
    return saved;
  },
});
