import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { programmePermissions } from '../permissions.ts';
import { mentorChoices, mentoringModels, stages } from '../programme.ts';
import { programmeForEdit, saveProgramme } from '../store.ts';

/** Sets how mentoring works: the model, who chooses the mentor, days between contacts per stage, the answer clocks. */
export const setMentoring = command({
  name: 'set-mentoring',
  permission: programmePermissions.programme.edit,
  input: z.strictObject({
    programmeId: z.uuid(),
    version: z.int().positive(),
    reason: z.string().trim().max(2000).optional(),
    mentoringModel: z.enum(mentoringModels),
    mentorChoice: z.enum(mentorChoices, 'Say who chooses the mentor.'),
    cadence: z.record(z.enum(stages), z.int().min(1, 'At least one day.').max(366)),
    answerDays: z.int().min(1).max(60),
    introductionDays: z.int().min(1).max(90),
    /** From an application to a decision about it. */
    decisionDays: z.int().min(1).max(180).default(10),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeForEdit(tx, input);
    const saved = await saveProgramme(tx, ctx, {
      ...{ programme, kind: 'mentoring', reason: input.reason },
      fields: {
        mentoring_model: input.mentoringModel,
        mentor_choice: input.mentorChoice,
        cadence: JSON.stringify(input.cadence),
        answer_days: input.answerDays,
        introduction_days: input.introductionDays,
        decision_days: input.decisionDays,
      },
    });
    await audit({
      subject: ['programme', programme.id],
      ...(input.reason ? { reason: input.reason } : {}),
      changes: {
        mentoringModel: input.mentoringModel,
        mentorChoice: input.mentorChoice,
        cadence: input.cadence,
        settingChange: saved.settingChange,
      },
    });
    return saved;
  },
});
