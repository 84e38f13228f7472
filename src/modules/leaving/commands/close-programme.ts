import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { plural } from '../../../kernel/text.ts';
import { command } from '../../../platform/command.ts';
import { abandonDrafts } from '../../matching/allocation/abandon-drafts-step.ts';
import { auditsOf, letterTexts } from '../../matching/asks/ask.ts';
import { withdrawAsks } from '../../matching/asks/withdraw-asks-step.ts';
import { runningMatches } from '../../matching/leaving-matches-step.ts';
import { tellApplicants } from '../tell-applicants-step.ts';
import { programmePermissions } from '../../programmes/permissions.ts';
import { leavingProgramme, programmeLeaves } from '../../programmes/programme-leaves-step.ts';

/**
 * Moves an open programme to closing, where no application comes in and support goes on, and a closing one to closed,
 * once no mentor is matched any more: what is still asked is taken back. Nothing is lost, much is locked.
 */
export const closeProgramme = command({
  name: 'close-programme',
  permission: programmePermissions.programme.close,
  input: z.strictObject({
    programmeId: z.uuid(),
    to: z.enum(['closing', 'closed', 'open']),
    reason: z.string().trim().min(1, 'Say why the programme closes or opens.').max(2000),
    letters: letterTexts,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const { programmeId, to, reason } = input;
    allow({ programmeId });
    const programme = await leavingProgramme(tx, programmeId, to);
    const isEnd = to === 'closed';
    const running = isEnd ? await runningMatches(tx, { programmeId }) : [];
    if (running.length > 0) {
      throw precondition(
        `${plural(running.length, 'mentor is', 'mentors are')} still matched. Close each enterprise first: both sides are thanked and asked how it went.`,
      );
    }
    const gone = isEnd
      ? await withdrawAsks(tx, ctx, { programmeId }, { letters: input.letters })
      : { offers: [], shortlists: [], struck: [] };
    const drafts = isEnd ? await abandonDrafts(tx, ctx, programmeId, 'The programme closed.') : [];
    const told = isEnd ? await tellApplicants(tx, ctx, programmeId, input.letters) : 0;
    const saved = await programmeLeaves(tx, ctx, { programme, to, reason });
    await audit({
      subject: ['programme', programmeId],
      reason,
      changes: {
        ...{ state: [programme.state, to], settingChange: saved.settingChange },
        ...{ ...gone, drafts, applicantsTold: told },
      },
    });
    for (const entry of auditsOf(gone, 'programme-closes')) await audit(entry);
    return saved;
  },
});
