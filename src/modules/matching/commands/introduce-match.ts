import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { briefingText } from '../briefing.ts';
import { briefingFactsOf } from '../briefing-rows.ts';
import { introduce } from '../introduce-step.ts';
import { matchingPermissions } from '../permissions.ts';
import { needInPlace } from '../reads.ts';
import { sharesInMatch } from '../sharing/reads.ts';
import { needForUpdate } from '../../diagnosis/reads.ts';
import { matchForUpdate } from '../store.ts';

/** Mails the introduction again, with the briefing as it is now: after a changed address, or for an import. */
export const introduceMatch = command({
  name: 'introduce-match',
  permission: matchingPermissions.match.introduce,
  input: z.strictObject({ matchId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const match = await matchForUpdate(tx, input.matchId);
    allow({ programmeId: match.programme_id, enterpriseId: match.enterprise_id });
    if (match.end_cause !== null) throw precondition('This match has ended.');
    const need = await needForUpdate(tx, match.need_id);
    if (need.state === 'closed') throw precondition('This need is closed.');
    const place = await needInPlace(tx, need.id);
    const sharesDiagnosis = await sharesInMatch(tx, match.id);
    await introduce(tx, ctx, {
      matchId: match.id,
      needId: need.id,
      enrolmentId: match.enrolment_id,
      mentorId: match.mentor_id,
      briefing: briefingText(await briefingFactsOf(tx, place, '', { sharesDiagnosis })),
    });
    await audit({ subject: ['match', match.id], changes: { again: match.introduced_at !== null } });
    return { matchId: match.id };
  },
});
