import { z } from 'zod';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { settleIssues } from '../../diagnosis/contacts/settle-issue-step.ts';
import { closeNeed, needResults } from '../../diagnosis/need.ts';
import { needLeaves } from '../../diagnosis/need-leaves-step.ts';
import { asNeed } from '../../diagnosis/need-of-row.ts';
import { insertNeed, needFields } from '../../diagnosis/open-need-step.ts';
import { todayIn } from '../../programmes/reads.ts';
import { auditsOf } from '../asks/ask.ts';
import { withdrawAsks } from '../asks/withdraw-asks-step.ts';
import { needChangedWords } from '../change-letter.ts';
import { closeMatch } from '../close-match-step.ts';
import { finishMatch } from '../finish-match-step.ts';
import { endCauses } from '../match.ts';
import { nextMentorsOf } from '../next-mentor-rows.ts';
import { matchingPermissions } from '../permissions.ts';
import { needForUpdate } from '../../diagnosis/reads.ts';
import { matchForUpdate } from '../store.ts';
import { settleRematch } from '../rematch/open-rematch-step.ts';
import { paragraphs, tellBoth } from '../tell-both-step.ts';

/**
 * The need has changed: closes it, opens the next one, and either lets the mentor go on with that or ends
 * the match and leaves the next need in the queue. One step, so that no firm falls between two.
 */
export const changeMatch = command({
  name: 'change-match',
  permission: matchingPermissions.match.change,
  input: z.strictObject({
    matchId: z.uuid(),
    version: z.int().positive().optional(),
    keepsMentor: z.boolean(),
    cause: z.enum(endCauses).default('need-changed'),
    note: z.string().trim().max(2000).default(''),
    handover: z.string().trim().max(5000).default(''),
    result: z.enum(needResults, 'Choose what came of the need.').default('changed'),
    resultNote: z.string().trim().max(2000).default(''),
    next: z.strictObject(needFields),
    /** Why the mentor goes on although a rule speaks against it. */
    overrideReason: z.string().trim().max(2000).default(''),
    /** Both letters as they were shown and edited; the drafts when left out. */
    letters: z
      .strictObject({
        toMentor: z.string().trim().min(1, 'Write the letter.').max(3000),
        toEnterprise: z.string().trim().min(1, 'Write the letter.').max(3000),
      })
      .optional(),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const seen = await matchForUpdate(tx, input.matchId);
    allow({ programmeId: seen.programme_id, enterpriseId: seen.enterprise_id });
    const need = await needForUpdate(tx, seen.need_id);
    if (input.version !== undefined) checkVersion(seen, input.version, 'match');
    const others = await tx
      .selectFrom('match')
      .select('id')
      .where('need_id', '=', need.id)
      .where('id', '<>', seen.id)
      .where('end_cause', 'is', null)
      .executeTakeFirst();
    if (others) {
      throw precondition('Another mentor works on this need as well. End that match first.');
    }
    const against = input.keepsMentor ? await rulesAgainst() : [];
    const today = await todayIn(tx, ctx, seen.programme_id);
    const cause = input.keepsMentor ? 'finished' : input.cause;
    const ending = { cause, note: input.note, handover: input.handover };
    const words = input.keepsMentor ? await goesOn() : await closeMatch(tx, ctx, seen, ending);
    const closed = closeNeed(asNeed(need), today, input.result);
    if (!closed.ok) throw precondition(closed.message ?? 'This need cannot be closed.');
    const gone = await withdrawAsks(tx, ctx, { needId: need.id }, {});
    await needLeaves(tx, need.id, { on: today, result: input.result, note: input.resultNote });
    const nextId = await insertNeed(tx, ctx.orgId, {
      ...input.next,
      enrolmentId: need.enrolment_id,
      diagnosisId: need.diagnosis_id,
      replacesId: need.id,
      openedOn: today,
    });
    await settleIssues(tx, ctx, need.enrolment_id);
    const matchId = input.keepsMentor ? await goOn(nextId) : null;
    const draft = (names: { mentor: string; enterprise: string }) =>
      needChangedWords({ ...names, ...input.next, keepsMentor: input.keepsMentor });
    await tellBoth(tx, ctx, {
      matchId: matchId ?? seen.id,
      needId: nextId,
      mentorId: seen.mentor_id,
      toMentor: (names) =>
        paragraphs(input.letters?.toMentor ?? draft(names).toMentor, words.toBoth),
      toEnterprise: (names) =>
        paragraphs(
          input.letters?.toEnterprise ?? draft(names).toEnterprise,
          words.toBoth,
          words.toEnterprise,
        ),
    });
    await audit({
      subject: ['match', seen.id],
      ...(against.length > 0 ? { reason: input.overrideReason } : {}),
      changes: {
        cause,
        needClosed: need.id,
        needOpened: nextId,
        nextMatchId: matchId,
        against,
        ...gone,
      },
    });
    for (const entry of auditsOf(gone, 'need-changed')) await audit(entry);
    return { needId: nextId, matchId };

    /** A mentor whom a hard rule keeps from the next need goes on with a reason only, and never against some rules. */
    async function rulesAgainst(): Promise<string[]> {
      const present = { needId: need.id, mentorId: seen.mentor_id };
      const { goingOn } = await nextMentorsOf(tx, ctx, present, input.next);
      const rules = goingOn?.against ?? [];
      const never = rules.find((each) => each.isAbsolute);
      if (never) throw invalid({ mentor: `The mentor cannot go on. ${never.because}` });
      if (rules.length > 0 && input.overrideReason === '') {
        const because = rules.map((each) => each.because).join(' ');
        throw invalid({ overrideReason: `${because} Say why the mentor goes on all the same.` });
      }
      return rules.map((each) => each.rule);
    }

    /** Planned meetings stay: the same two go on. */
    async function goesOn() {
      await finishMatch(tx, ctx, seen, ending);
      const reason = 'The need changed and the mentor goes on.';
      await settleRematch(tx, ctx, seen.id, { outcome: 'kept', reason });
      return { toBoth: '', toEnterprise: '' };
    }

    async function goOn(needId: string): Promise<string> {
      const id = newId();
      await tx
        .insertInto('match')
        .values({
          org_id: ctx.orgId,
          id,
          enrolment_id: seen.enrolment_id,
          need_id: needId,
          mentor_id: seen.mentor_id,
          role: seen.role,
          during: `[${today},)`,
          introduced_at: ctx.clock.now(),
        })
        .execute();
      await tx
        .updateTable('need')
        .set({ state: 'introduced', introduced_on: today })
        .where('id', '=', needId)
        .execute();
      return id;
    }
  },
});
