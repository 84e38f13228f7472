import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { programmePermissions } from '../permissions.ts';
import { todayIn } from '../reads.ts';
import { programmeForEdit, saveProgramme } from '../store.ts';

/**
 * Pauses or opens the applications of a programme that goes on, with what the public page says meanwhile. Drafts that
 * were begun stay, and can be sent.
 */
export const setApplications = command({
  name: 'set-applications',
  permission: programmePermissions.programme.edit,
  input: z.strictObject({
    programmeId: z.uuid(),
    version: z.int().positive(),
    reason: z.string().trim().max(2000).optional(),
    isOpen: z.boolean(),
    /** What the public page says while they are paused. */
    words: z.string().trim().max(500, 'Use at most 500 characters.').default(''),
    /** The first day on which applications are expected again. */
    until: z.string().refine(isCalendarDate, 'Enter a real date.').optional(),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeForEdit(tx, input);
    if (programme.state !== 'open') {
      throw precondition('Only an open programme takes applications, and can pause them.');
    }
    const { isOpen, words, until } = input;
    if (!isOpen && until !== undefined && until <= (await todayIn(tx, ctx, programme.id))) {
      throw invalid({ until: 'The day must be after today.' });
    }
    const saved = await saveProgramme(tx, ctx, {
      ...{ programme, kind: 'applications', reason: input.reason },
      fields: {
        applications_open: isOpen,
        pause_words: isOpen ? '' : words,
        pause_until: isOpen ? null : (until ?? null),
      },
    });
    await audit({
      subject: ['programme', programme.id],
      ...(input.reason ? { reason: input.reason } : {}),
      changes: {
        applications: [word(programme.applications_open), word(isOpen)],
        settingChange: saved.settingChange,
      },
    });
    return saved;
  },
});

const word = (isOpen: boolean) => (isOpen ? 'open' : 'paused');
