import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { settleIssues } from '../../diagnosis/contacts/settle-issue-step.ts';
import { closeNeed as closed, needResults } from '../../diagnosis/need.ts';
import { needLeaves } from '../../diagnosis/need-leaves-step.ts';
import { asNeed } from '../../diagnosis/need-of-row.ts';
import { diagnosisPermissions } from '../../diagnosis/permissions.ts';
import { needForUpdate } from '../../diagnosis/reads.ts';
import { auditsOf, letterTexts } from '../../matching/asks/ask.ts';
import { withdrawAsks } from '../../matching/asks/withdraw-asks-step.ts';
import { runningMatches } from '../../matching/leaving-matches-step.ts';
import { todayIn } from '../../programmes/reads.ts';

/**
 * Closes a need with its result. Whoever was asked for it is told that no answer is needed; a match that still runs
 * for it must be ended or carried over first.
 */
export const closeNeed = command({
  name: 'close-need',
  permission: diagnosisPermissions.need.write,
  input: z.strictObject({
    needId: z.uuid(),
    result: z.enum(needResults, 'Choose what came of it.'),
    note: z.string().trim().max(2000).default(''),
    letters: letterTexts,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const need = await needForUpdate(tx, input.needId);
    allow({ programmeId: need.programme_id, enterpriseId: need.enterprise_id });
    const today = await todayIn(tx, ctx, need.programme_id);
    const outcome = closed(asNeed(need), today, input.result);
    if (!outcome.ok) throw precondition(outcome.message);
    if ((await runningMatches(tx, { needId: need.id })).length > 0) {
      throw precondition('A mentor is still matched for this need. End or change the match first.');
    }
    const gone = await withdrawAsks(tx, ctx, { needId: need.id }, { letters: input.letters });
    await needLeaves(tx, need.id, { on: today, result: input.result, note: input.note });
    // What the firm said about its main issue has been acted on: the old one is closed.
    await settleIssues(tx, ctx, need.enrolment_id);
    await audit({
      subject: ['need', need.id],
      changes: { state: [need.state, 'closed'], result: input.result, ...gone },
    });
    for (const entry of auditsOf(gone, 'need-closed')) await audit(entry);
    return { needId: need.id, ...gone };
  },
});
