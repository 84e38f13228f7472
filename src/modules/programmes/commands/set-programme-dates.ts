import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { programmePermissions } from '../permissions.ts';
import { programmeForEdit, saveProgramme } from '../store.ts';

const day = (missing: string) =>
  z.string().min(1, missing).refine(isCalendarDate, 'Enter a real date.');

/** Names the programme and sets its first and last day (both included). */
export const setProgrammeDates = command({
  name: 'set-programme-dates',
  permission: programmePermissions.programme.edit,
  input: z.strictObject({
    programmeId: z.uuid(),
    version: z.int().positive(),
    reason: z.string().trim().max(2000).optional(),
    name: z.string().trim().min(1, 'Enter the name of the programme.').max(200),
    about: z.string().trim().max(5000).default(''),
    startsOn: day('Enter the first day.'),
    endsOn: day('Enter the last day.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeForEdit(tx, input);
    if (input.endsOn < input.startsOn) {
      throw invalid({ endsOn: 'The end must not be before the start.' });
    }
    const saved = await saveProgramme(tx, ctx, {
      ...{ programme, kind: 'dates', reason: input.reason },
      fields: {
        name: input.name,
        about: input.about,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
      },
    });
    await audit({
      subject: ['programme', programme.id],
      ...(input.reason ? { reason: input.reason } : {}),
      changes: {
        startsOn: [programme.starts_on, input.startsOn],
        endsOn: [programme.ends_on, input.endsOn],
        settingChange: saved.settingChange,
      },
    });
    return saved;
  },
});
