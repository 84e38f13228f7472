import { z } from 'zod';
import { formatDate, isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { makeLink } from '../../../platform/links.ts';
import { programmeById } from '../../programmes/reads.ts';
import { personOfEnterprise } from '../correspondent-rows.ts';
import { shortlistLetter } from '../mails.ts';
import { checkNeedTakesMentor } from '../make-offer-step.ts';
import { answerDay } from '../offer.ts';
import { matchingPermissions } from '../permissions.ts';
import { rankMentorsForNeed } from '../reads.ts';
import { sendTo } from '../send-to-step.ts';
import { needForUpdate } from '../../diagnosis/reads.ts';

/** Sends two or three mentors to the enterprise, which chooses one, by page or by mailed link. */
export const sendShortlist = command({
  name: 'send-shortlist',
  permission: matchingPermissions.shortlist.send,
  input: z.strictObject({
    needId: z.uuid(),
    mentorIds: z
      .array(z.uuid())
      .min(2, 'Choose two or three mentors.')
      .max(3, 'Choose two or three mentors.'),
    message: z.string().trim().max(2000).default(''),
    chooseBy: z.string().refine(isCalendarDate, 'Enter a real date.').optional(),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const need = await needForUpdate(tx, input.needId);
    allow({ programmeId: need.programme_id, enterpriseId: need.enterprise_id });
    checkNeedTakesMentor(need);
    const wanted = new Set(input.mentorIds);
    if (wanted.size < 2) throw invalid({ mentorIds: 'Choose two or three different mentors.' });
    const today = ctx.clock.today(ctx.org.zone);
    if (input.chooseBy !== undefined && input.chooseBy < today) {
      throw invalid({ chooseBy: 'The day must not be in the past.' });
    }
    const open = await tx
      .selectFrom('shortlist')
      .select('choose_by')
      .where('need_id', '=', need.id)
      .where('state', '=', 'sent')
      .executeTakeFirst();
    if (open) {
      throw precondition(
        `The enterprise is choosing until ${formatDate(open.choose_by)}. Withdraw that shortlist first.`,
      );
    }
    const place = await rankMentorsForNeed(tx, ctx, need.id, Number.MAX_SAFE_INTEGER);
    const chosen = place.ranking.ranked.filter((each) => wanted.has(each.mentorId));
    if (chosen.length < wanted.size) {
      const out = place.ranking.excluded.find((each) => wanted.has(each.mentorId));
      const name = (out && place.mentors.get(out.mentorId)?.name) ?? 'A mentor of this list';
      throw precondition(
        `${name} cannot be offered. ${out?.rules.map((rule) => rule.because).join(' ') ?? ''}`.trim(),
      );
    }
    const programme = await programmeById(tx, need.programme_id);
    const chooseBy = input.chooseBy ?? answerDay(today, programme.answer_days);
    const id = newId();
    await tx
      .insertInto('shortlist')
      .values({
        org_id: ctx.orgId,
        id,
        need_id: need.id,
        message: input.message,
        sent_by: ctx.actor.personId,
        sent_at: ctx.clock.now(),
        choose_by: chooseBy,
      })
      .execute();
    await tx
      .insertInto('shortlist_mentor')
      .values(
        chosen.map((each, at) => ({
          org_id: ctx.orgId,
          shortlist_id: id,
          mentor_id: each.mentorId,
          position: at + 1,
          fit: each.total,
          parts: JSON.stringify(each.parts),
        })),
      )
      .execute();
    const firm = await personOfEnterprise(tx, need.enterprise_id);
    const link = await makeLink(tx, ctx, {
      purpose: 'choose-mentor',
      personId: firm?.personId,
      subjectId: id,
      days: 60,
    });
    const words = shortlistLetter({
      name: firm?.name ?? '',
      organisation: ctx.org.name,
      mentors: chosen.map((each) => {
        const row = place.mentors.get(each.mentorId);
        return [row?.name, row?.headline].filter(Boolean).join(': ');
      }),
      message: input.message,
      due: formatDate(chooseBy),
      url: link.url,
    });
    const isMailed = await sendTo(tx, ctx, firm, words, {
      kind: 'shortlist',
      about: ['shortlist', id],
    });
    await audit({
      subject: ['shortlist', id],
      changes: {
        needId: need.id,
        mentorIds: chosen.map((each) => each.mentorId),
        weightsVersion: place.weightsVersion,
      },
    });
    return { shortlistId: id, chooseBy, isMailed };
  },
});
