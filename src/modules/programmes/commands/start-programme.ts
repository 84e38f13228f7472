import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { listWords } from '../../../kernel/text.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { programmePermissions } from '../permissions.ts';
import { startProblems } from '../reads.ts';
import { programmeForUpdate, saveProgramme } from '../store.ts';

/** Opens a programme that has been set up whole; what is missing is said step by step. */
export const startProgramme = command({
  name: 'start-programme',
  permission: programmePermissions.programme.edit,
  input: z.strictObject({ programmeId: z.uuid(), version: z.int().positive() }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeForUpdate(tx, input.programmeId);
    if (programme.state !== 'draft') throw precondition('The programme has started already.');
    checkVersion(programme, input.version, 'programme');
    const problems = await startProblems(tx, programme.id);
    if (problems.length > 0) {
      throw precondition(
        `The programme cannot start yet: ${listWords(problems.map((one) => one.message))}`,
      );
    }
    const saved = await saveProgramme(tx, ctx, {
      ...{ programme, kind: 'state' },
      fields: { state: 'open', setup_step: null },
    });
    await audit({
      subject: ['programme', programme.id],
      changes: { state: ['draft', 'open'], settingChange: saved.settingChange },
    });
    return saved;
  },
});
